import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { runRedis } from '../tests/support/redisProcess.ts'
import { callEvery } from './callEvery.ts'
import { beginWalk, post } from './httpWalk.ts'
import { layKeyBeside } from './masterKey.ts'
import { median, quantile, type Row } from './measure.ts'
import { measurerOn } from './measurer.ts'
import { scaled } from './scale.ts'
import { inScratch } from './scratch.ts'
import { type ServerProcess, startProcess } from './serverProcess.ts'
import { storeJourneys } from './storedJourneys.ts'
import { watchTurn } from './turnDatabase.ts'
import { by } from './walk.ts'

/** So long ago that every stored timer is due at once: processes live by the clock of the machine. */
const monthsAgo = Date.parse('2026-03-02T08:00:00Z')
const commandEveryMs = 50
const walkers = 256

/** A database, a Redis and the processes on them, for as long as the work takes. */
interface Site {
  database: string
  start(role: 'api' | 'worker'): Promise<ServerProcess>
}

function onSite<T>(work: (site: Site) => Promise<T>): Promise<T> {
  return inScratch(async (folder) => {
    const database = join(folder, 'queue.db')
    layKeyBeside(database)
    const redis = await runRedis()
    const started: ServerProcess[] = []
    try {
      return await work({
        database,
        start: async (role) => {
          const made = await startProcess(role, database, redis.url)
          started.push(made)
          return made
        },
      })
    } finally {
      await Promise.all(started.map((one) => one.stop()))
      await redis.stop()
    }
  })
}

/** A month's turn through Redis: an API process, a worker process, and people who go on working meanwhile. */
export function queueTurn(): Promise<Row[]> {
  return onSite(async ({ database, start }) => {
    const count = scaled(350_000, 2_000)
    await storeJourneys(database, { count, at: monthsAgo, events: [] })
    const watch = watchTurn(database)
    try {
      const dueAt = watch.dueInstant()
      const api = await start('api')
      const walk = await beginWalk(api.address, walkers, await measurerOn(database))
      const stopIdle = callEvery(commandEveryMs, walk.step)
      await sleep(Math.max(5_000, scaled(20_000, 0)))
      const idle = await stopIdle()

      const from = performance.now()
      const worker = await start('worker')
      const stopMeanwhile = callEvery(commandEveryMs, walk.step)
      while (watch.isAnyLeft(dueAt)) await sleep(100)
      const seconds = (performance.now() - from) / 1000
      const processorSeconds = worker.processorSeconds()
      const meanwhile = await stopMeanwhile()
      watch.checkOnce(count + 1)
      const [before, during] = [quantile(idle, 0.95), quantile(meanwhile, 0.95)]
      const turn: Row = {
        name: 'queueTurn',
        what: `${count.toLocaleString('en')} timers due at one instant, through Redis, by one worker process`,
        unit: 's',
        ours: seconds,
        baseline: null,
        baselineIs: null,
        ratio: null,
        limit: { of: 'figure', is: 'atMost', value: 300 },
        beside: {
          timersPerSecond: count / seconds,
          workerProcessorMicrosPerTimer: (processorSeconds / count) * 1e6,
          workerMB: worker.residentBytes() / 1e6,
        },
      }
      const command: Row = {
        name: 'queueTurn',
        what: 'a command over HTTP meanwhile, 95th percentile',
        unit: 'ms',
        ours: during,
        baseline: before,
        baselineIs: 'the same with no worker',
        ratio: during / before,
        limit: { of: 'figure', is: 'atMost', value: Math.max(2 * before, 50) },
        beside: {
          commands: meanwhile.length,
          medianMs: median(meanwhile),
          p99Ms: quantile(meanwhile, 0.99),
          longestMs: quantile(meanwhile, 1),
          idleMedianMs: median(idle),
        },
      }
      return [turn, command]
    } finally {
      watch.close()
    }
  })
}

/** How late timers act that come due at a hundred a second, while very many others wait for their day. */
export function queueLateness(): Promise<Row[]> {
  return onSite(async ({ database, start }) => {
    const pending = scaled(1_000_000, 5_000)
    const perSecond = 100
    const seconds = Math.max(10, scaled(60, 0))
    await storeJourneys(database, { count: pending, at: Date.now(), events: [] })
    const api = await start('api')
    await start('worker')
    const caller = await measurerOn(database)
    await post(`${api.address}/api/v1/pathways`, { document: shortWait }, caller)
    const client = (await post(`${api.address}/api/v1/clients`, {}, caller)) as { id: string }
    const begun = { pathway: shortWait.id, client: client.id, responsible: { user: by.user } }
    const stop = callEvery(1000 / perSecond, () => post(`${api.address}/api/v1/journeys`, begun, caller))
    await sleep(seconds * 1000)
    const starts = await stop()
    await sleep(waitSeconds * 1000)
    const lateness = await allActed(database, starts.length)
    return [
      {
        name: 'queueLateness',
        what: `lateness of ${perSecond} due timers a second, ${pending.toLocaleString('en')} pending, 99th percentile`,
        unit: 'ms',
        ours: quantile(lateness, 0.99),
        baseline: null,
        baselineIs: null,
        ratio: null,
        limit: { of: 'figure', is: 'atMost', value: 1_000 },
        beside: {
          timers: lateness.length,
          medianMs: median(lateness),
          longestMs: quantile(lateness, 1),
          earliestMs: quantile(lateness, 0),
          startP95Ms: quantile(starts, 0.95),
        },
      },
    ]
  })
}

/** The same turn by one, two and four worker processes. */
export async function queueWorkers(): Promise<Row[]> {
  const count = scaled(40_000, 1_000)
  const rounds = 3
  const rates = new Map<number, number[]>()
  for (let round = 0; round < rounds; round++) {
    for (const workers of [1, 2, 4]) {
      const seconds = await turnBy(workers, count)
      rates.set(workers, [...(rates.get(workers) ?? []), count / seconds])
    }
  }
  const one = median(rates.get(1) ?? [])
  return [...rates].map(([workers, measured]) => ({
    name: 'queueWorkers',
    what: `timers a second by ${workers} worker ${workers === 1 ? 'process' : 'processes'}`,
    unit: '/s',
    ours: median(measured),
    baseline: one,
    baselineIs: 'one worker process',
    ratio: median(measured) / one,
    limit: { of: 'figure', is: 'atLeast', value: 350_000 / 300 },
    beside: { least: Math.min(...measured), most: Math.max(...measured) },
  }))
}

function turnBy(workers: number, count: number): Promise<number> {
  return onSite(async ({ database, start }) => {
    await storeJourneys(database, { count, at: monthsAgo, events: [] })
    const watch = watchTurn(database)
    try {
      const dueAt = watch.dueInstant()
      const starting = Array.from({ length: workers }, () => start('worker'))
      await Promise.race(starting)
      const from = performance.now()
      while (watch.isAnyLeft(dueAt)) await sleep(20)
      const seconds = (performance.now() - from) / 1000
      await Promise.all(starting)
      watch.checkOnce(count + 1)
      return seconds
    } finally {
      watch.close()
    }
  })
}

const waitSeconds = 5
const label = (fi: string) => ({ fi, sv: fi, en: fi })
/** A promise that comes due within seconds. */
const shortWait = {
  id: 'odotus',
  title: label('Odotus'),
  caseRoles: { counsellor: { label: label('Ohjaaja') } },
  initial: 'odottaa',
  states: {
    odottaa: {
      followUps: { muistutus: { after: { milliseconds: waitSeconds * 1000 }, actions: 'muistuta' } },
      on: { valmis: 'valmis' },
    },
    valmis: { type: 'final', end: { code: 'valmis', label: label('Valmis'), outcome: 'completed' } },
  },
}

/** How late each of so many short waits acted, milliseconds; waits until all have. */
async function allActed(database: string, count: number): Promise<number[]> {
  const db = new Database(database, { readonly: true })
  const acted = db.prepare<[], { recordedAt: number; dueAt: number }>(
    `SELECT journal.recorded_at AS recordedAt, json_extract(entry, '$.timer.dueAt') AS dueAt
       FROM journal JOIN journeys ON journeys.id = journal.journey
       WHERE journeys.pathway = 'odotus' AND journal.type = 'timer'`,
  )
  try {
    const patience = performance.now() + 60_000
    for (;;) {
      const rows = acted.all()
      if (rows.length >= count) return rows.map(({ recordedAt, dueAt }) => recordedAt - dueAt)
      if (performance.now() > patience) throw new Error(`only ${rows.length} of ${count} timers have acted`)
      await sleep(250)
    }
  } finally {
    db.close()
  }
}
