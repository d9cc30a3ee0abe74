import type { DraftDocument, DraftState, DraftTransition, Transitions } from '../../model/document.ts'
import type { Place } from '../../model/places.ts'
import { stateIn } from './edit.ts'

export type TransitionPlace = Extract<Place, { kind: 'transition' }>

/** What a state writes under one event, time or change: one transition, several candidates, or nothing. */
export function slotOf(state: DraftState, { trigger, event }: TransitionPlace): Transitions | undefined {
  return trigger === 'on' || trigger === 'after' ? state[trigger]?.[event] : state[trigger]
}

/** The transition at a place in its full form; undefined when there is none. */
export function transitionAt(document: DraftDocument, place: TransitionPlace): DraftTransition | undefined {
  const state = stateIn(document, place.state)
  const one = [(state && slotOf(state, place)) ?? []].flat()[place.index]
  return typeof one === 'string' ? { target: one } : one
}

/** Adds a transition after those that are there. @param state is changed */
export function appendTransition(state: DraftState, place: Omit<TransitionPlace, 'index'>, one: DraftTransition): void {
  const { trigger, event } = place
  const appended = (written: Transitions | undefined): Transitions =>
    written === undefined ? one : [...[written].flat(), one]
  if (trigger === 'on' || trigger === 'after') {
    const slots = state[trigger] ?? {}
    slots[event] = appended(slots[event])
    state[trigger] = slots
  } else state[trigger] = appended(state[trigger])
}

/** How many transitions a state has under one event, time or change. */
export const countIn = (state: DraftState | undefined, place: Omit<TransitionPlace, 'index'>): number =>
  [(state && slotOf(state, { ...place, index: 0 })) ?? []].flat().length

/** Takes a transition away, and the keys that are left empty by it. @param document is changed */
export function removeTransition(
  document: DraftDocument,
  { state: path, trigger, event, index }: TransitionPlace,
): void {
  const state = stateIn(document, path)
  if (!state) return
  const without = (written: Transitions | undefined): Transitions | undefined => {
    const left = [written ?? []].flat().filter((_, at) => at !== index)
    return left.length === 0 ? undefined : left
  }
  if (trigger === 'on' || trigger === 'after') {
    const slots = state[trigger]
    if (slots?.[event] === undefined) return
    const left = without(slots[event])
    if (left === undefined) delete slots[event]
    else slots[event] = left
    if (Object.keys(slots).length === 0) delete state[trigger]
    return
  }
  const left = without(state[trigger])
  if (left === undefined) delete state[trigger]
  else state[trigger] = left
}
