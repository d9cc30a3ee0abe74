import type { Change } from './Change.ts'
import { isSame } from './sameValue.ts'

/** Keys of what only people read, wherever they stand. */
const words = new Set([
  'label',
  'description',
  'title',
  'goal',
  'source',
  'sources',
  'responsibilities',
  'services',
  'metrics',
  '$schema',
])
const layout = new Set(['meta', 'tags'])

/** What a field that changed can do to a client. */
export function impactOf(field: string, before: unknown, after: unknown): Change['impact'] {
  const keys = field.split('.')
  if (keys.some((key) => layout.has(key))) return 'layout'
  if (keys.some((key) => words.has(key))) return 'words'
  return isSame(withoutWords(before), withoutWords(after)) ? 'words' : 'behaviour'
}

function withoutWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWords)
  if (typeof value !== 'object' || value === null) return value
  const left = Object.entries(value).filter(([key]) => !words.has(key))
  return Object.fromEntries(left.map(([key, inside]) => [key, withoutWords(inside)]))
}
