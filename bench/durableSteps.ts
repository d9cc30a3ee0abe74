import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPolku, type Polku } from '../engine/index.ts'
import { openBare, rowsOf } from './bareSteps.ts'
import { benchPathway } from './benchPathway.ts'
import { inTurn, type Row, rate } from './measure.ts'

const by = { user: 'mittaaja', roles: ['counsellor'] }
const journeyCount = 256
const begun = Date.parse('2026-03-02T08:00:00Z')

/** Rows 1 and 2: durable steps, one caller and 32 at once, against the same rows by bare SQLite. */
export async function durableSteps(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'polku-bench-'))
  try {
    const prepared = await prepare(join(folder, 'base.db'))
    return [
      await compare(folder, prepared, 'one durable step, sequential', 1, 1500),
      await compare(folder, prepared, 'durable steps, 32 callers at once, random journeys', 32, 8000),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Prepared {
  file: string
  masterKey: Uint8Array
  journeys: string[]
}

/** A database with journeys that have all the facts they need. */
async function prepare(file: string): Promise<Prepared> {
  const masterKey = new Uint8Array(32).fill(7)
  const polku = await openPolku({ database: file, masterKey, clock: { now: () => new Date(begun) } })
  await polku.pathways.publish(benchPathway, { by })
  const journeys = await Promise.all(
    Array.from({ length: journeyCount }, async () => {
      const client = await polku.clients.create({ by })
      const { journey } = await polku.journeys.start({
        by,
        client: client.id,
        pathway: 'bench',
        responsible: { user: 'mittaaja' },
      })
      await polku.clients.record(client.id, { by, facts: { daysPerWeek: 5, hoursPerDay: 6 }, source: 'mittaus' })
      return journey.id
    }),
  )
  await polku.close()
  return { file, masterKey, journeys }
}

async function compare(folder: string, prepared: Prepared, what: string, callers: number, steps: number): Promise<Row> {
  let round = 0
  let written: ReturnType<typeof rowsOf> = []
  const ours = async () => {
    const file = join(folder, `ours-${callers}-${round++}.db`)
    copyFileSync(prepared.file, file)
    let now = begun
    const polku = await openPolku({
      database: file,
      masterKey: prepared.masterKey,
      clock: { now: () => new Date(now++) },
    })
    await warmUp(polku, prepared)
    const perSecond = await rate(steps, () => run(polku, prepared.journeys, callers, steps))
    await polku.close()
    written = rowsOf(file, 4)
    rmSync(file)
    return perSecond
  }
  const bare = async () => {
    const file = join(folder, `bare-${callers}-${round}.db`)
    copyFileSync(prepared.file, file)
    const db = openBare(file)
    const perSecond = await rate(written.length, () => db.write(written, callers))
    db.close()
    rmSync(file)
    return perSecond
  }
  await ours()
  const { ours: mine, baseline, ratio } = await inTurn(5, ours, bare)
  return {
    what,
    unit: 'steps/s',
    ours: mine,
    baseline,
    baselineIs: 'the same rows by bare SQLite',
    ratio,
    atLeast: 0.6,
  }
}

/** Opens files and compiles code before the clock runs: two steps on every journey. */
async function warmUp(polku: Polku, { journeys }: Prepared): Promise<void> {
  await Promise.all(journeys.map((id) => polku.journeys.send(id, { by, event: 'aloita' })))
  await Promise.all(journeys.map((id) => polku.journeys.send(id, { by, event: 'palaa' })))
}

async function run(polku: Polku, journeys: readonly string[], callers: number, steps: number): Promise<void> {
  const isAway = new Map<string, boolean>()
  let left = steps
  let seed = 1
  const caller = async (mine: readonly string[]) => {
    while (left-- > 0) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      const id = mine[seed % mine.length] ?? ''
      const away = isAway.get(id) ?? false
      isAway.set(id, !away)
      await polku.journeys.send(id, { by, event: away ? 'palaa' : 'aloita', key: `k${left}` })
    }
  }
  const share = Math.floor(journeys.length / callers)
  await Promise.all(Array.from({ length: callers }, (_, n) => caller(journeys.slice(n * share, (n + 1) * share))))
}
