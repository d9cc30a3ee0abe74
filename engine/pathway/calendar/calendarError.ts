/**
 * A date, an instant, a zone or a calendar that cannot be counted with: unknown calendar, a day that does not exist,
 * a result past the year 9999. The message says what was found, `hint` what would be accepted.
 *
 * @example
 * try { getCalendar('se') } catch (error) { if (error instanceof CalendarError) console.log(error.code, error.hint) }
 */
export class CalendarError extends Error {
  override readonly name = 'CalendarError'
  readonly code = 'calendar'
  readonly hint: string

  constructor(message: string, hint: string) {
    super(`${message}; ${hint}`)
    this.hint = hint
  }
}
