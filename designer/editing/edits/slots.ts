import type { DraftDocument, DraftState, DraftTransition, Transitions } from '../../model/document.ts'
import { slotOf, stateIn, type TransitionPlace } from '../../model/thingAt.ts'

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
  [(state && slotOf(state, place)) ?? []].flat().length

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
