import { FeelError, type SourceSpan } from './FeelError.ts'
import type { FeelTypeName } from './values/FeelValue.ts'

/** What is known of a type before evaluation: `any` is not known, `null` is the literal. */
export type StaticType = FeelTypeName | 'null'

const DESCRIPTIONS: Record<StaticType, string> = {
  number: 'a number',
  text: 'text',
  boolean: 'true or false',
  date: 'a date',
  dateTime: 'a date and time',
  daysDuration: 'a days and time duration',
  monthsDuration: 'a years and months duration',
  list: 'a list',
  any: 'any value',
  null: 'null',
}

/** A type in words, for messages. */
export function describeType(type: StaticType): string {
  return DESCRIPTIONS[type]
}

/** Whether a type could still turn out to be the wanted one. */
export function canBe(type: StaticType, wanted: StaticType): boolean {
  return type === wanted || isOpen(type) || wanted === 'any'
}

/** Whether a type leaves everything possible: not declared, or the literal null. */
export function isOpen(type: StaticType): boolean {
  return type === 'any' || type === 'null'
}

/** The type of a place that one of two branches fills. */
export function joinTypes(a: StaticType, b: StaticType): StaticType {
  if (a === b || b === 'null') return a
  return a === 'null' ? b : 'any'
}

/** @throws FeelError `type` when a part is certain to be of another type than the wanted one */
export function requireType(part: { type: StaticType }, wanted: StaticType, at: SourceSpan & { text: string }): void {
  if (canBe(part.type, wanted)) return
  throw typeError(
    `${at.text} is ${describeType(part.type)}, where ${describeType(wanted)} is needed`,
    at,
    conversionHint(part.type, wanted),
  )
}

/** An error of type `type`; see FeelError. */
export function typeError(message: string, at: SourceSpan, hint: string): FeelError {
  return new FeelError('type', message, { from: at.from, to: at.to }, hint)
}

/** How one type is written as another, for hints. */
export function conversionHint(found: StaticType, wanted: StaticType): string {
  if (found === 'text' && wanted === 'number') return 'Write the number without quotes, or use number(…)'
  if (found === 'number' && wanted === 'text') return 'Write the text in double quotes, or use string(…)'
  if (found === 'text' && wanted === 'date') return 'Write a date as date("2026-01-31")'
  if (found === 'dateTime' && wanted === 'date') return 'Take the day of a date and time with date(…)'
  if (found === 'date' && wanted === 'dateTime') return 'Compare two dates: take the day of the other with date(…)'
  if (found === 'daysDuration' && wanted === 'number') return 'Take the number of whole days with .days'
  if (found === 'monthsDuration' && wanted === 'number') return 'Take the number with .years or .months'
  if (found === 'number' && wanted === 'daysDuration') return 'Write a length of time as duration("P30D")'
  if (found === 'number' && wanted === 'monthsDuration') return 'Write a length of time as duration("P2M")'
  if (found === 'list' && wanted === 'boolean') return 'Ask something of the list: "a" in list, count(list) > 0'
  if (wanted === 'boolean') return 'Compare it with something, for example: hoursPerDay >= 6'
  return `Needed is ${describeType(wanted)}`
}
