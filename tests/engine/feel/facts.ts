import type { FeelTypeName } from '../../../engine/pathway/feel/index.ts'

/** The names that the tests' expressions use. */
export const NAMES = {
  n1: 'number',
  n2: 'number',
  'työ tunnit': 'number',
  't-1': 'text',
  t2: 'text',
  f1: 'boolean',
  f2: 'boolean',
  d1: 'date',
  d2: 'date',
  dt: 'dateTime',
  dd: 'daysDuration',
  mm: 'monthsDuration',
  l1: 'list',
  y: 'any',
} as const satisfies Record<string, FeelTypeName>
