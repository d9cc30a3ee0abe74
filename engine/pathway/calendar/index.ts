export type { Calendar, Shift } from './calendar.ts'
export { CalendarError } from './calendarError.ts'
export { isDate } from './civilDay.ts'
export { type Anchor, type Due, dueAfter, dueBefore, dueOn } from './due.ts'
export {
  type Duration,
  DurationError,
  isExact,
  isZero,
  type ParsedDuration,
  parseDuration,
} from './duration.ts'
export { calendarIds, getCalendar } from './getCalendar.ts'
export { occurrenceAfter } from './occurrenceAfter.ts'
export { daysBetween, shiftDate, workingDaysBetween } from './workingDays.ts'
export { dateHoldsUntil, localDate, startOfDay } from './zoneDay.ts'
