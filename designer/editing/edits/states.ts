import type { Text } from '../../../engine/pathway/values.ts'
import type { DraftState } from '../../model/document.ts'
import { childOf, isWithin, keyOf, parentOf } from '../../model/places.ts'
import { stateIn } from '../../model/thingAt.ts'
import { choose, type Edit, editDocument, inTurn } from './edit.ts'
import { freeKey, keyFrom } from './names.ts'
import { firstInside, goneFrom, movedTo, restructure } from './restructure.ts'

/** What a new state is to be: a phase that people talk about, a step inside one, an end, or a return to where one was. */
export type NewState = 'phase' | 'state' | 'end' | 'history'

/**
 * Adds a state inside another, after its siblings, and chooses it. The first one inside becomes where it begins.
 * @param after puts it after this sibling instead of last
 */
export function addState(parent: string, label: Text, kind: NewState, after?: string): Edit {
  return (now) => {
    const owner = stateIn(now.document, parent)
    if (!owner) return now
    const key = freeKey(keyFrom(label.fi, kind === 'phase' ? 'vaihe' : kind === 'end' ? 'loppu' : 'tila'), owner.states)
    return inTurn(
      editDocument((document) => {
        const state = stateIn(document, parent)
        if (!state) return
        state.states = inserted(state.states ?? {}, key, newState(key, label, kind, parent), after)
        beginSomewhere(state)
      }),
      choose({ kind: 'state', state: childOf(parent, key) }),
    )(now)
  }
}

function newState(key: string, label: Text, kind: NewState, parent: string): DraftState {
  switch (kind) {
    case 'phase':
      return { phase: { label, goal: { fi: '' }, responsible: '' } }
    case 'state':
      return { label }
    case 'end':
      // only an end of the whole pathway says how the journey ended
      return parent === ''
        ? { type: 'final', label, end: { code: key, label, outcome: 'completed' } }
        : { type: 'final', label }
    case 'history':
      return { type: 'history', history: 'deep', label }
  }
}

/** Takes a state away with all inside it, and the transitions to it. */
export function removeState(state: string): Edit {
  return (now) => {
    const from = parentOf(state)
    if (from === undefined) return now
    return restructure(
      now,
      (document) => {
        const parent = stateIn(document, from)
        if (!parent?.states?.[keyOf(state)]) return
        delete parent.states[keyOf(state)]
        if (from !== '') emptied(parent)
      },
      goneFrom(state),
    )
  }
}

/** Gives a state another key; it keeps its place among its siblings. Nothing happens when the key is taken. */
export function renameState(state: string, key: string): Edit {
  return (now) => {
    const parent = parentOf(state)
    const siblings = parent === undefined ? undefined : stateIn(now.document, parent)?.states
    if (parent === undefined || !siblings?.[keyOf(state)]) return now
    if (key === keyOf(state) || Object.hasOwn(siblings, key)) return now
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
    const there = stateIn(now.document, into)
    if (from === undefined || !there || isWithin(into, state) || after === keyOf(state)) return now
    const isSame = from === into
    const key = isSame ? keyOf(state) : freeKey(keyOf(state), there.states)
    if (isSame && isPlacedAfter(there, key, after)) return now
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
        if (!isSame) beginSomewhere(target)
        if (!isSame && from !== '') emptied(owner)
      },
      isSame ? (path) => path : movedTo(state, childOf(into, key)),
    )
  }
}

/** Whether all states inside a state are on at once, each of them a part with a course of its own, or one of them. */
export function setParallel(state: string, isParallel: boolean): Edit {
  return editDocument((document) => {
    const found = stateIn(document, state)
    if (!found || isParallel === (found.type === 'parallel')) return
    if (isParallel) {
      found.type = 'parallel'
      delete found.initial
    } else {
      delete found.type
      beginSomewhere(found)
    }
  })
}

/** A state that has got states inside is no longer a single one, and says which of them comes first. */
export function beginSomewhere(state: DraftState): void {
  if (state.type === 'atomic') delete state.type
  if (state.type === 'parallel' || state.initial !== undefined) return
  const first = firstInside(state)
  if (first !== undefined && state.states?.[first]?.type !== 'final') state.initial = first
}

/** A state of which the last state inside has gone is a single one again. */
function emptied(state: DraftState): void {
  if (Object.keys(state.states ?? {}).length > 0) return
  delete state.states
  if (state.type === 'parallel' || state.type === 'compound') delete state.type
}

function isPlacedAfter({ states = {} }: DraftState, key: string, after: string | null | undefined): boolean {
  const keys = Object.keys(states)
  const at = keys.indexOf(key)
  if (after === undefined) return at === keys.length - 1
  return after === null ? at === 0 : at > 0 && keys[at - 1] === after
}

export function inserted(
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
