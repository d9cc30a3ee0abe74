import { dateOf } from '../../calendar/civilDay.ts'
import { formatDateTime } from './dateTime.ts'
import { formatDuration } from './duration.ts'
import { type FeelValue, isList } from './FeelValue.ts'

/**
 * A value as FEEL's `string()` writes it: dates and durations in ISO 8601, a list in brackets, unknown as `null`.
 *
 * @example formatFeelValue({ kind: 'date', dayNumber: 20_454 }) // '2026-01-01'
 */
export function formatFeelValue(value: FeelValue): string {
  if (value === null) return 'null'
  if (typeof value !== 'object') return String(value)
  if (isList(value)) return `[${value.map(formatFeelValue).join(', ')}]`
  switch (value.kind) {
    case 'date':
      return dateOf(value.dayNumber)
    case 'dateTime':
      return formatDateTime(value)
    case 'daysDuration':
    case 'monthsDuration':
      return formatDuration(value)
  }
}
