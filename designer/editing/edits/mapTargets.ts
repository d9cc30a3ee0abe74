import type { DraftDocument } from '../../model/document.ts'
import type { PathwayModel } from '../../model/readPathway.ts'
import { stateIn, transitionAt } from '../../model/thingAt.ts'
import { makeWhole } from './edit.ts'
import { removeTransition } from './slots.ts'

/**
 * Writes every target anew: of transitions, and of histories where one has not been yet. A target that becomes nothing goes,
 * and so does a transition of whose targets none is left.
 * @param document is changed
 * @param model the same document, as it was read before
 * @param rename what a target becomes that is written in the state `source`; the same where it stays
 */
export function mapTargets(
  document: DraftDocument,
  { states, transitions }: PathwayModel,
  rename: (target: string, source: string) => string | undefined,
): void {
  for (const { path, type, definition } of states.values()) {
    if (type !== 'history' || definition.target === undefined) continue
    const target = rename(definition.target, path)
    const state = stateIn(document, path)
    if (!state || target === definition.target) continue
    if (target === undefined) delete state.target
    else state.target = target
  }
  // later ones first, so that an index still means what it meant
  for (const { place, source, definition } of transitions.toReversed()) {
    const written = [definition.target ?? []].flat()
    const renamed = written.map((target) => rename(target, source))
    if (renamed.every((target, at) => target === written[at])) continue
    const left = renamed.filter((target) => target !== undefined)
    if (left.length === 0) {
      removeTransition(document, place)
      continue
    }
    makeWhole(document, place)
    const one = transitionAt(document, place)
    const isList = Array.isArray(definition.target) && (left.length > 1 || written.length === 1)
    if (one) one.target = isList ? left : left[0]
  }
}
