import { LIMITS } from '../limits.ts'
import { type Run, spend } from '../Run.ts'
import { epochOfLocal } from './dateTime.ts'
import { type FeelDateTime, type FeelValue, isList, typeOfValue } from './FeelValue.ts'

/**
 * The order of two values: negative, zero or positive; null when either is unknown or they are of different kinds.
 * Text is ordered by its UTF-16 code units, numbers as doubles (so 0.1 + 0.2 is more than 0.3).
 */
export function compareOrder(a: FeelValue, b: FeelValue, run: Run): number | null {
  if (typeof a === 'number') return typeof b === 'number' ? a - b : null
  if (typeof a === 'string') return typeof b === 'string' && spendText(a, run) ? (a < b ? -1 : a > b ? 1 : 0) : null
  if (a === null || typeof a !== 'object' || isList(a)) return null
  if (b === null || typeof b !== 'object' || isList(b)) return null
  if (a.kind === 'date') return b.kind === 'date' ? a.dayNumber - b.dayNumber : null
  if (a.kind === 'daysDuration') return b.kind === 'daysDuration' ? a.ms - b.ms : null
  if (a.kind === 'monthsDuration') return b.kind === 'monthsDuration' ? a.months - b.months : null
  return b.kind === 'dateTime' ? differenceMs(a, b) : null
}

/**
 * Whether two values are equal; null when either is unknown or they are of different kinds. Lists are equal when they
 * have the same length and equal elements; an unknown element leaves it open unless another element differs.
 */
export function equalValues(a: FeelValue, b: FeelValue, run: Run): boolean | null {
  if (typeof a === 'boolean') return typeof b === 'boolean' ? a === b : null
  if (a !== null && b !== null && isList(a)) return isList(b) ? equalLists(a, b, run) : null
  const order = compareOrder(a, b, run)
  return order === null ? null : order === 0
}

/**
 * Whether a value matches one of those that it may be: as `equalValues`, but a known value of another kind is just not
 * the one meant, so it is no match instead of unknown.
 */
export function matchesValue(value: FeelValue, option: FeelValue, run: Run): boolean | null {
  const isEqual = equalValues(value, option, run)
  return isEqual === null && value !== null && option !== null && typeOfValue(value) !== typeOfValue(option)
    ? false
    : isEqual
}

/** Whether a value matches some element of a list, by Kleene's logic. */
export function isAmong(value: FeelValue, list: readonly FeelValue[], run: Run): boolean | null {
  if (!spend(run, list.length)) return null
  let isOpen = false
  for (const element of list) {
    const isEqual = matchesValue(value, element, run)
    if (isEqual === true) return true
    if (isEqual === null) isOpen = true
  }
  return isOpen ? null : false
}

/**
 * Milliseconds from `b` to `a`. Local date times are measured by the wall clock among themselves; when only one has a
 * zone, the other is read in it (DMN 1.5, table 54).
 */
export function differenceMs(a: FeelDateTime, b: FeelDateTime): number | null {
  const zone = a.zone ?? b.zone
  if (zone === null) return a.localMs - b.localMs
  const from = b.epochMs ?? epochOfLocal(b.localMs, zone)
  const to = a.epochMs ?? epochOfLocal(a.localMs, zone)
  return from === null || to === null ? null : to - from
}

/** Pays for work on a text; false when it is too long or the evaluation has no work left. */
export function spendText(text: string, run: Run): boolean {
  return text.length <= LIMITS.textLength && (text.length < 64 || spend(run, text.length >> 6))
}

function equalLists(a: readonly FeelValue[], b: readonly FeelValue[], run: Run): boolean | null {
  if (a.length !== b.length) return false
  if (!spend(run, a.length)) return null
  let isOpen = false
  for (let index = 0; index < a.length; index++) {
    const isEqual = equalValues(a[index] ?? null, b[index] ?? null, run)
    if (isEqual === false) return false
    if (isEqual === null) isOpen = true
  }
  return isOpen ? null : true
}
