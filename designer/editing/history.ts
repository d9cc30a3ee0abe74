import type { DraftDocument } from '../model/document.ts'
import { type Place, placeKey } from '../model/places.ts'
import type { editing } from '../texts/fi/editing.ts'
import type { Layout } from './layout.ts'

/** What an edit changes: the document, where its states stand on the canvas, and what is chosen. */
export interface Editable {
  document: DraftDocument
  layout: Layout
  selection: Place
}

/** What an edit was, for people: a text of `editing` and what it names. */
export interface EditName {
  text: keyof typeof editing
  values?: Readonly<Record<string, string | number>>
}

/** An edit as a person meant it: one step of undo. */
export interface Step {
  name: EditName
  before: Editable
  after: Editable
  /** edits of the same group that follow each other are one step: typing into one field, dragging one sheet */
  group: string | undefined
}

/** Everything that has been done to a draft since it was opened, and what of it was undone. */
export interface History {
  past: readonly Step[]
  future: readonly Step[]
}

export const emptyHistory: History = { past: [], future: [] }

/** How many steps are kept: more than anybody takes back, and little beside the document, whose unchanged parts they share. */
const mostSteps = 2000

/** Adds a step to what has been done; what was undone before cannot be done again after it. */
export function remember(history: History, step: Step): History {
  const last = history.past.at(-1)
  const continues = last !== undefined && step.group !== undefined && last.group === step.group
  const past = continues
    ? [...history.past.slice(0, -1), { ...last, after: step.after }]
    : [...history.past, step].slice(-mostSteps)
  return { past, future: [] }
}

/** Ends the group of the last step: what comes next is a step of its own. */
export function endGroup(history: History): History {
  const last = history.past.at(-1)
  if (last?.group === undefined) return history
  return { ...history, past: [...history.past.slice(0, -1), { ...last, group: undefined }] }
}

/** Takes the last step back. */
export function undo(history: History): { history: History; now: Editable } | undefined {
  const step = history.past.at(-1)
  if (!step) return undefined
  return { history: { past: history.past.slice(0, -1), future: [...history.future, step] }, now: step.before }
}

/** Does again what was taken back last. */
export function redo(history: History): { history: History; now: Editable } | undefined {
  const step = history.future.at(-1)
  if (!step) return undefined
  return { history: { past: [...history.past, step], future: history.future.slice(0, -1) }, now: step.after }
}

/** The group of edits of one field of a place. */
export const fieldGroup = (place: Place, field: string): string => `${placeKey(place)}/${field}`
