import { DAY_MS } from '../../calendar/civilDay.ts'
import type { DaysDuration, MonthsDuration } from './FeelValue.ts'

const DURATION_PATTERN =
  /^(-?)P(?=\d|T\d)(?:(\d{1,9})Y)?(?:(\d{1,9})M)?(?:(\d{1,9})D)?(?:T(?=\d)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d{1,9})?)S)?)?$/

/**
 * Reads an ISO 8601 duration of one of FEEL's two kinds: years and months, or days and time. Null for anything else,
 * and for a mixture such as `P1M2D`, whose length no calendar knows (DMN 1.5, 10.3.2.3.7 and 10.3.2.3.8).
 *
 * @example parseDuration('P1Y2M') // { kind: 'monthsDuration', months: 14 }
 */
export function parseDuration(text: string): DaysDuration | MonthsDuration | null {
  const parts = DURATION_PATTERN.exec(text)
  if (parts === null) return null
  const sign = parts[1] === '-' ? -1 : 1
  const hasMonths = parts[2] !== undefined || parts[3] !== undefined
  const hasDays = parts.slice(4).some((part) => part !== undefined)
  if (hasMonths && hasDays) return null
  if (hasMonths) return monthsDuration(sign * (amount(parts[2]) * 12 + amount(parts[3])))
  const hours = amount(parts[4]) * 24 + amount(parts[5])
  return daysDuration(sign * ((hours * 60 + amount(parts[6])) * 60 + amount(parts[7])) * 1000)
}

/** A days and time duration of milliseconds, rounded to a whole one; null when it is not a safe number. */
export function daysDuration(ms: number): DaysDuration | null {
  const whole = Math.round(ms)
  return Number.isSafeInteger(whole) ? { kind: 'daysDuration', ms: whole + 0 } : null
}

/** A years and months duration, cut to whole months; null when it is not a safe number. */
export function monthsDuration(months: number): MonthsDuration | null {
  const whole = Math.trunc(months)
  return Number.isSafeInteger(whole) ? { kind: 'monthsDuration', months: whole + 0 } : null
}

/** ISO 8601 text in its normal form: `P1Y2M`, `P3DT4H`; zero is `P0M` or `PT0S`. */
export function formatDuration(value: DaysDuration | MonthsDuration): string {
  if (value.kind === 'monthsDuration') {
    if (value.months === 0) return 'P0M'
    const months = Math.abs(value.months)
    return `${value.months < 0 ? '-' : ''}P${unit(Math.floor(months / 12), 'Y')}${unit(months % 12, 'M')}`
  }
  if (value.ms === 0) return 'PT0S'
  const ms = Math.abs(value.ms)
  const clock =
    unit(Math.floor(ms / 3_600_000) % 24, 'H') +
    unit(Math.floor(ms / 60_000) % 60, 'M') +
    unit((ms % 60_000) / 1000, 'S')
  return `${value.ms < 0 ? '-' : ''}P${unit(Math.floor(ms / DAY_MS), 'D')}${clock === '' ? '' : `T${clock}`}`
}

function unit(count: number, letter: string): string {
  return count === 0 ? '' : `${count}${letter}`
}

function amount(part: string | undefined): number {
  return part === undefined ? 0 : Number(part)
}
