import { type DraftDocument, namesOf, partAt, recordOf, textOf } from './DraftDocument.ts'
import { expressionInWords } from './expressionInWords.ts'
import { ended, labelled, roleWords, sentencesOf } from './inSentence.ts'
import type { Language } from './Language.ts'
import { upper } from './lower.ts'
import { phrasesOf } from './phrasesOf.ts'

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

/** Whether a label says what the expression does, but for articles and endings: 'Servicebehovet är …', 'servicebehov är …'. */
function saysTheSame(label: string, said: string): boolean {
  const [a, b] = [label, said].map(
    (text) =>
      text
        .toLowerCase()
        .match(/[\p{L}\d]+/gu)
        ?.filter((word) => word !== 'the') ?? [],
  )
  if (a === undefined || b === undefined || a.length !== b.length) return false
  return a.every((word, index) => isEndingApart(word, b[index] ?? ''))
}

function isEndingApart(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return long.startsWith(short) && long.length - short.length <= 2
}
