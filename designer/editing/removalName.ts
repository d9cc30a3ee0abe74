import type { Language } from '../../engine/pathway/words/index.ts'
import type { DraftDocument } from '../model/document.ts'
import { placeName } from '../model/placeName.ts'
import { type Place, stateOrPathway } from '../model/places.ts'
import type { EditName } from './history.ts'

/** What it is called to take something away where it was chosen: from where, and when that is everywhere. */
export function removalName(document: DraftDocument, place: Place, language: Language): EditName {
  const name = placeName(document, place, language)
  switch (place.kind) {
    case 'state':
      return { text: 'removeState', values: { name } }
    case 'transition':
      return { text: 'removeTransition', values: { name } }
    case 'followUp':
      return { text: 'removeFollowUp', values: { name } }
    case 'task': {
      if (place.openedIn === undefined) return { text: 'removeEverywhere', values: { name } }
      const where = placeName(document, stateOrPathway(place.openedIn), language)
      return { text: 'removeTaskHere', values: { name, where } }
    }
    case 'criterion':
    case 'fact':
    case 'caseRole':
    case 'parameter':
      return { text: 'removeEverywhere', values: { name } }
    case 'pathway':
    case 'module':
    case 'exit':
    case 'suspension':
      return { text: 'removeThing', values: { name } }
  }
}
