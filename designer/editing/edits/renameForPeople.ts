import type { Text } from '../../../engine/pathway/values.ts'
import type { Language } from '../../../engine/pathway/words/index.ts'
import type { DraftDocument } from '../../model/document.ts'
import type { Place } from '../../model/places.ts'
import { stateIn, thingAt } from '../../model/thingAt.ts'
import { type Edit, inTurn, setField } from './edit.ts'
import { newLabel } from './newLabel.ts'

/** Gives something another name for people, in the reader's language: wherever the thing keeps its name. */
export function renameForPeople(document: DraftDocument, place: Place, words: string, language: Language): Edit {
  return inTurn(
    ...fieldsOf(document, place).map(([field, label]) => setField(place, field, renamed(label, words, language))),
  )
}

/** A name that was written in one language. A pathway has Finnish first: where it has none of its own, this stands for it. */
const renamed = (label: Text | undefined, words: string, language: Language): Text => {
  const name = { ...label, ...newLabel(words, language) }
  const hasFinnish = language !== 'fi' && label !== undefined && label.fi !== '' && label.fi !== label[language]
  return hasFinnish ? { ...name, fi: label.fi } : name
}

/** Where a thing keeps its name: a phase with the phase, an end also with how the journey ended. */
function fieldsOf(document: DraftDocument, place: Place): [string[], Text | undefined][] {
  if (place.kind === 'pathway') return [[['title'], document.title]]
  if (place.kind !== 'state') {
    const thing = thingAt(document, place)
    const label = typeof thing === 'object' && thing !== null && 'label' in thing ? thing.label : undefined
    return [[['label'], label as Text | undefined]]
  }
  const state = stateIn(document, place.state)
  if (state?.phase) return [[['phase', 'label'], state.phase.label]]
  const own: [string[], Text | undefined] = [['label'], state?.label]
  return state?.end ? [own, [['end', 'label'], state.end.label]] : [own]
}
