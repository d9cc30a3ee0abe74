import { type DraftDocument, namesOf, partAt, recordOf, textOf } from './DraftDocument.ts'
import { expressionInWords } from './expressionInWords.ts'
import { ended, labelled, roleWords, sentencesOf } from './inSentence.ts'
import type { Language } from './Language.ts'
import { phrasesOf } from './phrasesOf.ts'
import { saysTheSame } from './saysTheSame.ts'
import { upper } from './upper.ts'

/** A criterion in whole sentences: its label, when it holds, and who may override it. */
export function criterionInWords(document: DraftDocument, name: string, language: Language): string {
  const { label: text, when, overridable } = recordOf(partAt(document, 'criteria', name))
  const label = textOf(text, language)
  const said = expressionInWords(document, when, language)
  return sentencesOf(
    ended(label === undefined || saysTheSame(label, said) ? (label ?? upper(said)) : labelled(label, said, language)),
    overridable !== undefined &&
      overridable !== false &&
      phrasesOf(language).sentences.overridable(
        undefined,
        roleWords(document, namesOf(partAt(overridable, 'by')), language),
      ),
  )
}
