import { apiDay } from './apiDay.ts'
import { clientSearch } from './clientSearch.ts'
import { criterion } from './criterion.ts'
import { designer } from './designer.ts'
import { durableSteps } from './durableSteps.ts'
import { manyJourneys } from './manyJourneys.ts'
import type { Row } from './measure.ts'
import { memory } from './memory.ts'
import { keepResults } from './results.ts'
import { scale } from './scale.ts'
import { printRows } from './table.ts'
import { timersTurn } from './timersTurn.ts'
import { verify } from './verify.ts'
import { queueLateness, queueTurn, queueWorkers } from './workerQueue.ts'
import { worklist } from './worklist.ts'

/** What can be measured, in the order of the table. */
const benches: Record<string, () => Promise<Row[]>> = {
  durableSteps,
  timersTurn,
  manyJourneys,
  criterion,
  memory,
  verify,
  worklist,
  clientSearch,
  apiDay,
  queueTurn,
  queueLateness,
  queueWorkers,
  designer,
}
const names = Object.keys(benches)
/** What `npm run bench` can do besides. */
const besides: Record<string, () => Promise<unknown>> = {
  report: () => import('./report.ts'),
  profile: () => import('./profile.ts'),
}

/**
 * `npm run bench [name…]`: measures all or the named, prints every row beside its baseline of the same run, and keeps
 * them in `bench/results.json`; rows that were not asked for stay there as they are.
 */
async function run(asked: readonly string[]): Promise<void> {
  const unknown = asked.find((name) => !names.includes(name))
  if (unknown !== undefined) {
    console.error(`There is nothing to measure called "${unknown}". There is: ${names.join(', ')}.`)
    process.exitCode = 1
    return
  }
  const measured: Row[] = []
  for (const name of asked.length === 0 ? names : asked) measured.push(...(await measure(name)))
  printRows(measured)
  console.log(scale === 1 ? 'Kept in bench/results.json.' : `At ${scale} of the full size: a trial, not kept.`)
}

/** Measures one bench and keeps its rows at once: one that fails takes nothing from the others. */
async function measure(name: string): Promise<Row[]> {
  const from = performance.now()
  try {
    const rows = (await benches[name]?.()) ?? []
    if (scale === 1) keepResults(rows, names)
    console.log(`${name}: measured in ${Math.round((performance.now() - from) / 1000)} s`)
    return rows
  } catch (error) {
    console.error(`${name}: not measured`, error)
    process.exitCode = 1
    return []
  }
}

const [first = '', ...rest] = process.argv.slice(2)
const besidesMeasuring = rest.length === 0 ? besides[first] : undefined
await (besidesMeasuring?.() ?? run(process.argv.slice(2)))
