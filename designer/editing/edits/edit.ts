import { produce } from 'immer'
import type { DraftDocument } from '../../model/document.ts'
import { type Place, pathOf } from '../../model/places.ts'
import { listTransitions, slotOf, stateIn, type TransitionPlace, thingAt } from '../../model/thingAt.ts'
import type { Editable } from '../history.ts'

/** A change of what is drawn: takes what is there, gives what shall be. The same object when there is nothing to do. */
export type Edit = (now: Editable) => Editable

/** An edit of the document alone, written as changes to it. */
export function editDocument(change: (document: DraftDocument) => void): Edit {
  return (now) => {
    const document = produce(now.document, change)
    return document === now.document ? now : { ...now, document }
  }
}

/** Several edits as one. */
export function inTurn(...edits: Edit[]): Edit {
  return (now) => edits.reduce((done, edit) => edit(done), now)
}

/** Chooses a place. */
export function choose(selection: Place): Edit {
  return (now) => ({ ...now, selection })
}

/**
 * Changes one field of the thing at a place: a state, a transition, a fact … `undefined` takes the field away, and with
 * it a thing's key where it is left empty.
 * @param field keys below the place, such as `['phase', 'goal', 'fi']`
 */
export function setField(place: Place, field: readonly (string | number)[], value: unknown): Edit {
  return (now) => {
    // what somebody else has taken away meanwhile does not come back as a heap of fields
    if (thingAt(now.document, place) === undefined) return now
    return editDocument((document) => {
      if (place.kind === 'transition') makeWhole(document, place)
      setAt(document as unknown as Container, [...pathOf(place), ...field], value)
    })(now)
  }
}

/** Writes the transitions of one slot in their full form, so that each has a field to change. */
export function makeWhole(document: DraftDocument, place: TransitionPlace): void {
  const state = stateIn(document, place.state)
  const written = state && slotOf(state, place)
  if (!state || written === undefined) return
  const whole = listTransitions(written)
  if (place.trigger === 'on' || place.trigger === 'after')
    state[place.trigger] = { ...state[place.trigger], [place.event]: whole }
  else state[place.trigger] = whole
}

type Container = Record<string | number, unknown>

function setAt(root: Container, path: readonly (string | number)[], value: unknown): void {
  const [key, ...rest] = path
  if (key === undefined) return
  if (rest.length === 0) {
    if (value !== undefined) root[key] = value
    else if (Array.isArray(root) && typeof key === 'number') root.splice(key, 1)
    else delete root[key]
    return
  }
  const inside = root[key]
  if (typeof inside !== 'object' || inside === null) {
    if (value === undefined) return
    root[key] = typeof rest[0] === 'number' ? [] : {}
  }
  setAt(root[key] as Container, rest, value)
  const left = root[key]
  if (value === undefined && !Array.isArray(left) && Object.keys(left as object).length === 0 && isOptional(key))
    delete root[key]
}

/** Lists that a document has only when there is something in them. */
const optional = new Set<string | number>([
  'followUps',
  'modules',
  'responsibilities',
  'inputs',
  'outputs',
  'on',
  'after',
])
const isOptional = (key: string | number): boolean => optional.has(key)
