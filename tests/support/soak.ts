/** `npm run soak`: whatever the tests draw by lot, far longer than a test run has time for: some two hours on two cores. */
import { spawnSync } from 'node:child_process'

const folders = [
  'tests/properties',
  'tests/equivalence',
  'tests/durability',
  'tests/faults',
  'tests/designer/canvas/layout.test.ts',
  'tests/designer/canvas/viewports.test.ts',
  'tests/designer/editing',
  'tests/engine/audit.test.ts',
  'tests/engine/calendar',
  'tests/engine/clients/identityCode.test.ts',
  'tests/engine/commands/walks.test.ts',
  'tests/engine/commands/worklistLines.test.ts',
  'tests/engine/feel',
  'tests/engine/pathway',
  'tests/engine/words',
  'tests/api/contract.test.ts',
  'tests/api/findJsonError.test.ts',
  'tests/api/identityCodes.test.ts',
  'tests/api/metrics/histogram.test.ts',
]
const seed = process.env.POLKU_SEED ?? String(Date.now() % 2 ** 31)
const again = `to repeat it: POLKU_SEED=${seed} npm run soak`
const asked = process.argv.slice(2)

console.log(`seed ${seed}; ${again}`)
const { status } = spawnSync('vitest', ['run', ...(asked.length > 0 ? asked : folders)], {
  stdio: 'inherit',
  env: { ...process.env, POLKU_SOAK: '1', POLKU_SEED: seed },
})
console.log(status === 0 ? `held with seed ${seed}` : `failed with seed ${seed}; ${again}`)
process.exitCode = status ?? 1
