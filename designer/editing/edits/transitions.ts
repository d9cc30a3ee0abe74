import type { Text } from '../../../engine/pathway/values.ts'
import type { DraftTransition } from '../../model/document.ts'
import { stateOrPathway, type Trigger } from '../../model/places.ts'
import { nameTarget } from '../../model/readPathway.ts'
import { slotOf, stateIn, type TransitionPlace, transitionAt } from '../../model/thingAt.ts'
import { choose, type Edit, editDocument, inTurn, makeWhole, setField } from './edit.ts'
import { keyFrom } from './names.ts'
import { appendTransition, countIn, removeTransition } from './slots.ts'

/**
 * Draws a transition from a state to another, and chooses it. One that a person takes has an event of its own, named after
 * its label; where the state has that event already, the new transition is its next candidate.
 */
export function addTransition(
  source: string,
  target: string,
  label: Text,
  trigger: Trigger = 'on',
  key?: string,
): Edit {
  return (now) => {
    const event =
      trigger === 'on' ? (key ?? keyFrom(label.fi, 'siirtyma')) : trigger === 'after' ? (key ?? 'P1M') : trigger
    const state = stateIn(now.document, source)
    if (!state) return now
    const one: DraftTransition = { target: nameTarget(target, source, now.document.id), label }
    const place = { kind: 'transition', state: source, trigger, event } as const
    return inTurn(
      editDocument((document) => {
        const owner = stateIn(document, source)
        if (owner) appendTransition(owner, place, one)
      }),
      choose({ ...place, index: countIn(state, place) }),
    )(now)
  }
}

/** Takes a transition away, and chooses the state that it left. */
export function dropTransition(place: TransitionPlace): Edit {
  return inTurn(
    editDocument((document) => removeTransition(document, place)),
    choose(stateOrPathway(place.state)),
  )
}

/** Leads a transition to another state. */
export function setTarget(place: TransitionPlace, target: string): Edit {
  return (now) => setField(place, ['target'], nameTarget(target, place.state, now.document.id))(now)
}

/** Leads a transition to several states at once, one in each part of a state; to none, and it stays where it is. */
export function setTargets(place: TransitionPlace, targets: readonly string[]): Edit {
  return (now) => {
    const named = targets.map((target) => nameTarget(target, place.state, now.document.id))
    return setField(place, ['target'], named.length > 1 ? named : named[0])(now)
  }
}

/** Lets a transition be driven by something else: an event, time, facts. It goes to the end of the candidates there. */
export function setTrigger(place: TransitionPlace, trigger: Trigger, event: string): Edit {
  return (now) => {
    const one = transitionAt(now.document, place)
    if (one === undefined || (trigger === place.trigger && event === place.event)) return now
    const to = { ...place, trigger, event }
    const index = countIn(stateIn(now.document, place.state), to)
    return inTurn(
      editDocument((document) => {
        removeTransition(document, place)
        const owner = stateIn(document, place.state)
        if (owner) appendTransition(owner, to, one)
      }),
      choose({ ...to, index }),
    )(now)
  }
}

/** Moves a transition among the candidates of its event: the first whose criteria are not false decides. */
export function reorderTransition(place: TransitionPlace, to: number): Edit {
  return (now) => {
    const last = countIn(stateIn(now.document, place.state), place) - 1
    const index = Math.min(Math.max(to, 0), last)
    if (index === place.index || place.index > last) return now
    return inTurn(
      editDocument((document) => {
        makeWhole(document, place)
        const state = stateIn(document, place.state)
        const slot = state && slotOf(state, place)
        if (!Array.isArray(slot)) return
        const [one] = slot.splice(place.index, 1)
        if (one !== undefined) slot.splice(index, 0, one)
      }),
      choose({ ...place, index }),
    )(now)
  }
}
