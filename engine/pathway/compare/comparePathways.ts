import type { DraftDocument } from '../words/DraftDocument.ts'
import type { DraftState } from '../words/draftStates.ts'
import type { Change } from './Change.ts'
import { comparedTransitions } from './comparedTransitions.ts'
import { compareFields } from './compareFields.ts'
import { type ComparedTransition, compareTransitions } from './compareTransitions.ts'
import { impactOf } from './impactOf.ts'
import { labelOfPart, labelOfTransition } from './labels.ts'
import { matchStates } from './matchStates.ts'
import { namedParts, type Part, statePartsOf, statesOf } from './partsOf.ts'
import { withStatePaths } from './withStatePaths.ts'

/**
 * What has changed from one document to another, in the order of the document. A state that was renamed or moved is one
 * change, and what refers to it is not another. The order of keys is none, nor is the short form of a transition or a
 * value that the schema fills in; the order of an event's candidates and of regions is one. Drafts of any shape may be
 * compared.
 */
export function comparePathways(from: DraftDocument, to: DraftDocument): Change[] {
  const [old, now] = [statesOf(from), statesOf(to)]
  const { pairs, removed, added } = matchStates(old, now)
  const changes = compareParts(namedParts(from), namedParts(to), from, to)
  const [before, after] = [
    comparedTransitions(from, pairs),
    comparedTransitions(to, new Map([...pairs.values()].map((path) => [path, path]))),
  ]
  const groups = new Set([...before.keys(), ...after.keys()])
  for (const [path, same] of pairs) {
    const [one, other] = [old.get(path), now.get(same)]
    if (!one || !other) continue
    changes.push(...placeChanges(one, other, pairs, to))
    const parts = withStatePaths(statePartsOf(one), one, (state) =>
      old.has(state) ? (pairs.get(state) ?? state) : undefined,
    )
    const later = withStatePaths(statePartsOf(other), other, (state) => (now.has(state) ? state : undefined))
    changes.push(...compareParts(parts, later, from, to))
  }
  for (const group of groups)
    changes.push(...transitionChanges(before.get(group) ?? [], after.get(group) ?? [], from, to))
  for (const path of removed) changes.push(...wholeState('removed', old.get(path), from))
  for (const path of added) changes.push(...wholeState('added', now.get(path), to))
  return changes
}

/** Whether a state is called otherwise, or stands elsewhere. */
function placeChanges(
  one: DraftState,
  other: DraftState,
  pairs: ReadonlyMap<string, string>,
  to: DraftDocument,
): Change[] {
  if (one.path === '') return []
  const [part] = statePartsOf(other)
  if (!part) return []
  const subject = { type: part.type, path: other.pointer, earlierPath: one.pointer, label: labelOfPart(to, part) }
  if (pairs.get(one.parent ?? '') !== other.parent) {
    return [{ kind: 'moved', subject, before: one.parent, after: other.parent, impact: 'behaviour' }]
  }
  if (one.key === other.key) return []
  return [{ kind: 'renamed', subject, before: one.key, after: other.key, impact: 'words' }]
}

function compareParts(from: readonly Part[], to: readonly Part[], old: DraftDocument, now: DraftDocument): Change[] {
  const [before, after] = [keyed(from), keyed(to)]
  const keys = [...new Set([...after.keys(), ...before.keys()])]
  return keys.flatMap((key): Change[] => {
    const [one, other] = [before.get(key), after.get(key)]
    if (one && !other) return [wholePart('removed', one, old)]
    if (!one && other) return [wholePart('added', other, now)]
    return one && other ? fieldChanges(one, other, now) : []
  })
}

const keyed = (parts: readonly Part[]): Map<string, Part> =>
  new Map(parts.map((part) => [part.type === 'state' ? 'state' : part.key, part]))

function fieldChanges(one: Part, other: Part, to: DraftDocument): Change[] {
  const subject = { type: other.type, path: other.pointer, earlierPath: one.pointer, label: labelOfPart(to, other) }
  return compareFields(one.fields, other.fields).flatMap(({ field, before, after }): Change[] => {
    if (field !== 'regions')
      return [{ kind: 'changed', subject, field, before, after, impact: impactOf(field, before, after) }]
    // which regions there are is told of each; here only their order among those of both
    const [old, now] = [keysOf(before), keysOf(after)]
    const [kept, keeps] = [old.filter((key) => now.includes(key)), now.filter((key) => old.includes(key))]
    if (kept.join() === keeps.join()) return []
    return [{ kind: 'moved', subject, field, before: kept, after: keeps, impact: 'behaviour' }]
  })
}

const keysOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

function wholePart(kind: 'added' | 'removed', part: Part, document: DraftDocument): Change {
  const subject = { type: part.type, path: part.pointer, label: labelOfPart(document, part) }
  return { kind, subject, [kind === 'added' ? 'after' : 'before']: part.fields, impact: 'behaviour' }
}

/** A state that came or went, with all that it holds: its parts and transitions are not told of one by one. */
function wholeState(kind: 'added' | 'removed', state: DraftState | undefined, document: DraftDocument): Change[] {
  const [part] = state ? statePartsOf(state) : []
  return part && state ? [wholePart(kind, { ...part, fields: state.definition }, document)] : []
}

function transitionChanges(
  from: readonly ComparedTransition[],
  to: readonly ComparedTransition[],
  old: DraftDocument,
  now: DraftDocument,
): Change[] {
  const { pairs, removed, added, moved } = compareTransitions(from, to)
  const subject = (transition: ComparedTransition, document: DraftDocument): Change['subject'] => ({
    type: 'transition',
    path: transition.pointer,
    label: labelOfTransition(document, transition),
  })
  const ofBoth = (one: ComparedTransition, other: ComparedTransition): Change['subject'] => ({
    ...subject(other, now),
    earlierPath: one.pointer,
  })
  return [
    ...pairs.flatMap(([one, other]) =>
      compareFields(one.said, other.said).map(
        ({ field, before, after }): Change => ({
          kind: 'changed',
          subject: ofBoth(one, other),
          field,
          before,
          after,
          impact: impactOf(field, before, after),
        }),
      ),
    ),
    ...removed.map(
      (one): Change => ({
        kind: 'removed',
        subject: subject(one, old),
        before: one.definition,
        impact: 'behaviour',
      }),
    ),
    ...added.map(
      (one): Change => ({ kind: 'added', subject: subject(one, now), after: one.definition, impact: 'behaviour' }),
    ),
    ...(moved ? [order(moved, ofBoth(...moved))] : []),
  ]
}

function order([one, other]: readonly [ComparedTransition, ComparedTransition], subject: Change['subject']): Change {
  return { kind: 'moved', subject, field: 'order', before: one.index, after: other.index, impact: 'behaviour' }
}
