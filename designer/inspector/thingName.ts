import i18next from 'i18next'
import type { Language } from '../app/language.ts'
import { placeName } from '../canvas/placeName.ts'
import type { DraftDocument } from '../model/document.ts'
import type { Place } from '../model/places.ts'

/** What a thing is called where it has a form of its own: a transition that nobody has named, by what drives it. */
export function thingName(document: DraftDocument, place: Place, language: Language): string {
  const name = placeName(document, place, language)
  if (name !== '' || place.kind !== 'transition') return name
  return i18next.t(unnamed[place.trigger], { ns: 'inspectorRules', lng: language })
}

const unnamed = { on: 'anyEvent', after: 'triggerAfter', always: 'triggerAlways', onDone: 'triggerOnDone' } as const
