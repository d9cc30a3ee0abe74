import type { DraftDocument } from '../words/DraftDocument.ts'
import { isSame } from './sameValue.ts'

/** A field that differs. */
export interface FieldChange {
  field: string
  before: unknown
  after: unknown
}

/** Fields whose value is one thing though it may be written as an object. */
const whole = new Set([
  'after',
  'every',
  'until',
  'warnBefore',
  'due',
  'shelfLife',
  'review',
  'backDating',
  'default',
  'anchor',
  'overridable',
  'enterable',
  'start',
  'meta',
  'actions',
  'entry',
  'exit',
])

/** The fields in which two parts differ; objects are looked into (`label.sv`), lists are compared whole. */
export function compareFields(before: DraftDocument, after: DraftDocument, path = ''): FieldChange[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].flatMap((key) => {
    const field = path === '' ? key : `${path}.${key}`
    const [old, now] = [before[key], after[key]]
    if (isSame(old, now)) return []
    const isOpened = !whole.has(key) && (isFilled(old) || old === undefined) && (isFilled(now) || now === undefined)
    return isOpened ? compareFields(old ?? {}, now ?? {}, field) : [{ field, before: old, after: now }]
  })
}

/** An object with something in it. An empty one is a value of its own, or adding it would be no difference. */
function isFilled(value: unknown): value is DraftDocument {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0
}
