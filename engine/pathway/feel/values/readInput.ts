import { LIMITS } from '../limits.ts'
import { parseDate } from './civilDate.ts'
import { parseDateTime } from './dateTime.ts'
import { parseDuration } from './duration.ts'
import type { FeelInput, FeelTypeName, FeelValue } from './FeelValue.ts'

/**
 * Reads what a scope gave, by the declared type; null when it is not of that type or exceeds the limits, and the
 * name then counts as missing. The elements of a list are read as `any`: dates among them stay text, for `date(…)`.
 */
export function readInput(input: FeelInput, type: FeelTypeName): FeelValue {
  switch (type) {
    case 'number':
      return typeof input === 'number' && Number.isFinite(input) ? input : null
    case 'text':
      return typeof input === 'string' && input.length <= LIMITS.textLength ? input : null
    case 'boolean':
      return typeof input === 'boolean' ? input : null
    case 'date':
      return typeof input === 'string' ? parseDate(input) : null
    case 'dateTime':
      return typeof input === 'string' ? parseDateTime(input) : null
    case 'daysDuration':
    case 'monthsDuration':
      return readDuration(input, type)
    case 'list':
      return isInputList(input) ? readList(input, 0) : null
    case 'any':
      return readAny(input, 0)
  }
}

function readDuration(input: FeelInput, kind: 'daysDuration' | 'monthsDuration'): FeelValue {
  const value = typeof input === 'string' ? parseDuration(input) : null
  return value?.kind === kind ? value : null
}

function readAny(input: FeelInput, depth: number): FeelValue {
  if (isInputList(input)) return readList(input, depth)
  return readInput(input, typeof input === 'number' ? 'number' : typeof input === 'boolean' ? 'boolean' : 'text')
}

function readList(inputs: readonly FeelInput[], depth: number): FeelValue {
  if (inputs.length > LIMITS.listLength || depth > 4) return null
  return inputs.map((input) => readAny(input, depth + 1))
}

function isInputList(input: FeelInput): input is readonly FeelInput[] {
  return Array.isArray(input)
}
