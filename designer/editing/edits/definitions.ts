import { produce } from 'immer'
import { completedValue } from '../../../engine/pathway/declaredValues.ts'
import type { DraftDocument } from '../../model/document.ts'
import { type ListedKind, listed } from '../../model/places.ts'
import { renameListed, takenNames } from './listed.ts'
import { freeKey } from './names.ts'
import { mapReferences } from './references.ts'

/** What is referred to by name, each after what it may refer to itself. */
const referable = ['caseRole', 'parameter', 'fact', 'task', 'criterion'] as const satisfies ListedKind[]

/** A part of a document with the definitions of all that it refers to, and of what these refer to in turn. */
export function withDefinitions(part: DraftDocument, document: DraftDocument): DraftDocument {
  let whole = part
  for (let isGrowing = true; isGrowing; ) {
    isGrowing = false
    for (const kind of referable) {
      const there = definitionsIn(whole, kind)
      const known = definitionsIn(document, kind)
      const lacking = [...namesIn(whole, kind, document)].filter(
        (name) => Object.hasOwn(known, name) && !Object.hasOwn(there, name),
      )
      if (lacking.length === 0) continue
      isGrowing = true
      const added = Object.fromEntries(lacking.map((name) => [name, known[name]]))
      whole = { ...whole, [listed[kind]]: { ...there, ...added } }
    }
  }
  return whole
}

/** Everything of a kind that a part of a document names. */
function namesIn(part: DraftDocument, kind: ListedKind, document: DraftDocument): Set<string> {
  const names = new Set<string>()
  const note = (name: string): string => {
    names.add(name)
    return name
  }
  produce(part, (draft) => mapReferences(draft, kind, note))
  if (kind !== 'task') return names
  // criteria count completed tasks under names of their own
  const asked = namesIn(part, 'fact', document)
  for (const task of Object.keys(document.taskDefinitions ?? {})) if (asked.has(completedValue(task))) names.add(task)
  return names
}

/**
 * A part of one document as it fits into another: what both define alike is shared, and what means something else there gets
 * a name that is free.
 * @param own the thing that is brought in, which is never shared with one of the same name
 */
export function fittedInto(
  part: DraftDocument,
  document: DraftDocument,
  own?: { kind: ListedKind; name: string },
): { part: DraftDocument; own: string | undefined } {
  let fitted = part
  let ownName = own?.name
  const kinds: readonly ListedKind[] = own && !isReferable(own.kind) ? [...referable, own.kind] : referable
  for (const kind of kinds) {
    for (const name of Object.keys(definitionsIn(part, kind))) {
      const isOwn = own?.kind === kind && own.name === name
      const there = definitionsIn(document, kind)
      if (!isTaken(document, kind, name)) continue
      if (!isOwn && Object.hasOwn(there, name) && isAlike(definitionsIn(fitted, kind)[name], there[name])) continue
      const free = freeKey(name, { ...takenNames(document, kind), ...takenNames(fitted, kind) })
      if (isOwn) ownName = free
      fitted = renameListed(
        kind,
        name,
        free,
      )({
        document: fitted,
        layout: { positions: {} },
        selection: { kind: 'pathway' },
      }).document
    }
  }
  return { part: fitted, own: ownName }
}

/** Adds what a part defines and a document lacks. @param document is changed */
export function addDefinitions(document: DraftDocument, part: DraftDocument): void {
  for (const kind of Object.keys(listed) as ListedKind[]) {
    const there = definitionsIn(document, kind)
    const lacking = Object.entries(definitionsIn(part, kind)).filter(([name]) => !Object.hasOwn(there, name))
    if (lacking.length > 0) Object.assign(document, { [listed[kind]]: { ...there, ...Object.fromEntries(lacking) } })
  }
}

/** Definitions that are equal, in whatever order their keys stand. */
export function isAlike(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [left, right] = [Object.entries(one), new Map(Object.entries(other))]
  return left.length === right.size && left.every(([key, value]) => right.has(key) && isAlike(value, right.get(key)))
}

export const definitionsIn = (document: DraftDocument, kind: ListedKind): Readonly<Record<string, unknown>> =>
  document[listed[kind]] ?? {}

const isReferable = (kind: ListedKind): boolean => (referable as readonly ListedKind[]).includes(kind)

const isTaken = (document: DraftDocument, kind: ListedKind, name: string): boolean =>
  Object.hasOwn(takenNames(document, kind), name)
