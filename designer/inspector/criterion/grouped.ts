import type { PickGroup } from '../fields/PickOne.tsx'
import type { NamedValue } from './namedValues.ts'

/** Values by where they come from, for a list to choose from. */
export function grouped(values: readonly NamedValue[]): PickGroup[] {
  const groups = new Map<string, PickGroup>()
  for (const { name, label, group } of values) {
    const found = groups.get(group) ?? { group, items: [] }
    found.items.push({ value: name, label })
    groups.set(group, found)
  }
  return [...groups.values()]
}
