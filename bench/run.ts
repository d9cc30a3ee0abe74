import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { criterion } from './criterion.ts'
import { durableSteps } from './durableSteps.ts'
import type { Row } from './measure.ts'

/** `npm run bench`: prints every row beside its baseline of the same run, and writes `bench/results.json`. */
const rows: Row[] = [...(await durableSteps()), await criterion()]
const figure = (value: number | null) =>
  value === null ? '–' : value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)
const table = rows.map(({ what, unit, ours, baseline, baselineIs, ratio, atLeast }) => ({
  what,
  ours: `${figure(ours)} ${unit}`,
  baseline: `${figure(baseline)} (${baselineIs})`,
  ratio: ratio === null ? '–' : `${ratio.toFixed(2)} ×`,
  'at least': atLeast === null ? '–' : `${atLeast} ×`,
  reached: ratio === null || atLeast === null ? '–' : ratio >= atLeast ? 'yes' : 'no',
}))
console.table(table)
const machine = { node: process.version, cores: cpus().length, processor: cpus()[0]?.model }
const file = new URL('results.json', import.meta.url)
writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), machine, rows }, null, 2)}\n`)
console.log(`Written to bench/results.json. Node ${machine.node}, ${machine.cores} cores, ${machine.processor}.`)
