import { DAY_MS } from '../../calendar/civilDay.ts'
import { LIMITS } from '../limits.ts'
import type { Run } from '../Run.ts'
import { addMonths, dateOfDayNumber } from './civilDate.ts'
import { differenceMs, spendText } from './compareValues.ts'
import { addMonthsToDateTime, addMs } from './dateTime.ts'
import { daysDuration, monthsDuration } from './duration.ts'
import { type FeelValue, isList } from './FeelValue.ts'

/** The signs of arithmetic; `^` is another way to write `**`. */
export type ArithmeticSign = '+' | '-' | '*' | '/' | '**'

/**
 * Arithmetic on two values; null when it is not defined for their kinds, or has no finite answer (division by zero,
 * an exponent that overflows, a date outside the years 1 to 9999).
 *
 * A date plus a days duration stays a date: it is the day of midnight plus the duration (DMN 1.5, table 57). A month
 * without the day takes its last one, as all implementations do; the standard's formula would have no date there.
 */
export function calculate(sign: ArithmeticSign, a: FeelValue, b: FeelValue, run: Run): FeelValue {
  if (a === null || b === null) return null
  if (typeof a === 'number' && typeof b === 'number') return calculateNumber(sign, a, b)
  if (sign === '+') return add(a, b, run) ?? add(b, a, run)
  if (sign === '-') return subtract(a, b, run)
  if (sign === '*') return typeof a === 'number' ? scale(b, a) : typeof b === 'number' ? scale(a, b) : null
  return sign === '/' ? divide(a, b) : null
}

/** Arithmetic on numbers; null instead of an infinite or undefined result. */
export function calculateNumber(sign: ArithmeticSign, a: number, b: number): number | null {
  const result = sign === '+' ? a + b : sign === '-' ? a - b : sign === '*' ? a * b : sign === '/' ? a / b : a ** b
  return Number.isFinite(result) ? result : null
}

/** The opposite of a number or duration. */
export function negate(value: FeelValue): FeelValue {
  if (typeof value === 'number') return 0 - value
  return scale(value, -1)
}

function add(a: FeelValue, b: FeelValue, run: Run): FeelValue {
  if (typeof a === 'string') return typeof b === 'string' ? join(a, b, run) : null
  if (!isTemporal(a) || !isTemporal(b)) return null
  if (b.kind === 'daysDuration') {
    if (a.kind === 'date') return dateOfDayNumber(Math.floor((a.dayNumber * DAY_MS + b.ms) / DAY_MS))
    if (a.kind === 'dateTime') return addMs(a, b.ms)
    return a.kind === 'daysDuration' ? daysDuration(a.ms + b.ms) : null
  }
  if (b.kind !== 'monthsDuration') return null
  if (a.kind === 'date') return addMonths(a.dayNumber, b.months)
  if (a.kind === 'dateTime') return addMonthsToDateTime(a, b.months)
  return a.kind === 'monthsDuration' ? monthsDuration(a.months + b.months) : null
}

function subtract(a: FeelValue, b: FeelValue, run: Run): FeelValue {
  if (!isTemporal(a) || !isTemporal(b)) return null
  if (a.kind === 'date' && b.kind === 'date') return daysDuration((a.dayNumber - b.dayNumber) * DAY_MS)
  if (a.kind === 'dateTime' && b.kind === 'dateTime') {
    return (a.zone === null) === (b.zone === null) ? daysDuration(differenceMs(a, b) ?? Number.NaN) : null
  }
  return b.kind === 'daysDuration' || b.kind === 'monthsDuration' ? add(a, scale(b, -1), run) : null
}

function scale(value: FeelValue, factor: number): FeelValue {
  if (!isTemporal(value)) return null
  if (value.kind === 'daysDuration') return daysDuration(value.ms * factor)
  return value.kind === 'monthsDuration' ? monthsDuration(value.months * factor) : null
}

function divide(a: FeelValue, b: FeelValue): FeelValue {
  if (typeof b === 'number') return scale(a, 1 / b)
  if (!isTemporal(a) || !isTemporal(b)) return null
  if (a.kind === 'daysDuration' && b.kind === 'daysDuration') return calculateNumber('/', a.ms, b.ms)
  if (a.kind === 'monthsDuration' && b.kind === 'monthsDuration') return calculateNumber('/', a.months, b.months)
  return null
}

function join(a: string, b: string, run: Run): string | null {
  if (a.length + b.length > LIMITS.textLength) return null
  return spendText(a, run) && spendText(b, run) ? a + b : null
}

type Temporal = Exclude<FeelValue, null | number | string | boolean | readonly FeelValue[]>

function isTemporal(value: FeelValue): value is Temporal {
  return value !== null && typeof value === 'object' && !isList(value)
}
