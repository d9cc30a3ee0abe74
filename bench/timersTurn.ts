import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openPolku, type Polku } from '../engine/index.ts'
import { callEvery } from './callEvery.ts'
import { masterKey } from './masterKey.ts'
import { quantile, type Row } from './measure.ts'
import { scaled } from './scale.ts'
import { inScratch } from './scratch.ts'
import { storeJourneys } from './storedJourneys.ts'
import { replaySome, startOthers, type TurnWatch, watchTurn } from './turnDatabase.ts'
import { createWalk } from './walk.ts'

const begun = Date.parse('2026-03-02T08:00:00Z')
/** Other journeys begin a month later, so that nothing of theirs is due at the turn. */
const othersBegun = Date.parse('2026-04-02T08:00:00Z')
const otherCount = 256
const commandEveryMs = 50
const lookEveryMs = 100
/** What the turn says to the outside is delivered afterwards; so long it is watched. */
const deliveriesMs = 60_000
/** The interactive p95 is at most this many times what it is on an idle database, or this, whichever is more. */
const limits = { times: 2, ms: 50 }

/** Row 4: a month's turn. Very many timers are due at one instant, and people go on working meanwhile. */
export function timersTurn(): Promise<Row[]> {
  return inScratch(async (folder) => {
    const file = join(folder, 'turn.db')
    const count = scaled(350_000, 2_000)
    await storeJourneys(file, { count, at: begun, events: [] })
    const watch = watchTurn(file)
    try {
      const measured = await turn(file, watch, Math.max(100, scaled(400, 0)))
      // one more than the copies: the journey that they were copied from
      watch.checkOnce(count + 1)
      await replaySome(file, count)
      return rowsOf(count, measured)
    } finally {
      watch.close()
    }
  })
}

interface Measured {
  seconds: number
  /** what the turn cost on all processors: a busy machine changes it far less than the time it takes */
  processorSeconds: number
  /** what commands took, milliseconds: on the idle database, and during the turn */
  idle: number[]
  meanwhile: number[]
  deliveriesPerSecond: number
}

/** The idle database first, then the turn, with the same commands at the same pace. */
async function turn(file: string, watch: TurnWatch, idleCommands: number): Promise<Measured> {
  const dueAt = watch.dueInstant()
  const clock = createClock(othersBegun)
  const deliveries: number[] = []
  const deliver = async () => void deliveries.push(performance.now())
  const polku = await openPolku({ database: file, masterKey, clock, deliver, onError: () => {} })
  const others = await startOthers(polku, otherCount)
  const walk = createWalk({ count: otherCount, journeyAt: (index) => others[index] ?? '' })
  const command = () => walk(1, 1)(polku)
  await walk(1, 100)(polku)
  await polku.runDue()

  const stopIdle = callEvery(commandEveryMs, command)
  await sleep(idleCommands * commandEveryMs)
  const idle = await stopIdle()

  deliveries.length = 0
  clock.set(dueAt)
  const stopMeanwhile = callEvery(commandEveryMs, command)
  const from = performance.now()
  const processorFrom = process.cpuUsage()
  let isOver = false
  const turned = polku.runDue().finally(() => {
    isOver = true
  })
  turned.catch(() => undefined)
  while (!isOver && watch.isAnyLeft(dueAt)) await sleep(lookEveryMs)
  const seconds = (performance.now() - from) / 1000
  const { user, system } = process.cpuUsage(processorFrom)
  const meanwhile = await stopMeanwhile()
  await within(deliveriesMs, turned, polku)
  const deliveriesPerSecond = (deliveries.length - 1) / (((deliveries.at(-1) ?? 0) - (deliveries[0] ?? 0)) / 1000)
  return { seconds, processorSeconds: (user + system) / 1e6, idle, meanwhile, deliveriesPerSecond }
}

/** Waits for the rest of the work, but not longer than this, and closes: what is then under way is given up. */
async function within(ms: number, work: Promise<unknown>, polku: Polku): Promise<void> {
  const over = new AbortController()
  const late = sleep(ms, 'late', { signal: over.signal }).catch(() => 'done')
  try {
    const end = await Promise.race([work.then(() => 'done'), late])
    if (end === 'late') work.catch(() => undefined)
  } finally {
    over.abort()
    await polku.close()
  }
}

/** A clock that runs on from where it was last set. */
function createClock(at: number) {
  let offset = at - performance.now()
  return {
    now: () => new Date(Math.floor(offset + performance.now())),
    set: (to: number) => {
      offset = to - performance.now()
    },
  }
}

function rowsOf(count: number, measured: Measured): Row[] {
  const { seconds, processorSeconds, idle, meanwhile, deliveriesPerSecond } = measured
  const [before, during] = [quantile(idle, 0.95), quantile(meanwhile, 0.95)]
  const turnRow: Row = {
    name: 'timersTurn',
    what: `${count.toLocaleString('en')} timers due at the same instant, all acted on`,
    unit: 's',
    ours: seconds,
    baseline: null,
    baselineIs: null,
    ratio: null,
    limit: { of: 'figure', is: 'atMost', value: 300 },
    beside: {
      timersPerSecond: count / seconds,
      processorMicrosPerTimer: (processorSeconds / count) * 1e6,
      deliveriesPerSecond,
    },
  }
  const commandRow: Row = {
    name: 'timersTurn',
    what: 'a command meanwhile, 95th percentile',
    unit: 'ms',
    ours: during,
    baseline: before,
    baselineIs: 'the same on the idle database',
    ratio: during / before,
    limit: { of: 'figure', is: 'atMost', value: Math.max(limits.times * before, limits.ms) },
    beside: {
      commands: meanwhile.length,
      medianMs: quantile(meanwhile, 0.5),
      longestMs: quantile(meanwhile, 1),
      idleMedianMs: quantile(idle, 0.5),
    },
  }
  return [turnRow, commandRow]
}
