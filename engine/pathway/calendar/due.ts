import type { Calendar, Shift } from './calendar.ts'
import { dateOf, dayOf, moveDay } from './civilDay.ts'
import { type Duration, DurationError, parseDuration } from './duration.ts'
import { moveWorkingDays, shiftDay } from './workingDays.ts'
import { localDate, localDayNumber, startOfDayNumber } from './zoneDay.ts'

/**
 * When something is due. The truth is the local date and the zone; the instant is derived from them, and so never
 * moves by an hour over a daylight-saving night. Only an exact due is an instant first: its date is then the local
 * date of that instant.
 */
export interface Due {
  /** YYYY-MM-DD */
  readonly date: string
  /** IANA name */
  readonly zone: string
  /** Epoch milliseconds: the start of that local day, or the instant itself if exact. */
  readonly at: number
  readonly exact: boolean
}

/** What is counted from: an instant in epoch milliseconds, or a local date of the calendar's zone. */
export type Anchor = { readonly at: number } | { readonly date: string }

export interface DueOptions {
  calendar: Calendar
  /** How many durations to add; 1 unless told. 0 is the anchor itself. */
  times?: number
  /** Off the days that do not count; `none` unless told. */
  shift?: Shift
}

/**
 * When anchor + times × duration is due, in one addition from the anchor and then moved by `shift`: 31.1. + 1 × P1M is
 * 28.2., 31.1. + 2 × P1M is 31.3. Of an instant its local date in the calendar's zone counts; of a duration on the
 * clock (PT36H) the instant itself, and from a local date its first instant.
 *
 * A shift moves a due on the clock no further than it must: to the first instant of the next working day, or the last
 * millisecond of the previous one, so that a later anchor is never due earlier.
 *
 * @throws DurationError for a duration or `times` that cannot be counted
 * @throws CalendarError for an anchor or a result that is not in the years 1 to 9999
 * @example
 * dueAfter({ date: '2026-12-21' }, { workingDays: 10 }, { calendar: getCalendar('fi') }).date // '2027-01-08'
 */
export function dueAfter(anchor: Anchor, duration: Duration, options: DueOptions): Due {
  const { calendar, times = 1, shift = 'none' } = options
  if (!Number.isSafeInteger(times) || times < 0) {
    throw new DurationError(`${String(times)} times a duration is not counted`, 'accepted: a whole number from 0')
  }
  const parsed = parseDuration(duration)
  if (parsed.counts === 'clock') {
    const from = 'at' in anchor ? anchor.at : startOfDayNumber(dayOf(anchor.date), calendar.zone)
    return shiftInstant(dueAt(from + times * parsed.milliseconds, calendar.zone), shift, calendar)
  }
  const from = 'at' in anchor ? localDayNumber(anchor.at, calendar.zone) : dayOf(anchor.date)
  const day =
    parsed.counts === 'calendar'
      ? moveDay(from, times * parsed.months, times * parsed.days)
      : moveWorkingDays(from, times * parsed.workingDays, calendar)
  return dueOnDay(shiftDay(day, shift, calendar), calendar.zone)
}

/**
 * When to act a duration before something is due, as for a warning. Counted backwards from its date by the same rules:
 * 31.3. − P1M is 28.2., and n working days leave the due date itself out. A duration on the clock is counted back from
 * the instant. The due's own zone is kept.
 *
 * @throws DurationError for a duration that cannot be counted
 * @example dueBefore(dueOn('2027-01-08', fi), { workingDays: 10 }, fi).date // '2026-12-21'
 */
export function dueBefore(due: Due, duration: Duration, calendar: Calendar): Due {
  const parsed = parseDuration(duration)
  if (parsed.counts === 'clock') return dueAt(due.at - parsed.milliseconds, due.zone)
  const from = dayOf(due.date)
  const day =
    parsed.counts === 'calendar'
      ? moveDay(from, -parsed.months, -parsed.days)
      : moveWorkingDays(from, -parsed.workingDays, calendar)
  return dueOnDay(day, due.zone)
}

/**
 * Something due on a date: from the start of that day in the calendar's zone.
 *
 * @throws CalendarError for text that is not a date
 */
export function dueOn(date: string, calendar: Calendar): Due {
  return dueOnDay(dayOf(date), calendar.zone)
}

function dueOnDay(day: number, zone: string): Due {
  return { date: dateOf(day), zone, at: startOfDayNumber(day, zone), exact: false }
}

function dueAt(at: number, zone: string): Due {
  return { date: localDate(at, zone), zone, at, exact: true }
}

function shiftInstant(due: Due, shift: Shift, calendar: Calendar): Due {
  if (shift === 'none') return due
  const day = dayOf(due.date)
  const shifted = shiftDay(day, shift, calendar)
  if (shifted === day) return due
  const at = shifted > day ? startOfDayNumber(shifted, calendar.zone) : startOfDayNumber(shifted + 1, calendar.zone) - 1
  return { date: dateOf(shifted), zone: calendar.zone, at, exact: true }
}
