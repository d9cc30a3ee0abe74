import type { PathwayInput } from '../../engine/pathway/document.ts'
import { isRecord } from '../../engine/pathway/isRecord.ts'
import type { StateDefinition, TransitionDefinition } from '../../engine/pathway/states.ts'
import type { Text } from '../../engine/pathway/values.ts'
import { recordOf, stringOf } from './readValue.ts'
import { soundDocument } from './soundDocument.ts'

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

const known = new WeakMap<object, DraftDocument>()

/**
 * A document that came from outside the designer, whole enough to be drawn: what has not the form of a document is not there,
 * and what a document cannot be without is. The very same where nothing is wrong with it.
 */
export function asDraftDocument(input: Readonly<Record<string, unknown>>): DraftDocument {
  const before = known.get(input)
  if (before) return before
  const sound = recordOf(soundDocument(input))
  const { id, title, states } = sound
  const isWhole = typeof id === 'string' && isRecord(title) && typeof title.fi === 'string' && isRecord(states)
  const whole = isWhole
    ? sound
    : {
        ...sound,
        id: stringOf(id) ?? '',
        title: { ...recordOf(title), fi: stringOf(recordOf(title).fi) ?? '' },
        states: recordOf(states),
      }
  // just now every part was given the form that its type says
  const document = whole as DraftDocument
  known.set(input, document)
  return document
}
