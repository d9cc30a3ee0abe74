import { BoundedMap } from './boundedMap.ts'
import { DAY_MS } from './civilDay.ts'

/**
 * How long, as a document writes it: ISO 8601 text (`'P2M'`, `'P1Y6M'`, `'P3W'`, `'P20D'`, `'PT36H'`), working days of
 * the pathway's calendar, or milliseconds.
 */
export type Duration = string | { workingDays: number } | { milliseconds: number }

/**
 * A duration read: what it is counted in, and how much. Years are months and weeks are days here; hours, minutes and
 * seconds are milliseconds.
 */
export type ParsedDuration =
  | { readonly counts: 'calendar'; readonly months: number; readonly days: number }
  | { readonly counts: 'workingDays'; readonly workingDays: number }
  | { readonly counts: 'clock'; readonly milliseconds: number }

/**
 * A duration that cannot be counted. The message says what was found, `hint` what would be accepted.
 *
 * @example
 * try { parseDuration('P1H') } catch (error) { if (error instanceof DurationError) console.log(error.hint) }
 */
export class DurationError extends Error {
  override readonly name = 'DurationError'
  readonly code = 'duration'
  readonly hint: string

  constructor(message: string, hint: string) {
    super(`${message}; ${hint}`)
    this.hint = hint
  }
}

const MAX_YEARS = 100
const MAX_MONTHS = MAX_YEARS * 12
const MAX_DAYS = 36_525
const MAX_MS = MAX_DAYS * DAY_MS
const MAX_WORKING_DAYS = 5000
const ACCEPTED = "accepted: 'P2M', 'P1Y', 'P3W', 'P20D', 'PT36H', { workingDays: 10 } or { milliseconds: 250 }"
const ISO = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/

const parsedTexts = new BoundedMap<string, ParsedDuration>(1024)

/**
 * Reads a duration; texts are remembered, so that asking again costs a look-up.
 *
 * Decided: a duration is counted either on the calendar or on the clock. `P1M2DT3H` is refused, for the same mix gives
 * two answers over a daylight-saving night. Zero is a duration (`P0D`: due on the anchor's own day), for one counted
 * once; a repeating follow-up cannot have it, see `occurrenceAfter`. Negative and fractional amounts are refused:
 * backwards is asked with `dueBefore`, and half an hour is `PT30M`. At most 100 years, or 5 000 working days.
 *
 * @throws DurationError naming what was found and what is accepted
 * @example parseDuration('P1Y2M') // { counts: 'calendar', months: 14, days: 0 }
 */
export function parseDuration(input: Duration): ParsedDuration {
  if (typeof input !== 'string') return parseCounted(input)
  return parsedTexts.get(input) ?? parsedTexts.remember(input, parseText(input))
}

/** Whether the duration is counted on the clock (hours, minutes, seconds, milliseconds) and not on the calendar. */
export function isExact(duration: ParsedDuration): boolean {
  return duration.counts === 'clock'
}

/** Whether the duration is no time at all, and so cannot repeat. */
export function isZero(duration: ParsedDuration): boolean {
  switch (duration.counts) {
    case 'calendar':
      return duration.months === 0 && duration.days === 0
    case 'workingDays':
      return duration.workingDays === 0
    case 'clock':
      return duration.milliseconds === 0
  }
}

function parseText(text: string): ParsedDuration {
  const found = `'${text.slice(0, 40)}'`
  const match = ISO.exec(text)
  if (match === null || text === 'P') throw new DurationError(`${found} is not a duration`, hintFor(text))
  const [years, months, weeks, days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0))
  const allMonths = (years ?? 0) * 12 + (months ?? 0)
  const allDays = (weeks ?? 0) * 7 + (days ?? 0)
  const milliseconds = ((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) * 1000
  if (milliseconds > 0 && allMonths + allDays > 0) {
    throw new DurationError(
      `${found} mixes calendar and clock parts`,
      "accepted: either years, months, weeks and days ('P1M2D') or hours, minutes and seconds ('PT36H')",
    )
  }
  if (allMonths / MAX_MONTHS + allDays / MAX_DAYS > 1 || milliseconds > MAX_MS) {
    throw new DurationError(`${found} is too long`, `accepted: at most ${MAX_YEARS} years`)
  }
  const isClock = milliseconds > 0 || text.startsWith('PT')
  return isClock ? { counts: 'clock', milliseconds } : { counts: 'calendar', months: allMonths, days: allDays }
}

function parseCounted(input: { workingDays: number } | { milliseconds: number }): ParsedDuration {
  const isObject = typeof input === 'object' && input !== null
  const [unit, ...more] = isObject ? Object.keys(input) : []
  if (more.length === 0 && unit === 'workingDays' && 'workingDays' in input) {
    return { counts: 'workingDays', workingDays: checkedAmount(input.workingDays, unit, MAX_WORKING_DAYS) }
  }
  if (more.length === 0 && unit === 'milliseconds' && 'milliseconds' in input) {
    return { counts: 'clock', milliseconds: checkedAmount(input.milliseconds, unit, MAX_MS) }
  }
  const found = isObject ? `{ ${Object.keys(input).join(', ').slice(0, 60)} }` : String(input)
  throw new DurationError(`${found} is not a duration`, ACCEPTED)
}

function checkedAmount(amount: number, unit: string, most: number): number {
  if (Number.isInteger(amount) && amount >= 0 && amount <= most) return amount
  throw new DurationError(`{ ${unit}: ${String(amount)} } is not counted`, `accepted: a whole number from 0 to ${most}`)
}

function hintFor(text: string): string {
  if (text.length > 40) return ACCEPTED
  if (text.includes('-')) return `a duration is not negative; ${ACCEPTED}`
  if (/[.,]/.test(text))
    return `amounts are whole numbers: 'PT30M' for half an hour, { milliseconds: 1500 }; ${ACCEPTED}`
  const guess = text.trim().toUpperCase()
  if (guess !== 'P' && ISO.test(guess)) return `did you mean '${guess}'? ${ACCEPTED}`
  if (/^P\d+[HS]$/.test(guess)) return `did you mean 'PT${guess.slice(1)}'? ${ACCEPTED}`
  return ACCEPTED
}
