import { BoundedMap } from './boundedMap.ts'
import type { Calendar, Shift } from './calendar.ts'
import { CalendarError } from './calendarError.ts'
import { checkedDay, civilOf, dateOf, dayOf, dayOfParts } from './civilDay.ts'

/** The working days of one year: which they are, and how many there are up to each day. */
interface WorkingYear {
  firstDay: number
  /** Day numbers in order. */
  workingDays: readonly number[]
  /** `countBefore[i]`: working days before the i-th day of the year; one entry more than the year has days. */
  countBefore: Uint16Array
}

const YEARS_KEPT = 512
/** Some 400 years; more is a mistake and not a plan. */
const MOST_WORKING_DAYS = 100_000
/** No calendar closes for two months; without a limit one that never opens would be searched for ever. */
const LONGEST_CLOSURE = 62

const yearsOfCalendars = new WeakMap<Calendar, BoundedMap<number, WorkingYear>>()

/**
 * The date itself if it is a working day or nothing is asked; otherwise the nearest working day in the direction asked.
 *
 * @throws CalendarError for text that is not a date
 * @example shiftDate('2026-12-24', 'nextWorkingDay', getCalendar('fi')) // '2026-12-28'
 * @see laki säädettyjen määräaikain laskemisesta (150/1930) 5 §
 */
export function shiftDate(date: string, shift: Shift, calendar: Calendar): string {
  return dateOf(shiftDay(dayOf(date), shift, calendar))
}

/** The same for a day number, as `dayOf` counts them. */
export function shiftDay(dayNumber: number, shift: Shift, calendar: Calendar): number {
  if (shift === 'none') return dayNumber
  const step = shift === 'nextWorkingDay' ? 1 : -1
  for (let moved = 0; moved <= LONGEST_CLOSURE; moved++) {
    const day = checkedDay(dayNumber + step * moved)
    if (isWorking(day, calendar)) return day
  }
  throw new CalendarError(`calendar '${calendar.id}' has no working day near ${dateOf(dayNumber)}`, 'check its table')
}

/**
 * The n-th working day after a day, or before it where n is negative; the day itself is not counted. Zero is the day
 * itself, working or not. Costs one look-up a year passed.
 *
 * @throws CalendarError past 100 000 working days, or the years 1 to 9999
 */
export function moveWorkingDays(dayNumber: number, count: number, calendar: Calendar): number {
  if (count === 0) return dayNumber
  if (Math.abs(count) > MOST_WORKING_DAYS) {
    throw new CalendarError(`${count} working days is too far`, `accepted: at most ${MOST_WORKING_DAYS} in all`)
  }
  let year = civilOf(dayNumber).year
  let table = workingYear(year, calendar)
  // The place of the day sought among the working days of `year`, counted from 0.
  let place = countBefore(table, count > 0 ? dayNumber + 1 : dayNumber) + (count > 0 ? count - 1 : count)
  for (;;) {
    const day = table.workingDays[place]
    if (day !== undefined) return day
    if (place < 0) {
      table = workingYear(--year, calendar)
      place += table.workingDays.length
    } else {
      place -= table.workingDays.length
      table = workingYear(++year, calendar)
    }
  }
}

/** Calendar days from one date to another; negative backwards. */
export function daysBetween(fromDate: string, toDate: string): number {
  return dayOf(toDate) - dayOf(fromDate)
}

/**
 * Working days from one date to another, the first date not counted, so that it undoes the addition of working days:
 * n working days after `fromDate` is n away. Backwards likewise, and negative.
 *
 * @throws CalendarError for text that is not a date
 * @example workingDaysBetween('2026-12-21', '2026-12-30', getCalendar('fi')) // 5
 */
export function workingDaysBetween(fromDate: string, toDate: string, calendar: Calendar): number {
  const from = dayOf(fromDate)
  const to = dayOf(toDate)
  return to >= from ? workingDaysIn(from + 1, to + 1, calendar) : -workingDaysIn(to, from, calendar)
}

/** Working days from a day up to but not including another. */
function workingDaysIn(first: number, end: number, calendar: Calendar): number {
  if (first >= end) return 0
  const lastYear = civilOf(end - 1).year
  let year = civilOf(first).year
  let total = -countBefore(workingYear(year, calendar), first)
  for (; year < lastYear; year++) total += workingYear(year, calendar).workingDays.length
  return total + countBefore(workingYear(lastYear, calendar), end)
}

function isWorking(day: number, calendar: Calendar): boolean {
  const table = workingYear(civilOf(day).year, calendar)
  return countBefore(table, day + 1) > countBefore(table, day)
}

function countBefore(table: WorkingYear, day: number): number {
  return table.countBefore[day - table.firstDay] ?? table.workingDays.length
}

function workingYear(year: number, calendar: Calendar): WorkingYear {
  let years = yearsOfCalendars.get(calendar)
  if (years === undefined) {
    years = new BoundedMap(YEARS_KEPT)
    yearsOfCalendars.set(calendar, years)
  }
  return years.get(year) ?? years.remember(year, buildYear(year, calendar))
}

function buildYear(year: number, calendar: Calendar): WorkingYear {
  const firstDay = dayOfParts(year, 1, 1)
  const length = dayOfParts(year + 1, 1, 1) - firstDay
  const workingDays: number[] = []
  const counts = new Uint16Array(length + 1)
  for (let index = 0; index < length; index++) {
    if (calendar.isWorkingDay(dateOf(firstDay + index))) workingDays.push(firstDay + index)
    counts[index + 1] = workingDays.length
  }
  return { firstDay, workingDays, countBefore: counts }
}
