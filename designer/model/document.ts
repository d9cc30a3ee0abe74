import type { PathwayInput, StateDefinition, Text, TransitionDefinition } from '../../engine/pathway/document.ts'

/**
 * A document as it is being drawn: of the same form as a pathway's, and parts of it may be missing or wrong still. What an
 * administrator has not written is not filled in, so that a document that is only looked at stays as it is.
 */
export type DraftDocument = Omit<PathwayInput, 'title' | 'states'> & {
  title: Text
  states: Record<string, StateDefinition>
}

export type DraftState = StateDefinition
export type DraftTransition = TransitionDefinition

/** Transitions of one event, as a document may write them. */
export type Transitions = NonNullable<StateDefinition['always']>

/** A document that came from outside the designer, made whole enough to be drawn. */
export function asDraftDocument(input: Record<string, unknown>): DraftDocument {
  const title = isRecord(input.title) && typeof input.title.fi === 'string' ? input.title : { fi: '' }
  const states = isRecord(input.states) ? input.states : {}
  return { ...input, title, states } as DraftDocument
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
