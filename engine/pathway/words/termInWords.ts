import type { Term } from '../feel/statement.ts'
import type { DraftDocument } from './DraftDocument.ts'
import { durationInWords } from './durationInWords.ts'
import type { Language } from './Language.ts'
import { lower } from './lower.ts'
import { type NamedValue, namedValue } from './namedValue.ts'
import type { Measure } from './Phrases.ts'
import { phrasesOf } from './phrasesOf.ts'
import { labelSaysUnit } from './unitInWords.ts'
import { dateInWords, optionLabel, valueInWords, withUnit } from './valueInWords.ts'

/** For whom and from which document something is said. */
export interface Saying {
  document: DraftDocument
  language: Language
  /** which parameter gives a value is left out */
  isShort?: boolean
}

/** Where a term stands: what a statement is about, or what that is compared with. */
type Place = 'subject' | 'value'

/**
 * A value of a criterion in words.
 *
 * @param beside what it is compared with, which gives it unit, options and kind
 */
export function termInWords(term: Term, place: Place, saying: Saying, beside?: Term): string {
  const { language } = saying
  const { expressions, quote, and } = phrasesOf(language)
  const within = (one: Term) => termInWords(one, 'subject', saying)
  switch (term.kind) {
    case 'name':
      return nameInWords(term.name, place, saying, beside)
    case 'number':
      return withUnit(term.value, beside && unitToSay(beside, saying), language)
    case 'text':
      return textValue(term.value, beside, saying)
    case 'boolean':
      return valueInWords(term.value, {}, language)
    case 'date':
      return dateInWords(term.value, language) ?? quote(term.value)
    case 'duration':
      return durationInWords(term.value, language)
    case 'clock':
      return expressions[term.reads]
    case 'arithmetic':
      return `${grouped(term.left, term.sign, false, within)} ${signs[term.sign]} ${grouped(term.right, term.sign, true, within)}`
    case 'part':
      return (
        (isDurationPart(term.part) ? within(term.of) : expressions.datePart(term.part, within(term.of))) ??
        quote(term.part)
      )
    case 'aggregate':
      return expressions.aggregate(term.function, and(term.of.map(within)))
    case 'verbatim':
      return quote(term.source)
  }
}

const signs = { '+': '+', '-': '−', '*': '×', '/': '÷' }

function grouped(part: Term, sign: keyof typeof signs, isRight: boolean, within: (term: Term) => string): string {
  if (part.kind !== 'arithmetic') return within(part)
  const isSum = part.sign === '+' || part.sign === '-'
  const binds = sign === '*' || sign === '/' ? isSum || isRight : isRight && sign === '-'
  return binds ? `(${within(part)})` : within(part)
}

function nameInWords(name: string, place: Place, saying: Saying, beside: Term | undefined): string {
  const { document, language, isShort } = saying
  const { durations, expressions, quote } = phrasesOf(language)
  const named = namedValue(document, name, language)
  switch (named.kind) {
    case 'fact':
      if (place === 'subject') return lower(named.label, language)
      return isShort ? named.label : expressions.valueOf(named.label)
    case 'parameter': {
      const { unit } = named.definition
      const isSaid = beside !== undefined && unitOf(beside, saying) === unit && unitToSay(beside, saying) === undefined
      const type = isSaid ? { ...named.definition, unit: undefined } : named.definition
      const value = valueInWords(named.definition.default, type, language)
      return isShort ? value : `${value} (${durations.setting(quote(named.label))})`
    }
    case 'completed':
      return expressions.valueOf(named.label)
    case 'daysInState':
    case 'daysInJourney': {
      const { subject, verb } = expressions[named.kind]('', true)
      return `${subject} ${verb}`
    }
    case 'unknown':
      return expressions.unknownName(name)
  }
}

function textValue(value: string, beside: Term | undefined, saying: Saying): string {
  const named = beside && namedOf(beside, saying)
  const label = named && 'definition' in named ? optionLabel(value, named.definition, saying.language) : undefined
  return label === undefined ? phrasesOf(saying.language).quote(value) : lower(label, saying.language)
}

/** What a term names, when it is a name. */
export function namedOf(term: Term, { document, language }: Saying): NamedValue | undefined {
  return term.kind === 'name' ? namedValue(document, term.name, language) : undefined
}

const partUnits: Readonly<Record<string, string>> = {
  years: 'years',
  months: 'months',
  days: 'days',
  hours: 'hours',
  minutes: 'minutes',
  seconds: 's',
}
const isDurationPart = (part: string): boolean => Object.hasOwn(partUnits, part)

/** The unit that numbers beside a term are in, as a document writes units. */
export function unitOf(term: Term, saying: Saying): unknown {
  if (term.kind === 'part') return partUnits[term.part]
  const named = namedOf(term, saying)
  return named && 'definition' in named ? named.definition.unit : undefined
}

/** The unit that a number beside a term is said with: none where the term's own label has just said it. */
function unitToSay(term: Term, saying: Saying): unknown {
  const unit = unitOf(term, saying)
  const named = namedOf(term, saying)
  // what is short leaves the label out
  const isSaid = named?.kind === 'fact' && !saying.isShort && labelSaysUnit(named.label, unit, saying.language)
  return isSaid ? undefined : unit
}

/** Whether a comparison is about dates. */
export function measureOf(terms: readonly Term[], saying: Saying): Measure {
  const isDate = (term: Term): boolean => {
    if (term.kind === 'date' || term.kind === 'clock') return true
    const named = namedOf(term, saying)
    return named !== undefined && 'definition' in named && named.definition.type === 'date'
  }
  return terms.some(isDate) ? 'date' : 'amount'
}
