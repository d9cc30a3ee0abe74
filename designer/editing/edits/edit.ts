import { produce } from 'immer'
import type { DraftDocument, DraftState, Transitions } from '../../model/document.ts'
import { type Place, pathOf, statePath } from '../../model/places.ts'
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

/** The state at a path of a document that is being changed; the document itself for `''`. */
export function stateIn(document: DraftDocument, state: string): DraftState | undefined {
  let found: unknown = document
  for (const key of statePath(state)) found = (found as Record<string, unknown> | undefined)?.[key]
  return found as DraftState | undefined
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

/** The thing at a place of a document; undefined when there is none. */
export function thingAt(document: DraftDocument, place: Place): unknown {
  let found: unknown = document
  for (const key of pathOf(place)) {
    if (place.kind === 'transition' && typeof key === 'number' && !Array.isArray(found))
      return key === 0 ? found : undefined
    found = (found as Container | undefined)?.[key]
  }
  return found
}

/** Writes the transitions of one slot in their full form, so that each has a field to change. */
export function makeWhole(document: DraftDocument, place: Extract<Place, { kind: 'transition' }>): void {
  const state = stateIn(document, place.state)
  if (!state) return
  const whole = (written: Transitions | undefined): Transitions | undefined =>
    written === undefined ? undefined : [written].flat().map((one) => (typeof one === 'string' ? { target: one } : one))
  if (place.trigger === 'on' || place.trigger === 'after') {
    const slots = state[place.trigger]
    const written = slots?.[place.event]
    if (slots && written !== undefined) slots[place.event] = whole(written) ?? []
  } else {
    const written = whole(state[place.trigger])
    if (written !== undefined) state[place.trigger] = written
  }
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
