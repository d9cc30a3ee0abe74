import { dateOf, monthsBetween, parseDate } from '../values/civilDate.ts'
import { atInstant, dateOfDateTime, parseDateTime } from '../values/dateTime.ts'
import { monthsDuration, parseDuration } from '../values/duration.ts'
import type { FeelValue } from '../values/FeelValue.ts'
import { type Signature, signature } from './Signature.ts'

/**
 * Functions of dates and durations (DMN 1.5, 10.3.4.1 and 10.3.4.6). `today()` and `now()` are the scope's clock in
 * the scope's zone, never the machine's.
 */
export const TEMPORAL_FUNCTIONS: Readonly<Record<string, readonly Signature[]>> = {
  today: [
    signature([], 'date', (_none, { scope }) => {
      const now = atInstant(scope.now, scope.zone)
      return now === null ? null : dateOfDateTime(now)
    }),
  ],
  now: [signature([], 'dateTime', (_none, { scope }) => atInstant(scope.now, scope.zone))],
  date: [
    signature(['text'], 'date', ([text]) => parseDate(text)),
    signature(['date'], 'date', ([date]) => date),
    signature(['dateTime'], 'date', ([dateTime]) => dateOfDateTime(dateTime)),
    signature(['number', 'number', 'number'], 'date', ([year, month, day]) => dateOf(year, month, day)),
  ],
  'date and time': [
    signature(['text'], 'dateTime', ([text]) => parseDateTime(text)),
    signature(['dateTime'], 'dateTime', ([dateTime]) => dateTime),
  ],
  duration: [signature(['text'], 'any', ([text]) => parseDuration(text))],
  'years and months duration': [
    signature(
      ['date', 'date'],
      'monthsDuration',
      ([from, to]): FeelValue => monthsDuration(monthsBetween(from.dayNumber, to.dayNumber)),
    ),
  ],
}
