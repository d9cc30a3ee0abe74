/**
 * Instants and local dates of a walk. What a pathway promises is due on a day, so the hours of a walk mean nothing: it
 * begins in the morning, and time that passes to a date passes to its midday, which is that same day in Helsinki always.
 */

/** The morning of a local date, when a walk begins. */
export const morningOf = (date: string): string => `${date}T07:00:00.000Z`

/** The midday of a local date, by when what was due on it has happened. */
export const middayOf = (date: string): string => `${date}T10:00:00.000Z`
