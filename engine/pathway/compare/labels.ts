import {
  criterionName,
  type DraftDocument,
  type DraftTransition,
  exitName,
  factName,
  followUpName,
  type Language,
  moduleName,
  parameterName,
  roleName,
  stateName,
  suspensionName,
  taskName,
  transitionName,
} from '../words/index.ts'
import type { Part } from './partsOf.ts'

type Label = Readonly<Record<Language, string>>

const inEach = (say: (language: Language) => string): Label => ({ fi: say('fi'), sv: say('sv'), en: say('en') })

/** What a part of a document is called. */
export function labelOfPart(document: DraftDocument, part: Part): Label {
  return inEach((language) => nameOfPart(document, part, language))
}

/** What a transition is called: its own name, else that of the state it leaves. */
export function labelOfTransition(document: DraftDocument, transition: DraftTransition): Label {
  return inEach(
    (language) => transitionName(document, transition, language) ?? stateName(document, transition.source, language),
  )
}

function nameOfPart(document: DraftDocument, { type, name, state }: Part, language: Language): string {
  switch (type) {
    case 'fact':
      return factName(document, name, language)
    case 'criterion':
      return criterionName(document, name, language)
    case 'role':
      return roleName(document, name, language)
    case 'parameter':
      return parameterName(document, name, language)
    case 'task':
      return taskName(document, name, language)
    case 'exit':
      return exitName(document, name, language)
    case 'suspension':
      return suspensionName(document, name, language)
    case 'followUp':
      return followUpName(document, state, name, language)
    case 'module':
      return moduleName(document, state, name, language)
    case 'pathway':
    case 'state':
    case 'phase':
    case 'transition':
      return stateName(document, state, language)
  }
}
