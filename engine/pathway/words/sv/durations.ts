import { numberWith } from '../numberWith.ts'
import type { DurationPhrases } from '../Phrases.ts'
import type { Amount, DurationUnit } from '../readAmounts.ts'
import { and } from './lists.ts'

interface Unit {
  article: 'en' | 'ett'
  one: string
  many: string
  ofOne: string
  ofMany: string
  short: (count: number) => string
}

const unit = (
  article: Unit['article'],
  one: string,
  many: string,
  short: string | ((count: number) => string),
): Unit => ({
  article,
  one,
  many,
  ofOne: `${one}s`,
  ofMany: `${many}s`,
  short: typeof short === 'string' ? () => short : short,
})
const whole = (one: string, many: string) => (count: number) => (count === 1 ? one : many)

const units: Record<DurationUnit, Unit> = {
  year: unit('ett', 'år', 'år', 'år'),
  month: unit('en', 'månad', 'månader', 'mån.'),
  week: unit('en', 'vecka', 'veckor', 'v.'),
  day: unit('en', 'dag', 'dagar', whole('dag', 'dagar')),
  workingDay: unit('en', 'arbetsdag', 'arbetsdagar', whole('arbetsdag', 'arbetsdagar')),
  hour: unit('en', 'timme', 'timmar', 'h'),
  minute: unit('en', 'minut', 'minuter', 'min'),
  second: unit('en', 'sekund', 'sekunder', 's'),
  millisecond: unit('en', 'millisekund', 'millisekunder', 'ms'),
}

const ordinals = ['tredje', 'fjärde', 'femte', 'sjätte', 'sjunde', 'åttonde', 'nionde', 'tionde', 'elfte', 'tolfte']

/** Durations in Swedish. */
export const durations: DurationPhrases = {
  say(form, amounts) {
    const none = nothing(amounts)
    switch (form) {
      case 'plain':
        return joined(amounts, plain)
      case 'short':
        return amounts.map(({ count, unit }) => `${shown(count)} ${units[unit].short(count)}`).join(' ')
      case 'every':
        return every(amounts)
      case 'after':
        return none ?? `efter ${single(amounts) ?? joined(amounts, plain)}`
      case 'within':
        return none ?? `inom ${single(amounts) ?? joined(amounts, plain)}`
      case 'before':
        return none ?? `${single(amounts) ?? joined(amounts, plain)} före`
    }
  },
  missing: '(tiden saknas)',
  unreadable: (text) => `${text} (är ingen tid)`,
  unknownParameter: (name) => `(okänd inställning ${name})`,
  setting: (label) => `inställningen ${label}`,
}

const shown = (count: number): string => numberWith('sv-FI', count)
const joined = (amounts: readonly Amount[], say: (amount: Amount) => string): string => and(amounts.map(say))
const plain = ({ count, unit }: Amount): string => `${shown(count)} ${count === 1 ? units[unit].one : units[unit].many}`

function single([first, ...more]: readonly Amount[]): string | undefined {
  if (first?.count !== 1 || more.length > 0) return undefined
  const { article, one } = units[first.unit]
  return `${article} ${one}`
}

function every(amounts: readonly Amount[]): string {
  const [first, ...more] = amounts
  if (first && more.length === 0) {
    const { article, one } = units[first.unit]
    if (first.count === 1) return `varje ${one}`
    if (first.count === 2) return article === 'ett' ? `vartannat ${one}` : `varannan ${one}`
    const ordinal = ordinals[first.count - 3]
    if (ordinal !== undefined) return `${article === 'ett' ? 'vart' : 'var'} ${ordinal} ${one}`
  }
  const of = joined(
    amounts,
    ({ count, unit }) => `${shown(count)} ${count === 1 ? units[unit].ofOne : units[unit].ofMany}`,
  )
  return `med ${of} mellanrum`
}

function nothing([first]: readonly Amount[]): string | undefined {
  if (first?.count !== 0) return undefined
  return ['hour', 'minute', 'second', 'millisecond'].includes(first.unit) ? 'genast' : 'samma dag'
}
