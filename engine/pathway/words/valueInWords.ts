import { listOf, partAt, recordOf, textOf } from './DraftDocument.ts'
import { durationInWords } from './durationInWords.ts'
import type { Language } from './Language.ts'
import { numberWith } from './numberWith.ts'
import { phrasesOf } from './phrasesOf.ts'
import { unitInWords } from './unitInWords.ts'

/**
 * A value as people read it: '4,5 h/pv', 'Koulutus', 'kyllä', '31.1.2026'.
 *
 * @param type what it is a value of: the definition of a fact, a parameter, or a form field's `value`
 */
export function valueInWords(value: unknown, type: unknown, language: Language): string {
  const { quote, values } = phrasesOf(language)
  if (value === undefined || value === null || value === '') return values.missing
  const definition = recordOf(type)
  if (typeof value === 'boolean') return value ? values.yes : values.no
  if (typeof value === 'number') return withUnit(value, definition.unit, language)
  if (definition.type === 'duration' || typeof value === 'object') return durationInWords(value, language)
  if (typeof value !== 'string') return values.missing
  if (definition.type === 'choice') return optionLabel(value, definition, language) ?? quote(value)
  return dateInWords(value, language) ?? quote(value)
}

/** A number with its unit. */
export function withUnit(value: number, unit: unknown, language: Language): string {
  const shown = numberWith(phrasesOf(language).values.locale, value)
  const said = unitInWords(unit, language)
  return said === '' ? shown : `${shown} ${said}`
}

/** What an option of a choice is called; undefined when there is no such option. */
export function optionLabel(code: string, definition: unknown, language: Language): string | undefined {
  const option = listOf(partAt(definition, 'options')).find((one) => partAt(one, 'code') === code)
  return option === undefined ? undefined : (textOf(partAt(option, 'label'), language) ?? code)
}

/** An ISO date as a language writes it; undefined when it is none. */
export function dateInWords(date: string, language: Language): string | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (!parts) return undefined
  const [year = 0, month = 0, day = 0] = parts.slice(1).map(Number)
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= 31
  return isDay ? phrasesOf(language).values.date(year, month, day) : undefined
}
