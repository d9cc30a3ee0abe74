import { Temporal } from 'temporal-polyfill'

const zone = 'Europe/Helsinki'
const weekdays = ['ma', 'ti', 'ke', 'to', 'pe', 'la', 'su']

/**
 * A local date with its weekday, as people write it.
 * @example finnishDay('2026-05-04') // 'ma 4.5.2026'
 */
export function finnishDay(date: string): string {
  const { dayOfWeek, day, month, year } = Temporal.PlainDate.from(date)
  return `${weekdays[dayOfWeek - 1]} ${day}.${month}.${year}`
}

/** The local day of an instant, as `finnishDay` writes it. */
export function finnishDayOf(at: string | number | Date): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(new Date(at).getTime()).toZonedDateTimeISO(zone)
  return finnishDay(zoned.toPlainDate().toString())
}

/**
 * The instant of a time of day.
 * @param day with its weekday, which must be right
 * @param time local time of day, such as '09:00'
 * @throws RangeError when that day is another weekday
 * @example instantOf('ma 4.5.2026', '09:00') // 2026-05-04T06:00:00.000Z
 */
export function instantOf(day: string, time: string): Date {
  return new Date(dateOf(day).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds)
}

/**
 * The date of a day, for a program.
 * @throws RangeError when that day is another weekday
 * @example isoDateOf('ma 4.5.2026') // '2026-05-04'
 */
export const isoDateOf = (day: string): string => dateOf(day).toString()

function dateOf(day: string): Temporal.PlainDate {
  const [, dayOfMonth, month, year] = /^[a-z]{2} (\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(day) ?? []
  const date = Temporal.PlainDate.from({ year: Number(year), month: Number(month), day: Number(dayOfMonth) })
  const right = finnishDay(date.toString())
  if (right !== day) throw new RangeError(`"${day}" is ${right}`)
  return date
}
