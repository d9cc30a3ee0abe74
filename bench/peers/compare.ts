import { loadavg } from 'node:os'
import { median } from '../measure.ts'
import { scale, scaled } from '../scale.ts'
import type { Journeys } from './contender.ts'
import type { Listed } from './contenders.ts'
import { type Started, startContender } from './startContender.ts'

/** How many journeys are under way at once. */
const atOnce = 32
const rounds = scaled(5, 1)
const warmUpSeconds = 2 * scale
const measuredSeconds = 3 * scale

/** What was measured of one contender. */
export interface Measured {
  id: string
  name: string
  side: Listed['side']
  /** what it says about how it syncs */
  syncing: string
  /** journeys a second, one for each round */
  rates: number[]
  rate: number
  /** against the fastest peer, the median of the rounds; null where no peer was measured */
  ratio: number | null
  atLeast: number | null
  /** journeys that were completed in the measured time, of all rounds */
  completed: number
  /** those that failed, hung or came to another result, warm-up included, and why the first few did */
  failed: number
  failures: string[]
  /** syncs of its log for each journey, where it counts them */
  syncsPerJourney: number | null
  /** processor time for each journey, milliseconds, of all its processes, where that can be told */
  processorMs: number | null
}

export interface Comparison {
  atOnce: number
  /** load of the machine over the minute before: what others do on it, and how much to make of the figures */
  loadBefore: number
  fastestPeer: string | null
  measured: Measured[]
  notMeasured: { id: string; why: string }[]
}

/** One round of one contender. */
interface Round extends Journeys {
  name: string
  syncing: string
}

/**
 * Takes contenders in turn, five rounds, each round from another one on, so that all meet the same weather. Only one is
 * there at a time: it starts on an empty database, warms up, is measured, and stops. One that fails is left out.
 */
export async function compare(contenders: readonly Listed[]): Promise<Comparison> {
  const [loadBefore = 0] = loadavg()
  const taken = new Map<Listed, Round[]>(contenders.map((listed) => [listed, []]))
  const notMeasured: Comparison['notMeasured'] = []
  for (let round = 0; round < rounds; round++) {
    for (const listed of inTurn([...taken.keys()], round)) {
      try {
        const measured = await takeRound(listed)
        taken.get(listed)?.push(measured)
        console.log(`round ${round + 1} of ${rounds}: ${measured.name}: ${Math.round(rateOf(measured))} journeys/s`)
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error)
        console.error(`${listed.id}: not measured. ${why}`)
        notMeasured.push({ id: listed.id, why })
        taken.delete(listed)
      }
    }
  }
  return { atOnce, loadBefore, notMeasured, ...beside([...taken]) }
}

function inTurn<T>(all: readonly T[], from: number): T[] {
  const first = from % Math.max(1, all.length)
  return [...all.slice(first), ...all.slice(0, first)]
}

async function takeRound(listed: Listed): Promise<Round> {
  const contender = await startContender(listed)
  try {
    const { rate, failures } = await warmUp(contender)
    const count = Math.min(20_000, Math.max(10, Math.ceil((rate * measuredSeconds) / atOnce)) * atOnce)
    const journeys = await contender.runJourneys(count, atOnce)
    if (journeys.syncs === 0) throw new Error('It did not sync its log once.')
    return {
      ...journeys,
      name: contender.name,
      syncing: contender.syncing,
      failures: [...failures, ...journeys.failures],
    }
  } finally {
    await contender.stop()
  }
}

/** Opens files and compiles code before the clock runs, and finds out how many journeys make the measured time. */
async function warmUp(contender: Started): Promise<{ rate: number; failures: string[] }> {
  const failures: string[] = []
  const until = performance.now() + warmUpSeconds * 1000
  for (;;) {
    const journeys = await contender.runJourneys(10 * atOnce, atOnce)
    failures.push(...journeys.failures)
    if (performance.now() > until) return { rate: rateOf(journeys), failures }
  }
}

function rateOf({ completed, seconds }: Journeys): number {
  return completed === 0 ? 0 : completed / seconds
}

/** Puts what was measured beside the fastest peer, round by round. */
function beside(taken: readonly [Listed, Round[]][]): Pick<Comparison, 'fastestPeer' | 'measured'> {
  const all = taken.map(([listed, rounds]) => ({ listed, rounds, rates: rounds.map(rateOf) }))
  const peers = all.filter(({ listed }) => listed.side === 'peer')
  const [fastest] = peers.sort((a, b) => median(b.rates) - median(a.rates))
  const measured = all.map(({ listed, rounds, rates }): Measured => {
    const failures = rounds.flatMap((round) => round.failures)
    const completed = sum(rounds.map((round) => round.completed))
    return {
      id: listed.id,
      name: rounds[0]?.name ?? listed.id,
      side: listed.side,
      syncing: rounds[0]?.syncing ?? '',
      rates,
      rate: median(rates),
      ratio: fastest ? median(rates.map((rate, round) => rate / (fastest.rates[round] ?? Number.NaN))) : null,
      atLeast: listed.atLeast ?? null,
      completed,
      failed: failures.length,
      failures: failures.slice(0, 5),
      syncsPerJourney: perJourney(
        rounds.map(({ syncs }) => syncs),
        completed,
      ),
      processorMs: perJourney(
        rounds.map(({ processorSeconds: seconds }) => seconds && seconds * 1000),
        completed,
      ),
    }
  })
  return { fastestPeer: fastest?.rounds[0]?.name ?? null, measured }
}

function perJourney(values: readonly (number | undefined)[], completed: number): number | null {
  const known = values.filter((value) => value !== undefined)
  return known.length < values.length || completed === 0 ? null : sum(known) / completed
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
