import fc from 'fast-check'
import { expect } from 'vitest'
import { runs } from '../support/runs.ts'

/** How a mutant was found out. */
export interface Found {
  name: string
  runs: number
}

/**
 * Looks for a run in which a property does not hold, as a property test does.
 * @param finding what the law that should find it out says
 */
export async function findOut<T>(
  name: string,
  property: fc.IAsyncPropertyWithHooks<T>,
  { most, finding }: { most: number; finding: RegExp },
): Promise<Found> {
  const { failed, numRuns, errorInstance } = await fc.check(property, runs<T>(most))
  expect(failed, `"${name}" was taken for Polku in ${numRuns} runs`).toBe(true)
  expect(errorInstance instanceof Error && errorInstance.message).toMatch(finding)
  return { name, runs: numRuns }
}

/** Prints which mutants were found out, and after how many runs. */
export function report(found: readonly Found[], tried: number): void {
  const lines = found.map(({ name, runs: count }) => `  ${name.padEnd(60)}${String(count).padStart(3)}`)
  console.log([`${found.length} of ${tried} mutants were found out, after so many runs:`, ...lines].join('\n'))
}
