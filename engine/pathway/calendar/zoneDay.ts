import { Temporal } from 'temporal-polyfill'
import { BoundedMap } from './boundedMap.ts'
import { CalendarError } from './calendarError.ts'
import { checkedDay, civilOf, DAY_MS, dateOf, dayOf } from './civilDay.ts'

const QUARTER_MS = 900_000
/** Some 45 years of days per zone. */
const DAYS_KEPT = 16_384
const ZONES_KEPT = 32

const dayStarts = new BoundedMap<string, BoundedMap<number, number>>(ZONES_KEPT)

/**
 * The instant at which a local date begins in a zone, in epoch milliseconds: usually 00:00, and the first moment after
 * the gap where the clock skips midnight. Both daylight-saving nights are days like any other: of 23 and 25 hours.
 *
 * The zone's rules are those of the JavaScript runtime; a due date keeps its date and zone, from which this is derived.
 *
 * @throws CalendarError for text that is not a date, or an unknown zone
 * @example startOfDay('2026-03-30', 'Europe/Helsinki') // 2026-03-29T21:00Z: summer time began the day before
 */
export function startOfDay(date: string, zone: string): number {
  return startOfDayNumber(dayOf(date), zone)
}

/** The same for a day number, as `dayOf` counts them. */
export function startOfDayNumber(dayNumber: number, zone: string): number {
  const starts = dayStarts.get(zone)
  const known = starts?.get(dayNumber)
  if (known !== undefined) return known
  // Asked before anything is kept: a zone that does not exist must not push out one that does.
  const at = askStart(dayNumber, zone)
  return (starts ?? dayStarts.remember(zone, new BoundedMap(DAYS_KEPT))).remember(dayNumber, at)
}

/**
 * The local date of an instant (epoch milliseconds) in a zone.
 *
 * @throws CalendarError for an instant that is not a whole number of milliseconds in the years 1 to 9999, or an
 *   unknown zone
 * @example localDate(Date.UTC(2026, 9, 24, 22, 30), 'Europe/Helsinki') // '2026-10-25'
 */
export function localDate(at: number, zone: string): string {
  return dateOf(localDayNumber(at, zone))
}

/**
 * The same as a day number. Found by comparing with remembered starts of days; only on a day that has not 24 hours is
 * Temporal asked, since a clock turned back just after midnight returns to the day before for a while.
 */
export function localDayNumber(at: number, zone: string): number {
  if (!Number.isInteger(at)) {
    throw new CalendarError(`${String(at)} is not an instant`, 'accepted: whole milliseconds from 1970-01-01T00:00Z')
  }
  let day = checkedDay(Math.floor(at / DAY_MS))
  while (startOfDayNumber(day, zone) > at) day--
  let next = startOfDayNumber(day + 1, zone)
  while (next <= at) next = startOfDayNumber(++day + 1, zone)
  return next - startOfDayNumber(day, zone) === DAY_MS ? day : askDay(at, zone)
}

/**
 * Until when the local date of an instant is certain to be the same, in epoch milliseconds, exclusive: usually until the next
 * day begins. On a day that has not 24 hours a clock may be turned back past midnight, which happens on a quarter of an hour.
 */
export function dateHoldsUntil(at: number, zone: string): number {
  const day = localDayNumber(at, zone)
  const next = startOfDayNumber(day + 1, zone)
  const isUsual = next > at && next - startOfDayNumber(day, zone) === DAY_MS
  return isUsual ? next : (Math.floor(at / QUARTER_MS) + 1) * QUARTER_MS
}

function askStart(dayNumber: number, zone: string): number {
  const { year, month, day } = civilOf(dayNumber)
  try {
    return new Temporal.PlainDate(year, month, day).toZonedDateTime(zone).epochMilliseconds
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new CalendarError(`'${zone}' is not a time zone`, "accepted: an IANA name such as 'Europe/Helsinki'")
  }
}

function askDay(at: number, zone: string): number {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  return dayOf(local.toPlainDate().toString())
}
