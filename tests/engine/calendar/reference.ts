import { Temporal } from 'temporal-polyfill'
import { type Calendar, type Duration, getCalendar, type Shift } from '../../../engine/pathway/calendar/index.ts'

/** The slow and obvious way to every answer: Temporal for dates and zones, one day at a time for working days. */

export const fi = getCalendar('fi')
export const HELSINKI = 'Europe/Helsinki'

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** `'Mon 2026-12-21'` as a date, once the weekday written is the right one: tables of dates are easy to get wrong. */
export function day(written: string): string {
  const [weekday, date = ''] = written.split(' ')
  const actual = WEEKDAYS[Temporal.PlainDate.from(date).dayOfWeek - 1]
  if (actual !== weekday) throw new Error(`${date} is a ${actual}, not a ${weekday}`)
  return date
}

/** A local time of Helsinki as epoch milliseconds. */
export function helsinki(local: string): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(HELSINKI).epochMilliseconds
}

/** An instant as the clock on the wall shows it in Helsinki. */
export function wallClock(at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(HELSINKI).toPlainDateTime().toString()
}

export function referenceStartOfDay(date: string, zone: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds
}

export function referenceLocalDate(at: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString()
}

/** One step of a day at a time, each working day met counting one; negative counts step backwards. */
export function referenceWorkingDays(date: string, count: number, calendar: Calendar): string {
  let at = Temporal.PlainDate.from(date)
  for (let left = Math.abs(count); left > 0; ) {
    at = at.add({ days: Math.sign(count) })
    if (calendar.isWorkingDay(at.toString())) left--
  }
  return at.toString()
}

export function referenceShift(date: string, shift: Shift, calendar: Calendar): string {
  let at = Temporal.PlainDate.from(date)
  while (shift !== 'none' && !calendar.isWorkingDay(at.toString())) {
    at = at.add({ days: shift === 'nextWorkingDay' ? 1 : -1 })
  }
  return at.toString()
}

/** Date of anchor + times × duration, then the shift; for durations on the calendar and in working days. */
export function referenceDate(date: string, duration: Duration, times: number, shift: Shift): string {
  return referenceShift(moved(date, duration, times), shift, fi)
}

/** The date a duration before another; for durations on the calendar and in working days. */
export function referenceDateBefore(date: string, duration: Duration): string {
  return moved(date, duration, -1)
}

function moved(date: string, duration: Duration, times: number): string {
  if (typeof duration === 'string') {
    const { years, months, weeks, days } = Temporal.Duration.from(duration)
    const sum = { years: times * years, months: times * months, weeks: times * weeks, days: times * days }
    return Temporal.PlainDate.from(date).add(sum, { overflow: 'constrain' }).toString()
  }
  if ('workingDays' in duration) return referenceWorkingDays(date, times * duration.workingDays, fi)
  throw new Error('a duration on the clock has no date of its own')
}
