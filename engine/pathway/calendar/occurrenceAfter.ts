import type { Calendar, Shift } from './calendar.ts'
import { DAY_MS, dayOf } from './civilDay.ts'
import { type Anchor, type Due, dueAfter } from './due.ts'
import { type Duration, DurationError, isZero, type ParsedDuration, parseDuration } from './duration.ts'
import { startOfDayNumber } from './zoneDay.ts'

const DAYS_PER_MONTH = 30.436875
/** Calendar days a working day takes on average over the holidays; a guess to start from, no more. */
const DAYS_PER_WORKING_DAY = 1.455

export interface Occurrence {
  /** n of anchor + n × duration. */
  readonly occurrence: number
  readonly due: Due
}

export interface OccurrenceOptions {
  calendar: Calendar
  shift?: Shift
  /** The first occurrence that may be answered. */
  from: number
}

/**
 * The least occurrence n ≥ `from` of a repeating follow-up that is due strictly after an instant: what to arm next,
 * after one night or an outage of years. The shift may bring several occurrences to one day; all of those up to `at`
 * are passed. Guesses n from the time gone and searches from there, so it costs a handful of additions.
 *
 * @param at epoch milliseconds
 * @throws DurationError for a duration of zero, which never gets past `at`, and as `dueAfter`
 * @example
 * occurrenceAfter({ date: '2026-01-31' }, 'P1M', Date.UTC(2026, 2, 1), { calendar: fi, from: 1 })
 * // { occurrence: 2, due: { date: '2026-03-31', … } }
 */
export function occurrenceAfter(
  anchor: Anchor,
  duration: Duration,
  at: number,
  options: OccurrenceOptions,
): Occurrence {
  const { calendar, shift, from } = options
  const parsed = parseDuration(duration)
  if (isZero(parsed)) throw new DurationError('a duration of zero does not repeat', "accepted: for example 'P1D'")
  const dueOf = (times: number): Due => dueAfter(anchor, duration, { calendar, shift, times })
  const anchorAt = 'at' in anchor ? anchor.at : startOfDayNumber(dayOf(anchor.date), calendar.zone)
  const guess = Math.max(from, Math.floor((at - anchorAt) / averageMs(parsed)))
  return leastFrom(from, guess, dueOf, at)
}

/** Due instants never decrease with n: step away from the guess in doubling strides, then halve between the two ends. */
function leastFrom(from: number, guess: number, dueOf: (times: number) => Due, at: number): Occurrence {
  let late = guess
  let due = dueOf(late)
  let early = from - 1
  for (let stride = 1; due.at <= at; stride *= 2) {
    early = late
    late += stride
    due = dueOf(late)
  }
  for (let stride = 1; late - stride > early; stride *= 2) {
    const tried = dueOf(late - stride)
    if (tried.at <= at) {
      early = late - stride
      break
    }
    late -= stride
    due = tried
  }
  while (late - early > 1) {
    const middle = early + Math.floor((late - early) / 2)
    const tried = dueOf(middle)
    if (tried.at > at) {
      late = middle
      due = tried
    } else {
      early = middle
    }
  }
  return { occurrence: late, due }
}

function averageMs(duration: ParsedDuration): number {
  switch (duration.counts) {
    case 'calendar':
      return (duration.months * DAYS_PER_MONTH + duration.days) * DAY_MS
    case 'workingDays':
      return duration.workingDays * DAYS_PER_WORKING_DAY * DAY_MS
    case 'clock':
      return duration.milliseconds
  }
}
