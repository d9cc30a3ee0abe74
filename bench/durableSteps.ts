import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openPolku, type Polku } from '../engine/index.ts'
import { openBare, rowsOf } from './bareSteps.ts'
import { benchPathway } from './benchPathway.ts'
import { masterKey } from './masterKey.ts'
import { inTurn, type Row, rate } from './measure.ts'
import { inScratch } from './scratch.ts'
import { openStoreAlone } from './storeSteps.ts'
import { by, createWalk } from './walk.ts'

const journeyCount = 256
const startedAt = Date.parse('2026-03-02T08:00:00Z')

/** Rows 1 and 2: durable steps, one caller and 32 at once, against the same rows by bare SQLite. */
export function durableSteps(): Promise<Row[]> {
  return inScratch(async (folder) => {
    const prepared = await prepare(join(folder, 'base.db'))
    return [
      await compare(folder, prepared, 'one durable step, sequential', 1, 1500),
      await compare(folder, prepared, 'durable steps, 32 callers at once, random journeys', 32, 8000),
    ]
  })
}

/** A database whose journeys have all the facts they need. */
export interface Prepared {
  file: string
  masterKey: Uint8Array
  journeys: string[]
}

/** Makes such a database by the engine alone. */
export async function prepare(file: string): Promise<Prepared> {
  const polku = await openPolku({ database: file, masterKey, clock: { now: () => new Date(startedAt) } })
  await polku.pathways.publish(benchPathway, { by })
  const journeys = await Promise.all(
    Array.from({ length: journeyCount }, async () => {
      const client = await polku.clients.create({ by })
      const { journey } = await polku.journeys.start({
        by,
        client: client.id,
        pathway: 'bench',
        responsible: { user: by.user },
      })
      await polku.clients.record(client.id, { by, facts: { daysPerWeek: 5, hoursPerDay: 6 }, source: 'mittaus' })
      return journey.id
    }),
  )
  await polku.close()
  return { file, masterKey, journeys }
}

/** Opens a copy of a prepared database; every look at its clock is a millisecond later. */
export async function openCopy({ file, masterKey }: Prepared, copy: string): Promise<Polku> {
  copyFileSync(file, copy)
  let now = startedAt
  return openPolku({ database: copy, masterKey, clock: { now: () => new Date(now++) } })
}

async function compare(folder: string, prepared: Prepared, what: string, callers: number, steps: number): Promise<Row> {
  let round = 0
  let written: ReturnType<typeof rowsOf> = []
  // our file as it is when the clock starts: what bare SQLite begins from
  const begun = join(folder, `begun-${callers}.db`)
  const ours = async () => {
    const file = join(folder, `ours-${callers}-${round++}.db`)
    const polku = await openCopy(prepared, file)
    await warmUp(polku, prepared)
    rmSync(begun, { force: true })
    await polku.backup(begun)
    const walk = createWalk({ count: journeyCount, journeyAt: (index) => prepared.journeys[index] ?? '' })
    const take = walk(callers, steps)
    const perSecond = await rate(steps, () => take(polku))
    await polku.close()
    written = rowsOf(file, 4)
    rmSync(file)
    return perSecond
  }
  const bare = async () => {
    const file = join(folder, `bare-${callers}-${round}.db`)
    copyFileSync(begun, file)
    const db = openBare(file)
    const perSecond = await rate(written.length, () => db.write(written, callers))
    db.close()
    rmSync(file)
    return perSecond
  }
  const storeAlone = async () => {
    const file = join(folder, `store-${callers}.db`)
    copyFileSync(begun, file)
    const store = await openStoreAlone(file)
    const perSecond = await rate(written.length, () => store.write(written, callers))
    await store.close()
    rmSync(file)
    return perSecond
  }
  await ours()
  const { ours: mine, baseline, ratio } = await inTurn(5, ours, bare)
  const alone = await inTurn(5, storeAlone, bare)
  return {
    name: 'durableSteps',
    what,
    unit: 'steps/s',
    ours: mine,
    baseline,
    baselineIs: 'the same rows by bare SQLite',
    ratio,
    limit: { of: 'ratio', is: 'atLeast', value: 0.6 },
    beside: { 'steps/s of the store alone, with no engine': alone.ours, '× of bare SQLite': alone.ratio },
  }
}

/** Opens files and compiles code before the clock runs: two steps on every journey. */
export async function warmUp(polku: Polku, { journeys }: Prepared): Promise<void> {
  await Promise.all(journeys.map((id) => polku.journeys.send(id, { by, event: 'aloita' })))
  await Promise.all(journeys.map((id) => polku.journeys.send(id, { by, event: 'palaa' })))
}
