/**
 * Which days count where. A due date moves by `shift` off the days that do not count, and working days are counted
 * over them.
 *
 * A calendar answers for all time by today's tables. A table that changes later changes no past: what was computed is
 * journalled as a date, and timers not yet due are computed again only by an explicit command.
 */
export interface Calendar {
  readonly id: string
  /** The IANA zone whose local dates these are. */
  readonly zone: string
  /** @throws CalendarError for text that is not a date */
  isWorkingDay(date: string): boolean
  /** The name of the holiday on that date, in the calendar's own language; undefined on any other day. */
  holiday(date: string): string | undefined
}

/** Where a due date goes from a day that does not count: nowhere, forwards or backwards. */
export type Shift = 'none' | 'nextWorkingDay' | 'previousWorkingDay'
