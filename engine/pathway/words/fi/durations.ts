import { numberWith } from '../numberWith.ts'
import type { DurationPhrases } from '../Phrases.ts'
import type { Amount, DurationUnit } from '../readAmounts.ts'
import { and } from './lists.ts'

/** Nominative, partitive, genitive, abbreviation. */
const units: Record<DurationUnit, readonly [one: string, many: string, of: string, short: string]> = {
  year: ['vuosi', 'vuotta', 'vuoden', 'v'],
  month: ['kuukausi', 'kuukautta', 'kuukauden', 'kk'],
  week: ['viikko', 'viikkoa', 'viikon', 'vko'],
  day: ['päivä', 'päivää', 'päivän', 'pv'],
  workingDay: ['työpäivä', 'työpäivää', 'työpäivän', 'työpv'],
  hour: ['tunti', 'tuntia', 'tunnin', 'h'],
  minute: ['minuutti', 'minuuttia', 'minuutin', 'min'],
  second: ['sekunti', 'sekuntia', 'sekunnin', 's'],
  millisecond: ['millisekunti', 'millisekuntia', 'millisekunnin', 'ms'],
}

/** Durations in Finnish. */
export const durations: DurationPhrases = {
  say(form, amounts) {
    const none = nothing(amounts)
    switch (form) {
      case 'plain':
        return joined(amounts, ({ count, unit }) => `${shown(count)} ${units[unit][count === 1 ? 0 : 1]}`)
      case 'short':
        return amounts.map(({ count, unit }) => `${shown(count)} ${units[unit][3]}`).join(' ')
      case 'every':
        return every(amounts)
      case 'after':
        return none ?? `${genitive(amounts)} kuluttua`
      case 'within':
        return none ?? `${genitive(amounts)} kuluessa`
      case 'before':
        return (
          none ??
          `${single(amounts, 1) ?? joined(amounts, ({ count, unit }) => `${shown(count)} ${units[unit][1]}`)} ennen`
        )
    }
  },
  missing: '(kesto puuttuu)',
  unreadable: (text) => `${text} (ei ole kesto)`,
  unknownParameter: (name) => `(tuntematon asetus ${name})`,
  setting: (label) => `asetus ${label}`,
}

const shown = (count: number): string => numberWith('fi-FI', count)
const joined = (amounts: readonly Amount[], say: (amount: Amount) => string): string => and(amounts.map(say))

/** The word alone where there is one of one unit: 'kuukauden', not '1 kuukauden'. */
function single(amounts: readonly Amount[], form: 1 | 2): string | undefined {
  const [first, ...more] = amounts
  return first?.count === 1 && more.length === 0 ? units[first.unit][form] : undefined
}

const genitive = (amounts: readonly Amount[]): string =>
  single(amounts, 2) ?? joined(amounts, ({ count, unit }) => `${shown(count)} ${units[unit][2]}`)

function every(amounts: readonly Amount[]): string {
  const [first, ...more] = amounts
  if (first?.count === 1 && more.length === 0) {
    if (first.unit === 'day') return 'joka päivä'
    if (first.unit === 'workingDay') return 'joka työpäivä'
  }
  return `${genitive(amounts)} välein`
}

function nothing([first]: readonly Amount[]): string | undefined {
  if (first?.count !== 0) return undefined
  return ['hour', 'minute', 'second', 'millisecond'].includes(first.unit) ? 'heti' : 'samana päivänä'
}
