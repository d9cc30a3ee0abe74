import { freeKey, keyFrom } from '../../editing/edits/names.ts'
import { recordOf } from '../../model/readValue.ts'

/** The key that a new part of a list gets, made of its name: one that no other part has under `field`. */
export function freeId(name: string, fallback: string, items: readonly unknown[], field: string): string {
  const taken = Object.fromEntries(items.map((item) => [String(recordOf(item)[field]), true]))
  return freeKey(keyFrom(name, fallback), taken)
}
