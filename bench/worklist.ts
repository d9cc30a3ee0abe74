import { join } from 'node:path'
import { openPolku, type Polku } from '../engine/index.ts'
import { callEvery } from './callEvery.ts'
import { journeyAt } from './copyRows.ts'
import { masterKey } from './masterKey.ts'
import { median, quantile, type Row } from './measure.ts'
import { scaled } from './scale.ts'
import { inScratch } from './scratch.ts'
import { shareOut } from './shareOut.ts'
import { storeJourneys } from './storedJourneys.ts'
import { createRandom } from './walk.ts'

const begun = Date.parse('2026-03-02T08:00:00Z')
/** The portfolio reviews have come due, and then their due dates. */
const turns = ['2026-05-05T08:00:00Z', '2026-05-21T08:00:00Z']
/** With the start and both turns each journey has twenty-one entries behind it. */
const events = Array.from({ length: 18 }, (_, index) => (index % 2 === 0 ? 'aloita' : 'palaa'))
const rowsAPage = 400
const readEveryMs = 1000 / 300

type Ask = (polku: Polku, user: string) => Promise<number>

const page =
  (sort: 'lateness' | 'name', more: { phase?: string } = {}): Ask =>
  async (polku, user) => {
    const by = { user, roles: ['counsellor'] }
    const { rows } = await polku.worklists.page({
      list: 'mine',
      by,
      organisation: 'own',
      sort,
      limit: rowsAPage,
      ...more,
    })
    return rows.length
  }

const asks: Readonly<Record<string, Ask>> = {
  lateness: page('lateness'),
  byName: page('name'),
  waiting: async (polku, user) => {
    const by = { user, roles: ['nobody'] }
    const { rows } = await polku.worklists.page({ list: 'waiting', by, organisation: 'own', limit: rowsAPage })
    return rows.length
  },
  everyoneOverdue: async (polku, user) => {
    const query = { list: 'overdue', everyone: true, organisation: 'own', limit: rowsAPage } as const
    return (await polku.worklists.page({ ...query, by: { user } })).rows.length
  },
  counts: async (polku, user) => {
    const { mine } = await polku.worklists.counts({ by: { user }, organisation: 'own' })
    return mine
  },
}

/** A worklist of 400 lines, while others read 300 journeys a second. */
export function worklist(): Promise<Row[]> {
  return inScratch(async (folder) => {
    const clients = scaled(20_000, 2_000)
    const people = clients / rowsAPage
    const file = join(folder, 'worklist.db')
    await storeJourneys(file, { count: clients, at: begun, events })
    shareOut(file, people)
    let now = begun
    const polku = await openPolku({ database: file, masterKey, clock: { now: () => new Date(now) } })
    try {
      for (const at of turns) {
        now = Date.parse(at)
        for (let { timers } = await polku.runDue(); timers > 0; { timers } = await polku.runDue());
      }
      return [await measure(polku, { clients, people })]
    } finally {
      await polku.close()
    }
  })
}

async function measure(polku: Polku, { clients, people }: { clients: number; people: number }): Promise<Row> {
  const random = createRandom(5)
  const anyone = () => `user-${Math.floor(random() * people)}`
  const beside: Record<string, number> = {}
  const alone = await timesOf(polku, asks.lateness, anyone, 10)
  const stop = callEvery(readEveryMs, () => polku.journeys.get(journeyAt(Math.floor(random() * clients))))
  const took: Record<string, number[]> = {}
  let reads: number[] = []
  try {
    for (const [name, ask] of Object.entries(asks)) took[name] = await timesOf(polku, ask, anyone, scaled(60, 10))
  } finally {
    reads = await stop()
  }
  for (const [name, times] of Object.entries(took)) {
    beside[`${name}MedianMs`] = median(times)
    beside[`${name}P95Ms`] = quantile(times, 0.95)
  }
  return {
    name: 'worklist',
    what: `a worklist of ${rowsAPage} lines, p95, ${clients.toLocaleString('en')} clients, 300 reads a second beside`,
    unit: 'ms',
    ours: quantile(took.lateness ?? [], 0.95),
    baseline: null,
    baselineIs: null,
    ratio: null,
    limit: { of: 'figure', is: 'atMost', value: 300 },
    beside: { ...beside, aloneMedianMs: median(alone), reads: reads.length, readP95Ms: quantile(reads, 0.95) },
  }
}

async function timesOf(polku: Polku, ask: Ask | undefined, anyone: () => string, times: number): Promise<number[]> {
  const took: number[] = []
  for (let index = 0; index < times; index++) {
    const from = performance.now()
    const found = await ask?.(polku, anyone())
    took.push(performance.now() - from)
    if (found === undefined || found < rowsAPage) throw new Error(`a list has ${found} lines, not ${rowsAPage}`)
  }
  return took
}
