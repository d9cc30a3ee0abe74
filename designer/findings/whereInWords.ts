import { type Language, stateName } from '../../engine/pathway/words/index.ts'
import type { DraftDocument } from '../model/document.ts'
import { placeName } from '../model/placeName.ts'
import { isSamePlace, type Place } from '../model/places.ts'
import { readPathway } from '../model/readPathway.ts'

/** What a place is called, with the state that it lies in: ”Kuntoutus › Aloita koulutus”. */
export function whereInWords(document: DraftDocument, place: Place, language: Language): string {
  const own = nameOf(document, place, language)
  if (!('state' in place) || place.kind === 'state') return own
  return `${stateName(document, place.state, language)} › ${own}`
}

/** A place's name; of a transition that nobody has named, where it leads. */
export function nameOf(document: DraftDocument, place: Place, language: Language): string {
  const name = placeName(document, place, language)
  if (name !== '' || place.kind !== 'transition') return name
  const leaving = readPathway(document).leaving.get(place.state) ?? []
  const [target] = leaving.find((item) => isSamePlace(item.place, place))?.targets ?? []
  return target === undefined ? '' : `→ ${stateName(document, target, language)}`
}
