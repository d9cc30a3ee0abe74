import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import type { Row } from './measure.ts'
import type { Results } from './table.ts'

/** Beside the sources, wherever the code runs from: npm runs it at the root. */
const file = join('bench', 'results.json')

/** The results kept so far; none of them when there is no file. */
export function readResults(): Results {
  if (!existsSync(file)) return { machine: thisMachine(), rows: [] }
  return JSON.parse(readFileSync(file, 'utf8')) as Results
}

/** Puts rows that were measured now in the place of older ones of the same name, in the order of the table. */
export function keepResults(measured: readonly Row[], order: readonly string[]): void {
  const at = new Date().toISOString()
  const names = new Set(measured.map(({ name }) => name))
  const older = readResults().rows.filter(({ name }) => !names.has(name) && order.includes(name))
  const rows = [...older, ...measured.map((row) => ({ ...row, at }))]
  rows.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
  const results: Results = { machine: thisMachine(), rows }
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`)
}

/** Where it runs. */
export function thisMachine(): Results['machine'] {
  return { node: process.version, cores: cpus().length, processor: cpus()[0]?.model ?? 'unknown' }
}
