import type { FeelDate } from './FeelValue.ts'

/** Year, month 1 to 12, day 1 to 31. */
export interface CivilDate {
  year: number
  month: number
  day: number
}

const DATE_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/

/**
 * Reads `YYYY-MM-DD`; null when the text is not a date of the calendar (years 0001 to 9999).
 *
 * @example parseDate('2026-02-30') // null
 */
export function parseDate(text: string): FeelDate | null {
  const parts = DATE_PATTERN.exec(text)
  return parts === null ? null : dateOf(Number(parts[1]), Number(parts[2]), Number(parts[3]))
}

/** The date of a year, month and day; null when the calendar has no such date. */
export function dateOf(year: number, month: number, day: number): FeelDate | null {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return null
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return dateOfDayNumber(toDayNumber(year, month, day))
}

/** The date of a day number; null outside the years 0001 to 9999. */
export function dateOfDayNumber(dayNumber: number): FeelDate | null {
  return dayNumber >= FIRST_DAY && dayNumber <= LAST_DAY ? { kind: 'date', dayNumber } : null
}

/** Adds whole months; a day that the month lacks becomes its last day (31 January + P1M is 28 or 29 February). */
export function addMonths(dayNumber: number, months: number): FeelDate | null {
  const { year, month, day } = toCivil(dayNumber)
  const index = year * 12 + (month - 1) + months
  const toYear = Math.floor(index / 12)
  if (!(toYear >= 1 && toYear <= 9999)) return null
  const toMonth = index - toYear * 12 + 1
  return dateOfDayNumber(toDayNumber(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth))))
}

/** Whole months from one date to another, negative when `to` is earlier; a month is whole when its day is reached. */
export function monthsBetween(from: number, to: number): number {
  const a = toCivil(from)
  const b = toCivil(to)
  const months = (b.year - a.year) * 12 + (b.month - a.month)
  if (months > 0 && b.day < a.day) return months - 1
  if (months < 0 && b.day > a.day) return months + 1
  return months
}

/** `YYYY-MM-DD` of a day number. */
export function formatDayNumber(dayNumber: number): string {
  const { year, month, day } = toCivil(dayNumber)
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`
}

/** ISO weekday of a day number: Monday 1 to Sunday 7. */
export function weekdayOf(dayNumber: number): number {
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1
}

/**
 * Year, month and day of a day number, proleptic Gregorian. Arithmetic over 400-year eras starting in March, after
 * Howard Hinnant, "chrono-compatible low-level date algorithms".
 */
export function toCivil(dayNumber: number): CivilDate {
  const shifted = dayNumber + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

function toDayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}

function pad(part: number): string {
  return String(part).padStart(2, '0')
}

const FIRST_DAY = toDayNumber(1, 1, 1)
const LAST_DAY = toDayNumber(9999, 12, 31)
