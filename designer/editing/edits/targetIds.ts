import type { DraftDocument } from '../../model/document.ts'
import { nameTarget, readPathway } from '../../model/readPathway.ts'
import { type Edit, editDocument, makeWhole, stateIn } from './edit.ts'
import { transitionAt } from './transitions.ts'

/** Gives the pathway another id, in the targets too that begin with it. */
export function renamePathway(id: string): Edit {
  return (now) =>
    editDocument((document) => {
      retarget(document, now.document, '', now.document.id, id)
      document.id = id
    })(now)
}

/** Gives a state another name for targets from anywhere, or none, and keeps those pointing at it that did. */
export function setStateId(state: string, id: string | undefined): Edit {
  return (now) =>
    editDocument((document) => {
      const before = stateIn(now.document, state)?.id
      if (before !== undefined) retarget(document, now.document, state, before, id)
      const found = stateIn(document, state)
      if (!found) return
      if (id === undefined) delete found.id
      else found.id = id
    })(now)
}

/** Writes targets anew that name a state by an id. @param document is changed */
function retarget(
  document: DraftDocument,
  before: DraftDocument,
  owner: string,
  from: string,
  to: string | undefined,
): void {
  const renamed = (target: string, source: string): string => {
    const rest = target.slice(1 + from.length)
    if (!target.startsWith(`#${from}`) || (rest !== '' && !rest.startsWith('.'))) return target
    if (to !== undefined) return `#${to}${rest}`
    return nameTarget(`${owner}${owner === '' ? rest.slice(1) : rest}`, source, document.id)
  }
  for (const { place, source, definition } of readPathway(before).transitions) {
    const targets = [definition.target ?? []].flat()
    if (targets.every((target) => renamed(target, source) === target)) continue
    makeWhole(document, place)
    const one = transitionAt(document, place)
    if (!one) continue
    const next = targets.map((target) => renamed(target, source))
    one.target = Array.isArray(definition.target) ? next : next[0]
  }
}
