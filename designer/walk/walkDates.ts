import { dateInWords } from '../parts/inWords.ts'

/**
 * Instants and local dates of a walk. What a pathway promises is due on a day, so the hours of a walk mean nothing: it
 * begins in the morning, and time that passes to a date passes to its midday, which is that same day in Helsinki always.
 */

/** The morning of a local date, when a walk begins. */
export const morningOf = (date: string): string => `${date}T07:00:00.000Z`

/** The midday of a local date, by when what was due on it has happened. */
export const middayOf = (date: string): string => `${date}T10:00:00.000Z`

const localDate = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' })

/** The local date of an instant: 2026-05-04. */
export const localDateOf = (instant: string | Date): string =>
  localDate.format(typeof instant === 'string' ? new Date(instant) : instant)

/** A local date with its weekday: ma 4.5.2026. */
export const dayInWords = (date: string, language: string): string => dateInWords(middayOf(date), language)
