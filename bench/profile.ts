import { join } from 'node:path'
import type { Polku } from '../engine/index.ts'
import { profileLayers } from './cpuProfile.ts'
import { openCopy, type Prepared, prepare, warmUp } from './durableSteps.ts'
import { type Layer, layers, layerWords } from './layers.ts'
import { inScratch } from './scratch.ts'
import { timeStatements } from './statementTimes.ts'
import { createWalk, type Walk } from './walk.ts'

/**
 * `npx tsx bench/profile.ts`, or `npm run bench profile`: where a step's time goes, for one caller and for 32.
 *
 * The engine runs twice, as it is. The first time only its SQL statements are timed, each from call to return, and the
 * whole: that is exact, also where it waits for the disk. What is left of the whole is divided among the layers as a CPU
 * profile of the second run divides its samples outside the store.
 */
await inScratch(async (folder) => {
  const prepared = await prepare(join(folder, 'base.db'))
  await printProfile('one caller', 1, 3000, prepared, join(folder, 'sequential.db'))
  await printProfile('32 callers', 32, 20_000, prepared, join(folder, 'batched.db'))
})

async function printProfile(
  who: string,
  callers: number,
  steps: number,
  prepared: Prepared,
  file: string,
): Promise<void> {
  const polku = await openCopy(prepared, file)
  await warmUp(polku, prepared)
  const walk = createWalk({ count: prepared.journeys.length, journeyAt: (index) => prepared.journeys[index] ?? '' })
  await walk(callers, Math.ceil(steps / 4))(polku)
  const { parts, processorMicros } = await measure(polku, walk, callers, steps)
  await polku.close()
  const whole = parts.reduce((sum, [, micros]) => sum + micros, 0)
  const perSecond = Math.round(1e6 / whole).toLocaleString('en')
  console.log(
    `\nOne step, ${who}: ${whole.toFixed(0)} µs (${perSecond}/s), ${processorMicros.toFixed(0)} µs of processor time`,
  )
  console.table(
    parts.map(([where, micros]) => ({
      where,
      µs: Number(micros.toFixed(1)),
      '%': Number(((micros / whole) * 100).toFixed(1)),
    })),
  )
}

interface Measured {
  /** microseconds of each part of a step */
  parts: [string, number][]
  /** what a step costs on all processors, which a busy machine changes far less than the time it takes */
  processorMicros: number
}

async function measure(polku: Polku, walk: Walk, callers: number, steps: number): Promise<Measured> {
  let wholeMs = 0
  let processor = process.cpuUsage()
  const timed = walk(callers, steps)
  const { select, write, commit } = await timeStatements(async () => {
    const from = performance.now()
    processor = process.cpuUsage()
    await timed(polku)
    processor = process.cpuUsage(processor)
    wholeMs = performance.now() - from
  })
  const watched = walk(callers, steps)
  const profiled = await profileLayers(() => watched(polku))
  const micros = (ms: number) => (ms / steps) * 1000
  const outside = 1 - (profiled.get('sql') ?? 0)
  const partOf = (layer: Layer) => ((profiled.get(layer) ?? 0) / outside) * micros(wholeMs - select - write - commit)
  const parts: [string, number][] = [
    ...layers.filter((layer) => layer !== 'sql').map((layer): [string, number] => [layerWords[layer], partOf(layer)]),
    ['select: SQL that reads', micros(select)],
    ['rows: SQL that writes', micros(write)],
    ['commit: begin and commit, with the disk', micros(commit)],
  ]
  return { parts, processorMicros: (processor.user + processor.system) / steps }
}
