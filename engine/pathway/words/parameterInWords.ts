import { type DraftDocument, partAt, recordOf } from './DraftDocument.ts'
import { ended, labelled, sentencesOf } from './inSentence.ts'
import type { Language } from './Language.ts'
import { parameterName } from './partNames.ts'
import { phrasesOf } from './phrasesOf.ts'
import { valueInWords } from './valueInWords.ts'

/** A parameter in whole sentences: its value, and whether a source gives it or it is to be looked at. */
export function parameterInWords(document: DraftDocument, name: string, language: Language): string {
  const { parameter } = phrasesOf(language).sentences
  const definition = recordOf(partAt(document, 'parameters', name))
  const { origin } = definition
  return sentencesOf(
    ended(
      labelled(
        parameterName(document, name, language),
        valueInWords(definition.default, definition, language),
        language,
      ),
    ),
    (origin === 'ours' || origin === 'source') && parameter[origin],
  )
}
