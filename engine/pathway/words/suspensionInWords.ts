import { type DraftDocument, namesOf, partAt } from './DraftDocument.ts'
import { ended, labelled, roleWords } from './inSentence.ts'
import type { Language } from './Language.ts'
import { suspensionName } from './partNames.ts'
import { phrasesOf } from './phrasesOf.ts'

/** A coded reason for a suspension in a sentence: who may suspend a journey for it. */
export function suspensionInWords(document: DraftDocument, name: string, language: Language): string {
  const roles = roleWords(document, namesOf(partAt(document, 'suspensions', name, 'by')), language)
  return ended(
    labelled(suspensionName(document, name, language), phrasesOf(language).sentences.suspension(roles), language),
  )
}
