import type { Language } from '../../engine/pathway/words/index.ts'
import {
  criterionName,
  exitName,
  factName,
  followUpName,
  moduleName,
  parameterName,
  roleName,
  stateName,
  suspensionName,
  taskName,
  transitionName,
} from '../../engine/pathway/words/index.ts'
import type { DraftDocument } from './document.ts'
import type { Place } from './places.ts'
import { transitionAt } from './thingAt.ts'

/** What a thing of the document is called, in the reader's language. */
export function placeName(document: DraftDocument, place: Place, language: Language): string {
  switch (place.kind) {
    case 'pathway':
      return stateName(document, '', language)
    case 'state':
      return stateName(document, place.state, language)
    case 'transition':
      return transitionName(document, transitionAddress(document, place), language) ?? ''
    case 'followUp':
      return followUpName(document, place.state, place.name, language)
    case 'module':
      return moduleName(document, place.state, place.name, language)
    case 'task':
      return taskName(document, place.name, language)
    case 'criterion':
      return criterionName(document, place.name, language)
    case 'fact':
      return factName(document, place.name, language)
    case 'caseRole':
      return roleName(document, place.name, language)
    case 'parameter':
      return parameterName(document, place.name, language)
    case 'exit':
      return exitName(document, place.name, language)
    case 'suspension':
      return suspensionName(document, place.name, language)
  }
}

type TransitionPlace = Extract<Place, { kind: 'transition' }>

/** A transition as the words of rules name it. */
export function transitionAddress(document: DraftDocument, place: TransitionPlace) {
  return {
    source: place.state,
    kind: place.trigger === 'onDone' ? ('done' as const) : place.trigger,
    event: place.event,
    definition: transitionAt(document, place) ?? {},
  }
}
