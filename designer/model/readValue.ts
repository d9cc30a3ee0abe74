import { isRecord } from '../../engine/pathway/isRecord.ts'
import type { Text } from '../../engine/pathway/values.ts'

/** Reads a value of a draft, which may be anything while it is being drawn. What is not of the kind asked for is undefined. */

/** A text for people, of which Finnish may be missing still. */
export function textOf(value: unknown): Text | undefined {
  if (!isRecord(value)) return undefined
  const { fi, sv, en } = value
  const kept = { ...(typeof sv === 'string' && { sv }), ...(typeof en === 'string' && { en }) }
  return { fi: typeof fi === 'string' ? fi : '', ...kept }
}

export const stringOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
export const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)
export const recordOf = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {})
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Names that are listed, without what is not a name. */
export const namesOf = (value: unknown): string[] => listOf(value).filter((one) => typeof one === 'string')

/** What lies behind keys and indices, however deep. */
export function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  let found = value
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined
    found = (found as Record<string | number, unknown>)[key]
  }
  return found
}
