import type { Text } from '../../../engine/pathway/document.ts'
import type { DraftState } from '../../model/document.ts'
import { childOf, isWithin, keyOf, parentOf } from '../../model/places.ts'
import { choose, type Edit, editDocument, inTurn, stateIn } from './edit.ts'
import { freeKey, keyFrom } from './names.ts'
import { goneFrom, movedTo, restructure } from './restructure.ts'

/** What a new state is to be: a phase that people talk about, a step inside one, an end, or a return to where one was. */
export type NewState = 'phase' | 'state' | 'end' | 'history'

/**
 * Adds a state inside another, after its siblings, and chooses it. The first one inside becomes where it begins.
 * @param after puts it after this sibling instead of last
 */
export function addState(parent: string, label: Text, kind: NewState, after?: string): Edit {
  return (now) => {
    const inside = stateIn(now.document, parent)?.states
    const key = freeKey(keyFrom(label.fi, kind === 'phase' ? 'vaihe' : kind === 'end' ? 'loppu' : 'tila'), inside)
    return inTurn(
      editDocument((document) => {
        const state = stateIn(document, parent)
        if (!state) return
        state.states = inserted(state.states ?? {}, key, newState(key, label, kind), after)
        if (state.initial === undefined && state.type !== 'parallel' && kind !== 'end' && kind !== 'history')
          state.initial = key
      }),
      choose({ kind: 'state', state: childOf(parent, key) }),
    )(now)
  }
}

function newState(key: string, label: Text, kind: NewState): DraftState {
  switch (kind) {
    case 'phase':
      return { phase: { label, goal: { fi: '' }, responsible: '' } }
    case 'state':
      return { label }
    case 'end':
      return { type: 'final', label, end: { code: key, label, outcome: 'completed' } }
    case 'history':
      return { type: 'history', history: 'deep', label }
  }
}

/** Takes a state away with all inside it, and the transitions to it. */
export function removeState(state: string): Edit {
  return (now) =>
    restructure(
      now,
      (document) => {
        const parent = stateIn(document, parentOf(state) ?? '')
        if (!parent?.states) return
        delete parent.states[keyOf(state)]
        if (Object.keys(parent.states).length === 0 && parentOf(state) !== '') delete parent.states
        if (parent.states === undefined && parent.type === 'parallel') delete parent.type
      },
      goneFrom(state),
    )
}

/** Gives a state another key; it keeps its place among its siblings. Nothing happens when the key is taken. */
export function renameState(state: string, key: string): Edit {
  return (now) => {
    const parent = parentOf(state)
    const siblings = parent === undefined ? undefined : stateIn(now.document, parent)?.states
    if (parent === undefined || !siblings || key === keyOf(state) || Object.hasOwn(siblings, key)) return now
    return restructure(
      now,
      (document) => {
        const owner = stateIn(document, parent)
        if (!owner?.states) return
        const entries = Object.entries(owner.states)
        owner.states = Object.fromEntries(
          entries.map(([one, definition]) => [one === keyOf(state) ? key : one, definition]),
        )
      },
      movedTo(state, childOf(parent, key)),
    )
  }
}

/**
 * Moves a state into another, or among its siblings. Nothing happens when it would come to lie inside itself.
 * @param after the sibling that it comes after; null for first, undefined for last
 */
export function moveState(state: string, into: string, after?: string | null): Edit {
  return (now) => {
    const from = parentOf(state)
    if (from === undefined || isWithin(into, state)) return now
    const isSame = from === into
    const key = isSame ? keyOf(state) : freeKey(keyOf(state), stateIn(now.document, into)?.states)
    return restructure(
      now,
      (document) => {
        const owner = stateIn(document, from)
        const definition = owner?.states?.[keyOf(state)]
        if (!owner?.states || !definition) return
        delete owner.states[keyOf(state)]
        const target = stateIn(document, into)
        if (!target) return
        target.states = inserted(target.states ?? {}, key, definition, after)
        if (target.initial === undefined && target.type !== 'parallel') target.initial = key
        if (!isSame && from !== '' && Object.keys(owner.states).length === 0) delete owner.states
      },
      isSame ? (path) => path : movedTo(state, childOf(into, key)),
    )
  }
}

/** Whether all states inside a state are on at once, each of them a part with a course of its own, or one of them. */
export function setParallel(state: string, isParallel: boolean): Edit {
  return editDocument((document) => {
    const found = stateIn(document, state)
    if (!found) return
    const [first] = Object.keys(found.states ?? {})
    if (isParallel) {
      found.type = 'parallel'
      delete found.initial
    } else {
      delete found.type
      if (first !== undefined) found.initial = first
    }
  })
}

/** What a state without states inside is: a place where one is, an end, or a return to where one was. */
export type StateKind = 'atomic' | 'final' | 'history'

/** Makes a state another kind; what only the kind before had goes. An end of the pathway gets a code. */
export function setStateKind(state: string, kind: StateKind): Edit {
  return editDocument((document) => {
    const found = stateIn(document, state)
    if (!found) return
    for (const key of ['type', 'end', 'history', 'target'] as const) delete found[key]
    if (kind === 'atomic') return
    found.type = kind
    if (kind === 'history') found.history = 'deep'
    else if (parentOf(state) === '') {
      const label = found.phase?.label ?? found.label ?? { fi: keyOf(state) }
      found.end = { code: keyOf(state), label: { ...label }, outcome: 'completed' }
    }
  })
}

/** Makes a state a phase, which people talk about by its name, or no phase again. */
export function setPhase(state: string, isPhase: boolean, responsible: string): Edit {
  return editDocument((document) => {
    const found = stateIn(document, state)
    if (!found || isPhase === (found.phase !== undefined)) return
    if (isPhase) {
      found.phase = { label: found.label ?? { fi: keyOf(state) }, goal: { fi: '' }, responsible }
      delete found.label
    } else {
      if (found.phase && !found.label) found.label = found.phase.label
      delete found.phase
    }
  })
}

function inserted(
  states: Record<string, DraftState>,
  key: string,
  definition: DraftState,
  after: string | null | undefined,
): Record<string, DraftState> {
  const entries = Object.entries(states)
  const found = after === null ? 0 : entries.findIndex(([one]) => one === after) + 1
  const at = after !== null && found === 0 ? entries.length : found
  return Object.fromEntries([...entries.slice(0, at), [key, definition] as const, ...entries.slice(at)])
}
