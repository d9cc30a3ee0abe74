import type { Calendar } from './calendar.ts'
import { CalendarError } from './calendarError.ts'
import { finland } from './finland.ts'

const calendars: ReadonlyMap<string, Calendar> = new Map([[finland.id, finland]])

/** The calendars a pathway may name. */
export const calendarIds: readonly string[] = [...calendars.keys()]

/**
 * The calendar a pathway names.
 *
 * @throws CalendarError for an unknown id, naming the known ones
 * @example getCalendar('fi').isWorkingDay('2026-12-24') // false
 */
export function getCalendar(id: string): Calendar {
  const calendar = calendars.get(id)
  if (calendar !== undefined) return calendar
  throw new CalendarError(`there is no calendar '${String(id).slice(0, 40)}'`, `accepted: ${calendarIds.join(', ')}`)
}
