import { readFileSync, writeFileSync } from 'node:fs'
import { thisMachine } from '../results.ts'
import { figure } from '../table.ts'
import type { Comparison, Measured } from './compare.ts'

const file = new URL('results.json', import.meta.url)

/** The comparison as the console shows it, and what did not go right. */
export function printComparison({ fastestPeer, loadBefore, measured, notMeasured }: Comparison): void {
  console.table(
    measured.map((one) => ({
      what: one.name,
      'journeys/s': figure(one.rate),
      rounds: `${figure(Math.min(...one.rates))}–${figure(Math.max(...one.rates))}`,
      ratio: one.ratio === null ? '–' : `${figure(one.ratio)} ×`,
      limit: one.atLeast === null ? '–' : `at least ${one.atLeast} ×`,
      reached: reachedBy(one),
      failed: one.failed,
      'processor ms/journey': figure(one.processorMs ?? Number.NaN),
      'syncs/journey': figure(one.syncsPerJourney ?? Number.NaN),
    })),
  )
  if (fastestPeer !== null) console.log(`  The ratio is against the fastest peer of this run: ${fastestPeer}.`)
  console.log(`  Load of the machine before: ${figure(loadBefore)}.`)
  for (const { name, syncing, failures } of measured) {
    console.log(`  ${name}: ${syncing}`)
    for (const failure of failures) console.log(`    failed: ${failure}`)
  }
  for (const { id, why } of notMeasured) console.log(`  ${id}: not measured. ${why}`)
}

function reachedBy({ ratio, atLeast }: Measured): string {
  if (ratio === null || atLeast === null) return '–'
  return ratio >= atLeast ? 'yes' : 'NO'
}

/** Keeps a comparison in the place of the last, with the machine and the versions of what was compared. */
export function keepComparison(comparison: Comparison): void {
  const kept = { at: new Date().toISOString(), machine: thisMachine(), versions: versions(), ...comparison }
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`)
}

/** What `package.json` pins. */
function versions(): Record<string, string> {
  const { dependencies, optionalDependencies } = JSON.parse(
    readFileSync(new URL('package.json', import.meta.url), 'utf8'),
  ) as Record<'dependencies' | 'optionalDependencies', Record<string, string>>
  return { ...dependencies, ...optionalDependencies }
}
