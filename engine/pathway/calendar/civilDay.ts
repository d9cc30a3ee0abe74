import { CalendarError } from './calendarError.ts'

/** A date of the Gregorian calendar in its parts; `month` 1–12, `day` 1–31. */
export interface CivilDate {
  year: number
  month: number
  day: number
}

/** A day on which no clocks are changed. Milliseconds. */
export const DAY_MS = 86_400_000
/** Days per 400 years, after which the Gregorian calendar repeats itself. */
const DAYS_PER_ERA = 146_097
/** Days from 0000-03-01, where the count of eras begins, to 1970-01-01. */
const EPOCH_SHIFT = 719_468
/** The day numbers between which dates are written: the years 1 to 9999. */
export const FIRST_DAY = dayOfParts(1, 1, 1)
export const LAST_DAY = dayOfParts(9999, 12, 31)
const ACCEPTED_DATE = 'accepted: an existing date written YYYY-MM-DD, from 0001-01-01 to 9999-12-31'

/**
 * The number of a date, counted in days from 1970-01-01 (which is 0). All date arithmetic here runs on these whole
 * numbers: they are some twenty times faster than `Temporal.PlainDate`, and a property test holds the two equal.
 *
 * @throws CalendarError for text that is not an existing date
 * @example dayOf('1970-01-02') // 1
 * @see H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil, civil_from_days)
 */
export function dayOf(date: string): number {
  const day = written(date)
  if (day === undefined) throw new CalendarError(`'${date.slice(0, 40)}' is not a date`, ACCEPTED_DATE)
  return day
}

/** Whether a text is an existing date, written YYYY-MM-DD. */
export function isDate(text: string): boolean {
  return written(text) !== undefined
}

function written(date: string): number | undefined {
  const year = digits(date, 0, 4)
  const month = digits(date, 5, 7)
  const day = digits(date, 8, 10)
  const isWritten = date.length === 10 && date[4] === '-' && date[7] === '-'
  // A NaN from `digits` fails each of these comparisons.
  if (isWritten && year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)) {
    return dayOfParts(year, month, day)
  }
  return undefined
}

/**
 * The date of a day number, written YYYY-MM-DD: the inverse of `dayOf`.
 *
 * @throws CalendarError past the years 1 to 9999
 */
export function dateOf(dayNumber: number): string {
  const { year, month, day } = civilOf(checkedDay(dayNumber))
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`
}

/** The year, month and day of a day number. */
export function civilOf(dayNumber: number): CivilDate {
  const shifted = dayNumber + EPOCH_SHIFT
  const era = Math.floor(shifted / DAYS_PER_ERA)
  const dayOfEra = shifted - era * DAYS_PER_ERA
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

/** The day number of a date in parts, which is taken to exist. */
export function dayOfParts(year: number, month: number, day: number): number {
  const yearFromMarch = month <= 2 ? year - 1 : year
  const era = Math.floor(yearFromMarch / 400)
  const yearOfEra = yearFromMarch - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_PER_ERA + dayOfEra - EPOCH_SHIFT
}

/** The weekday of a day number: 1 Monday … 7 Sunday, as in ISO 8601. */
export function weekdayOf(dayNumber: number): number {
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1
}

/**
 * A day moved by months and then by days in one addition; where the month has no such day, its last day counts
 * (31.1. + 1 month = 28.2.). Negative amounts go backwards by the same rule.
 *
 * @throws CalendarError when the result falls outside the years 1 to 9999
 * @see laki säädettyjen määräaikain laskemisesta (150/1930) 3 and 4 §; `Temporal.PlainDate.add` with overflow constrain
 */
export function moveDay(dayNumber: number, months: number, days: number): number {
  if (months === 0) return checkedDay(dayNumber + days)
  const { year, month, day } = civilOf(dayNumber)
  const monthCount = year * 12 + (month - 1) + months
  const toYear = Math.floor(monthCount / 12)
  const toMonth = monthCount - toYear * 12 + 1
  return checkedDay(dayOfParts(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth))) + days)
}

/** The same day number, once it is known to lie in the years 1 to 9999. */
export function checkedDay(dayNumber: number): number {
  if (dayNumber >= FIRST_DAY && dayNumber <= LAST_DAY) return dayNumber
  throw new CalendarError('the date counted falls outside the years 1 to 9999', ACCEPTED_DATE)
}

/** How many days a month (1 to 12) of a year has. */
export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}

function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let index = from; index < to; index++) {
    const digit = text.charCodeAt(index) - 48
    value = digit >= 0 && digit <= 9 ? value * 10 + digit : Number.NaN
  }
  return value
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}
