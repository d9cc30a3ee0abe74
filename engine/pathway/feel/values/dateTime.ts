import { Temporal } from 'temporal-polyfill'
import { DAY_MS, dateOf } from '../../calendar/civilDay.ts'
import { addMonths, dateOfDayNumber, parseDate } from './civilDate.ts'
import type { FeelDate, FeelDateTime } from './FeelValue.ts'

const DATE_TIME_PATTERN =
  /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?(Z|[+-]\d{2}:\d{2}|@[A-Za-z0-9_+\-/]{1,64})?$/
const OFFSET_PATTERN = /^([+-])(\d{2}):(\d{2})$/

/**
 * Reads an ISO 8601 date and time: local, with `Z` or an offset, or with FEEL's `@Europe/Helsinki`. Null when it is
 * none of these. Fractions of a second are cut to milliseconds.
 *
 * @example parseDateTime('2026-03-29T12:00:00@Europe/Helsinki')
 */
export function parseDateTime(text: string): FeelDateTime | null {
  const parts = DATE_TIME_PATTERN.exec(text)
  if (parts === null) return null
  const date = parseDate(parts[1] ?? '')
  const hour = Number(parts[2])
  const minute = Number(parts[3])
  const second = Number(parts[4] ?? 0)
  if (date === null || hour > 23 || minute > 59 || second > 59) return null
  const ms = Number((parts[5] ?? '').padEnd(3, '0'))
  const localMs = date.dayNumber * DAY_MS + ((hour * 60 + minute) * 60 + second) * 1000 + ms
  const zone = parts[6]
  return atLocal(localMs, zone === undefined ? null : zone.startsWith('@') ? zone.slice(1) : zone)
}

/** The date and time of a wall clock in a zone (null: local); null when the zone is not known. */
function atLocal(localMs: number, zone: string | null): FeelDateTime | null {
  if (dateOfDayNumber(Math.floor(localMs / DAY_MS)) === null) return null
  if (zone === null) return { kind: 'dateTime', localMs, epochMs: null, zone }
  const epochMs = epochOfLocal(localMs, zone)
  return epochMs === null ? null : { kind: 'dateTime', localMs, epochMs, zone }
}

/** The date and time of an instant (epoch milliseconds) in a zone; null when either is not usable. */
export function atInstant(epochMs: number, zone: string): FeelDateTime | null {
  if (latest?.epochMs === epochMs && latest.zone === zone) return latest
  const offsetMs = offsetAt(epochMs, zone)
  if (offsetMs === null) return null
  const localMs = epochMs + offsetMs
  if (dateOfDayNumber(Math.floor(localMs / DAY_MS)) === null) return null
  latest = { kind: 'dateTime', localMs, epochMs, zone }
  return latest
}

/** The latest instant asked for: a command evaluates many criteria at one `now`, and zones are slow (10 µs). */
let latest: FeelDateTime | undefined

/** The calendar date of a date and time, by its own wall clock. */
export function dateOfDateTime(value: FeelDateTime): FeelDate | null {
  return dateOfDayNumber(Math.floor(value.localMs / DAY_MS))
}

/** Adds exact time: to the instant when there is one, so that 24 hours stay 24 hours when the clocks change. */
export function addMs(value: FeelDateTime, ms: number): FeelDateTime | null {
  if (value.epochMs === null || value.zone === null) return atLocal(value.localMs + ms, null)
  return atInstant(value.epochMs + ms, value.zone)
}

/** Adds whole months by the calendar, keeping the time of day. */
export function addMonthsToDateTime(value: FeelDateTime, months: number): FeelDateTime | null {
  const dayNumber = Math.floor(value.localMs / DAY_MS)
  const date = addMonths(dayNumber, months)
  return date === null ? null : atLocal(value.localMs + (date.dayNumber - dayNumber) * DAY_MS, value.zone)
}

/** Epoch milliseconds of a wall clock in a zone; a time that the clocks skip is moved on. Null for an unknown zone. */
export function epochOfLocal(localMs: number, zone: string): number | null {
  const fixed = fixedOffset(zone)
  if (fixed !== null) return localMs - fixed
  try {
    const local = Temporal.Instant.fromEpochMilliseconds(localMs).toZonedDateTimeISO('UTC').toPlainDateTime()
    return local.toZonedDateTime(zone).epochMilliseconds
  } catch {
    return null
  }
}

/** ISO 8601 text, with seconds always and milliseconds when there are any. */
export function formatDateTime(value: FeelDateTime): string {
  const dayNumber = Math.floor(value.localMs / DAY_MS)
  const time = new Date(value.localMs - dayNumber * DAY_MS)
    .toISOString()
    .slice(11, 23)
    .replace(/\.000$/, '')
  const zone = value.zone
  return `${dateOf(dayNumber)}T${time}${zone === null ? '' : fixedOffset(zone) === null ? `@${zone}` : zone}`
}

function offsetAt(epochMs: number, zone: string): number | null {
  const fixed = fixedOffset(zone)
  if (fixed !== null) return fixed
  try {
    return Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6
  } catch {
    return null
  }
}

function fixedOffset(zone: string): number | null {
  if (zone === 'Z' || zone === 'UTC') return 0
  const parts = OFFSET_PATTERN.exec(zone)
  if (parts === null) return null
  const ms = (Number(parts[2]) * 60 + Number(parts[3])) * 60_000
  return parts[1] === '-' ? -ms : ms
}
