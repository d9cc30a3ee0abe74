/**
 * `npm run soak`: properties, verification against the statechart, equivalence, durability, faults, the designer's edits,
 * expressions, bad input and the contract of the API, far longer than a test run has time for: some hour and a half on two
 * cores.
 */
import { spawnSync } from 'node:child_process'

const folders = [
  'tests/properties',
  'tests/equivalence',
  'tests/durability',
  'tests/faults',
  'tests/designer/editing',
  'tests/designer/editing',
  'tests/engine/audit.test.ts',
  'tests/engine/commands/walks.test.ts',
  'tests/engine/feel',
  'tests/engine/pathway/badInput.test.ts',
  'tests/engine/pathway/criteriaLogic.test.ts',
  'tests/engine/pathway/statechartFlow.test.ts',
  'tests/engine/pathway/verifyDocument.test.ts',
  'tests/api/contract.test.ts',
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
