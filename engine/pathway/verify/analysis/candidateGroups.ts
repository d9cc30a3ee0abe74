import type { PlacedTransition, VerifyContext } from '../verifyContext.ts'
import type { Assignment } from './formula.ts'

/** The candidates of one event in one state, in order, where there are several to choose from. */
export function candidateGroups({ transitions }: VerifyContext): PlacedTransition[][] {
  const groups = new Map<string, PlacedTransition[]>()
  for (const one of transitions) {
    const key = `${one.source} ${one.kind} ${one.event}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

/** Values as messages name them. */
export function describeValues(values: Assignment): string {
  return [...values].map(([name, value]) => `${name} = ${JSON.stringify(value)}`).join(', ')
}
