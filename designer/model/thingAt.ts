import { statePath } from '../../engine/pathway/statePath.ts'
import type { DraftDocument, DraftState, DraftTransition, Transitions } from './document.ts'
import { type Place, pathOf } from './places.ts'

export type TransitionPlace = Extract<Place, { kind: 'transition' }>

/** The thing at a place of a document; undefined when there is none. */
export function thingAt(document: DraftDocument, place: Place): unknown {
  let found: unknown = document
  for (const key of pathOf(place)) {
    if (place.kind === 'transition' && typeof key === 'number' && !Array.isArray(found))
      return key === 0 ? found : undefined
    found = inside(found, key)
  }
  return found
}

/** The state at a path of a document, also of one that is being changed; the document itself for `''`. */
export function stateIn(document: DraftDocument, state: string): DraftState | undefined {
  let found: unknown = document
  for (const key of statePath(state)) found = inside(found, key)
  return found as DraftState | undefined
}

/** What a state writes under one event, time or change: one transition, several candidates, or nothing. */
export function slotOf(
  state: DraftState,
  { trigger, event }: Pick<TransitionPlace, 'trigger' | 'event'>,
): Transitions | undefined {
  return trigger === 'on' || trigger === 'after' ? state[trigger]?.[event] : state[trigger]
}

/** The candidates of one event in their full form. */
export function listTransitions(written: Transitions | undefined): DraftTransition[] {
  return [written ?? []].flat().map((one) => (typeof one === 'string' ? { target: one } : one))
}

/** The transition at a place in its full form; undefined when there is none. */
export function transitionAt(document: DraftDocument, place: TransitionPlace): DraftTransition | undefined {
  const state = stateIn(document, place.state)
  const one = [(state && slotOf(state, place)) ?? []].flat()[place.index]
  return typeof one === 'string' ? { target: one } : one
}

const inside = (found: unknown, key: string | number): unknown =>
  typeof found === 'object' && found !== null && Object.hasOwn(found, key)
    ? (found as Record<string | number, unknown>)[key]
    : undefined
