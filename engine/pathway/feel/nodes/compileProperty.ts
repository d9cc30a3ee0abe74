import { civilOf, DAY_MS, weekdayOf } from '../../calendar/civilDay.ts'
import type { CompileContext, Compiled } from '../CompileContext.ts'
import { FeelError } from '../FeelError.ts'
import { describeType, isOpen, type StaticType, typeError } from '../staticTypes.ts'
import { childAt, type SyntaxNode } from '../syntax/SyntaxNode.ts'
import { type FeelValue, isList } from '../values/FeelValue.ts'
import { nameOf } from './compileName.ts'

/**
 * Compiles `.year`, `.days` and the like. The parts of a duration are those of its normal form: `P14M` has `.years` 1
 * and `.months` 2, `PT49H` has `.days` 2 and `.hours` 1; a negative one has negative parts (DMN 1.5, tables 65 and 66).
 */
export function compileProperty(node: SyntaxNode, context: CompileContext): Compiled {
  const targetNode = childAt(node, 0)
  const target = context.compile(targetNode)
  const propertyNode = childAt(node, 2)
  const property = nameOf(propertyNode)
  if (!Object.values(PROPERTIES).some((known) => known.includes(property))) {
    throw new FeelError('unknown-name', `Unknown property: ${property}`, propertyNode, propertyHint(target.type))
  }
  if (!isOpen(target.type) && !(PROPERTIES[target.type] ?? []).includes(property)) {
    throw typeError(
      `${targetNode.text} is ${describeType(target.type)} and has no ${property}`,
      node,
      propertyHint(target.type),
    )
  }
  const { evaluate } = target
  return { evaluate: (run) => propertyOf(evaluate(run), property), type: 'number' }
}

const PROPERTIES: Partial<Record<StaticType, readonly string[]>> = {
  date: ['year', 'month', 'day', 'weekday'],
  dateTime: ['year', 'month', 'day', 'weekday', 'hour', 'minute', 'second'],
  daysDuration: ['days', 'hours', 'minutes', 'seconds'],
  monthsDuration: ['years', 'months'],
}

function propertyHint(type: StaticType): string {
  const own = PROPERTIES[type]
  if (own !== undefined) return `There are .${own.join(', .')}`
  return 'Dates have .year, .month, .day, .weekday; durations .days, .hours, .minutes, .seconds or .years, .months'
}

function propertyOf(value: FeelValue, property: string): number | null {
  if (value === null || typeof value !== 'object' || isList(value)) return null
  switch (value.kind) {
    case 'date':
      return datePart(value.dayNumber, property)
    case 'dateTime': {
      const dayNumber = Math.floor(value.localMs / DAY_MS)
      return datePart(dayNumber, property) ?? clockPart(value.localMs - dayNumber * DAY_MS, property)
    }
    case 'daysDuration':
      if (property === 'days') return Math.trunc(value.ms / DAY_MS) + 0
      return property.endsWith('s') ? clockPart(value.ms % DAY_MS, property.slice(0, -1)) : null
    case 'monthsDuration':
      if (property === 'years') return Math.trunc(value.months / 12) + 0
      return property === 'months' ? (value.months % 12) + 0 : null
  }
}

function datePart(dayNumber: number, property: string): number | null {
  if (property === 'weekday') return weekdayOf(dayNumber)
  const { year, month, day } = civilOf(dayNumber)
  return property === 'year' ? year : property === 'month' ? month : property === 'day' ? day : null
}

function clockPart(ms: number, property: string): number | null {
  if (property === 'hour') return Math.trunc(ms / 3_600_000) + 0
  if (property === 'minute') return (Math.trunc(ms / 60_000) % 60) + 0
  return property === 'second' ? (ms % 60_000) / 1000 + 0 : null
}
