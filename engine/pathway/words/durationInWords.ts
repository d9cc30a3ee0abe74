import { partAt, textOf } from './DraftDocument.ts'
import type { Language } from './Language.ts'
import { phrasesOf } from './phrasesOf.ts'
import { readAmounts } from './readAmounts.ts'

/**
 * In which place a duration stands: `plain` '2 kuukautta', `short` '2 kk', `every` '2 kuukauden välein', `after`
 * '2 kuukauden kuluttua', `within` '2 kuukauden kuluessa', `before` '2 kuukautta ennen'.
 */
export type DurationForm = 'plain' | 'short' | 'every' | 'after' | 'within' | 'before'

/**
 * A duration of a document in words. A parameter is said by its value, and which parameter it is (but not in `short`).
 *
 * @param duration ISO 8601, `{ workingDays }`, `{ milliseconds }` or `{ parameter }`; anything else is said to be missing
 * @param options.parameters what the document declares under `parameters`; a version's chosen values belong there as defaults
 * @example durationInWords('P2M', 'fi', { form: 'every' }) // '2 kuukauden välein'
 */
export function durationInWords(
  duration: unknown,
  language: Language,
  options: { form?: DurationForm; parameters?: unknown } = {},
): string {
  const { said, setting } = durationAndSetting(duration, language, options)
  return options.form === 'short' ? said : `${said}${setting}`
}

/** The same in two: what it says, and which parameter gives it (' (asetus …)', or nothing). */
export function durationAndSetting(
  duration: unknown,
  language: Language,
  { form = 'plain', parameters }: { form?: DurationForm; parameters?: unknown } = {},
): { said: string; setting: string } {
  const { durations, quote } = phrasesOf(language)
  const read = readAmounts(duration, parameters)
  if ('missing' in read) return { said: durations.missing, setting: '' }
  if ('unreadable' in read) return { said: durations.unreadable(quote(read.unreadable)), setting: '' }
  if ('unknownParameter' in read) {
    return { said: durations.unknownParameter(quote(read.unknownParameter)), setting: '' }
  }
  const said = durations.say(form, read.amounts)
  if (read.parameter === undefined) return { said, setting: '' }
  const label = textOf(partAt(parameters, read.parameter, 'label'), language) ?? read.parameter
  return { said, setting: ` (${durations.setting(quote(firstClause(label)))})` }
}

/** Labels of parameters may go on to say what the source leaves open; the first clause is their name. */
export function firstClause(label: string): string {
  return label.split(/[:;]\s/)[0] ?? label
}
