import { numberWith } from '../numberWith.ts'
import type { DurationPhrases } from '../Phrases.ts'
import type { Amount, DurationUnit } from '../readAmounts.ts'
import { and } from './lists.ts'

const units: Record<DurationUnit, readonly [one: string, short: string]> = {
  year: ['year', 'y'],
  month: ['month', 'mo'],
  week: ['week', 'wk'],
  day: ['day', 'd'],
  workingDay: ['working day', 'working d'],
  hour: ['hour', 'h'],
  minute: ['minute', 'min'],
  second: ['second', 's'],
  millisecond: ['millisecond', 'ms'],
}

/** Durations in English. */
export const durations: DurationPhrases = {
  say(form, amounts) {
    const none = nothing(amounts)
    switch (form) {
      case 'plain':
        return joined(amounts)
      case 'short':
        return amounts.map(({ count, unit }) => `${shown(count)} ${units[unit][1]}`).join(' ')
      case 'every':
        return `every ${single(amounts, '') ?? joined(amounts)}`
      case 'after':
        return none ?? `after ${single(amounts, 'one ') ?? joined(amounts)}`
      case 'within':
        return none ?? `within ${single(amounts, 'one ') ?? joined(amounts)}`
      case 'before':
        return none ?? `${single(amounts, 'one ') ?? joined(amounts)} before`
    }
  },
  missing: '(no duration yet)',
  unreadable: (text) => `${text} (not a duration)`,
  unknownParameter: (name) => `(unknown setting ${name})`,
  setting: (label) => `setting ${label}`,
}

const shown = (count: number): string => numberWith('en-GB', count)
const joined = (amounts: readonly Amount[]): string =>
  and(amounts.map(({ count, unit }) => `${shown(count)} ${units[unit][0]}${count === 1 ? '' : 's'}`))

function single([first, ...more]: readonly Amount[], article: string): string | undefined {
  return first?.count === 1 && more.length === 0 ? `${article}${units[first.unit][0]}` : undefined
}

function nothing([first]: readonly Amount[]): string | undefined {
  if (first?.count !== 0) return undefined
  return ['hour', 'minute', 'second', 'millisecond'].includes(first.unit) ? 'at once' : 'on the same day'
}
