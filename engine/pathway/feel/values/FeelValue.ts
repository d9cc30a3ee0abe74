/** A calendar date, without time or zone. */
export interface FeelDate {
  readonly kind: 'date'
  /** Days since 1970-01-01, negative before it. */
  readonly dayNumber: number
}

/** A date and time: local (no zone, `epochMs` is null), or an instant seen in a zone. */
export interface FeelDateTime {
  readonly kind: 'dateTime'
  /** The wall clock, written as if it were UTC: milliseconds since 1970-01-01T00:00. */
  readonly localMs: number
  /** The instant in epoch milliseconds; null for a local date and time. */
  readonly epochMs: number | null
  /** `Z`, an offset (`+02:00`) or an IANA name; null for a local date and time. */
  readonly zone: string | null
}

/** A days and time duration, such as `P3DT4H`; a day is always 24 hours. */
export interface DaysDuration {
  readonly kind: 'daysDuration'
  readonly ms: number
}

/** A years and months duration, such as `P1Y2M`. */
export interface MonthsDuration {
  readonly kind: 'monthsDuration'
  readonly months: number
}

/** What an expression may evaluate to; null is unknown. Numbers are doubles and always finite. */
export type FeelValue =
  | null
  | number
  | string
  | boolean
  | FeelDate
  | FeelDateTime
  | DaysDuration
  | MonthsDuration
  | readonly FeelValue[]

/** What a scope may give for a name; dates, date times and durations are ISO 8601 text, read by the declared type. */
export type FeelInput = number | string | boolean | readonly FeelInput[]

/** The declared type of a name. `any` is not checked at compile time, and its dates stay text. */
export type FeelTypeName =
  | 'number'
  | 'text'
  | 'boolean'
  | 'date'
  | 'dateTime'
  | 'daysDuration'
  | 'monthsDuration'
  | 'list'
  | 'any'

/** The type of a known value, or null for unknown. */
export function typeOfValue(value: FeelValue): Exclude<FeelTypeName, 'any'> | null {
  switch (typeof value) {
    case 'number':
      return 'number'
    case 'string':
      return 'text'
    case 'boolean':
      return 'boolean'
    default:
      return value === null ? null : isList(value) ? 'list' : value.kind
  }
}

/** Whether a value is a list (`Array.isArray` does not narrow read-only arrays). */
export function isList(value: FeelValue): value is readonly FeelValue[] {
  return Array.isArray(value)
}
