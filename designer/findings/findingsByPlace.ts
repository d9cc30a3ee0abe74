import type { Finding } from '../editing/draftStore.ts'
import { placeAt, placeKey } from '../model/places.ts'

const none: readonly Finding[] = []
const indexed = new WeakMap<readonly Finding[], ReadonlyMap<string, readonly Finding[]>>()

/** What was found about a place; always the same list for the same findings. */
export function findingsAt(findings: readonly Finding[], place: string): readonly Finding[] {
  return indexOf(findings).get(place) ?? none
}

function indexOf(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const known = indexed.get(findings)
  if (known) return known
  const index = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = placeKey(placeAt(finding.path))
    const list = index.get(key)
    if (list) list.push(finding)
    else index.set(key, [finding])
  }
  indexed.set(findings, index)
  return index
}
