import { type DraftDocument, listOf, partAt, recordOf, textOf } from './DraftDocument.ts'
import { durationInWords } from './durationInWords.ts'
import { ended, labelled, sentencesOf } from './inSentence.ts'
import type { Language } from './Language.ts'
import { lower } from './lower.ts'
import { factName } from './partNames.ts'
import { phrasesOf } from './phrasesOf.ts'
import { classSentence } from './taskInWords.ts'
import { unitInWords } from './unitInWords.ts'
import { withUnit } from './valueInWords.ts'
import { wordsOfName } from './wordsOfName.ts'

/** A fact in whole sentences: what kind of value it is, for how long it holds, and whether it is sensitive. */
export function factInWords(document: DraftDocument, name: string, language: Language): string {
  const definition = recordOf(partAt(document, 'facts', name))
  const { shelfLife } = definition
  const holds = durationInWords(shelfLife, language, { parameters: document.parameters })
  return sentencesOf(
    ended(labelled(factName(document, name, language), typeInWords(definition, language), language)),
    shelfLife !== undefined && phrasesOf(language).sentences.fact.holdsFor(holds),
    classSentence(definition.class, language),
  )
}

/** What kind of value a fact, a form field or a parameter holds: 'luku, 0–7 pv/vko'. */
export function typeInWords(definition: DraftDocument, language: Language): string {
  const { fact } = phrasesOf(language).sentences
  switch (definition.type) {
    case 'number':
      return fact.number(rangeInWords(definition, language))
    case 'choice':
      return fact.choice(
        listOf(definition.options).map((option) => {
          const label = textOf(partAt(option, 'label'), language)
          return lower(label ?? wordsOfName(String(partAt(option, 'code') ?? '')), language)
        }),
      )
    case 'date':
    case 'boolean':
    case 'text':
      return fact[definition.type]
    default:
      return fact.noType
  }
}

function rangeInWords({ min, max, unit }: DraftDocument, language: Language): string {
  const { expressions, sentences } = phrasesOf(language)
  if (typeof min === 'number' && typeof max === 'number') {
    return expressions.between(withUnit(min, undefined, language), withUnit(max, unit, language))
  }
  if (typeof min === 'number') return sentences.fact.atLeast(withUnit(min, unit, language))
  if (typeof max === 'number') return sentences.fact.atMost(withUnit(max, unit, language))
  return unitInWords(unit, language)
}
