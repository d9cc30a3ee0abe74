import { isList } from '../values/FeelValue.ts'
import { formatFeelValue } from '../values/formatFeelValue.ts'
import { type Signature, signature } from './Signature.ts'

/**
 * Functions of text (DMN 1.5, 10.3.4.3), without the regular expressions: those can be written so that they take for
 * ever. Lengths and positions count code points, the first position is 1, -1 is the last.
 */
export const TEXT_FUNCTIONS: Readonly<Record<string, readonly Signature[]>> = {
  contains: [signature(['text', 'text'], 'boolean', ([text, part]) => text.includes(part))],
  'starts with': [signature(['text', 'text'], 'boolean', ([text, part]) => text.startsWith(part))],
  'ends with': [signature(['text', 'text'], 'boolean', ([text, part]) => text.endsWith(part))],
  'string length': [signature(['text'], 'number', ([text]) => Array.from(text).length)],
  'upper case': [signature(['text'], 'text', ([text]) => text.toUpperCase())],
  'lower case': [signature(['text'], 'text', ([text]) => text.toLowerCase())],
  substring: [
    signature(['text', 'number'], 'text', ([text, start]) => substring(text, start, Number.POSITIVE_INFINITY)),
    signature(['text', 'number', 'number'], 'text', ([text, start, length]) => substring(text, start, length)),
  ],
  string: [signature(['any'], 'text', ([value]) => (value === null || isList(value) ? null : formatFeelValue(value)))],
}

function substring(text: string, start: number, length: number): string | null {
  const points = Array.from(text)
  const from = Math.trunc(start) < 0 ? points.length + Math.trunc(start) : Math.trunc(start) - 1
  if (from < 0 || length < 0) return null
  return points.slice(from, from + Math.trunc(length)).join('')
}
