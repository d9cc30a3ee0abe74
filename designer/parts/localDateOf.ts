const localDate = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' })

/** The local date of an instant in Finland: 2026-05-04. */
export const localDateOf = (instant: string | Date): string =>
  localDate.format(typeof instant === 'string' ? new Date(instant) : instant)
