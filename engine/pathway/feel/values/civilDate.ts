import { civilOf, dayOfParts, daysInMonth, FIRST_DAY, LAST_DAY } from '../../calendar/civilDay.ts'
import type { FeelDate } from './FeelValue.ts'

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
  return dateOfDayNumber(dayOfParts(year, month, day))
}

/** The date of a day number; null outside the years 0001 to 9999. */
export function dateOfDayNumber(dayNumber: number): FeelDate | null {
  return dayNumber >= FIRST_DAY && dayNumber <= LAST_DAY ? { kind: 'date', dayNumber } : null
}

/** Adds whole months; a day that the month lacks becomes its last day (31 January + P1M is 28 or 29 February). */
export function addMonths(dayNumber: number, months: number): FeelDate | null {
  const { year, month, day } = civilOf(dayNumber)
  const index = year * 12 + (month - 1) + months
  const toYear = Math.floor(index / 12)
  if (!(toYear >= 1 && toYear <= 9999)) return null
  const toMonth = index - toYear * 12 + 1
  return dateOfDayNumber(dayOfParts(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth))))
}

/** Whole months from one date to another, negative when `to` is earlier; a month is whole when its day is reached. */
export function monthsBetween(from: number, to: number): number {
  const a = civilOf(from)
  const b = civilOf(to)
  const months = (b.year - a.year) * 12 + (b.month - a.month)
  if (months > 0 && b.day < a.day) return months - 1
  if (months < 0 && b.day > a.day) return months + 1
  return months
}
