import { duration, evaluate, parseDate, parseDateTime } from 'feelin'
import {
  compileExpression,
  type FeelInput,
  type FeelResult,
  type FeelTypeName,
  type FeelValue,
  formatFeelValue,
} from '../../../engine/pathway/feel/index.ts'
import { NAMES } from './facts.ts'
import { scopeOf, type Values } from './scopeOf.ts'

/** Our value in a form that can be compared with feelin's, with the names that were seen and missing. */
export function ours(source: string, values: Values): { value: string } & Pick<FeelResult, 'seen' | 'lacks'> {
  const { value, seen, lacks } = compileExpression(source, { names: NAMES }).evaluateValue(scopeOf(values))
  return { value: textOfOurs(value), seen, lacks }
}

/** The value of feelin on the same; a missing name is null to it. */
export function feelins(source: string, values: Values): string {
  const context = Object.entries(NAMES).map(([name, type]) => [name, toFeelin(values[name], type)])
  return textOfFeelins(evaluate(source, Object.fromEntries(context)).value)
}

function toFeelin(input: FeelInput | undefined, type: FeelTypeName): unknown {
  if (typeof input !== 'string') return input ?? null
  if (type === 'date') return parseDate(input)
  if (type === 'dateTime') return parseDateTime(input)
  return type === 'daysDuration' || type === 'monthsDuration' ? duration(input) : input
}

function textOfOurs(value: FeelValue): string {
  if (typeof value === 'string') return JSON.stringify(value)
  return Array.isArray(value) ? `[${value.map(textOfOurs).join(', ')}]` : formatFeelValue(value)
}

function textOfFeelins(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(textOfFeelins).join(', ')}]`
  return value === undefined ? 'null' : Object.is(value, -0) ? '0' : String(value)
}
