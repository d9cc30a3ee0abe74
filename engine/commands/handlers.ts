import type { Handlers, TimerWork } from '../queue/queue.ts'
import type { OutboxRow, WriteOptions, WriteTx } from '../store/store.ts'
import type { Context } from './context.ts'
import { deliverInside, isInside } from './deliverInside.ts'
import { type FailedTimer, loadJourney } from './loaded.ts'
import { runDueTimers } from './runCommand.ts'

/** A message to the outside. Delivered at least once; `id` is the key by which a repetition is known. */
export interface Delivery {
  id: number
  journey: string
  /** the journal entry it came from */
  entry: number
  topic: string
  payload: Record<string, unknown>
  createdAt: string
}

/** Carries a message to the outside; throws to have it tried again. */
export type Deliver = (message: Delivery) => Promise<void>

/** After so many failures a person must look: a dead letter. */
const maxAttempts = 8
/** Waits 1 s, 2 s, 4 s … up to an hour between attempts. */
const backOffMs = (attempts: number) => Math.min(1000 * 2 ** (attempts - 1), 3_600_000)

/** How many messages are carried at once; those of one journey go one after another, in their order. */
const carriers = 32
const background: WriteOptions = { background: true }

/** What the worker does, whichever queue wakes it. */
export function createHandlers(context: Context, deliver: Deliver, onError: (error: unknown) => void): Handlers {
  const { store } = context
  const now = () => context.clock.now().getTime()
  return {
    dueTimers: (limit) =>
      store.read(async (tx) => {
        const byJourney = new Map<string, TimerWork>()
        for (const { journey, id, arming, attempts } of await tx.dueTimers(now(), limit)) {
          if (!byJourney.has(journey)) byJourney.set(journey, { journey, timer: id, arming, attempts })
        }
        return [...byJourney.values()]
      }),

    actTimer: async ({ journey, timer, attempts }) => {
      try {
        const { acted, failed } = await store.write(async (tx) => {
          const turn = await runDueTimers(context, tx, await loadJourney(context, tx, journey))
          const failed = turn.failed.length > 0 ? await keepFailures(context, tx, journey, turn.failed) : []
          return { acted: turn.acted, failed }
        }, background)
        for (const { error } of failed) onError(error)
        return acted
      } catch (error) {
        onError(error)
        await store.write((tx) => tx.timerFailed(journey, timer, failureOf(context, attempts, error)), background)
        return 0
      }
    },

    deliver: async (limit) => {
      const rows = await store.read((tx) => tx.undelivered(now(), limit))
      const lines = [...byJourney(rows).values()]
      const carry = async () => {
        for (let line = lines.shift(); line; line = lines.shift()) {
          for (const row of line) await deliverOne(context, deliver, row, onError)
        }
      }
      // all come home first: a message that is still being carried must not be taken for one that waits
      const ends = await Promise.allSettled(Array.from({ length: carriers }, carry))
      const failed = ends.find((one) => one.status === 'rejected')
      if (failed) throw failed.reason
      return rows.length
    },

    msUntilNext: async () => {
      const next = await store.read(async (tx) => [await tx.nextTimerAt(), await tx.nextDeliveryAt()])
      const soonest = Math.min(...next.map((at) => at ?? Number.POSITIVE_INFINITY))
      return Number.isFinite(soonest) ? Math.max(0, soonest - now()) : undefined
    },
  }
}

/**
 * Keeps which timers of a journey could not act: each is tried again by itself. One whose turn it was not (it is dead, or
 * waits for its next attempt, and another timer of its journey was due) has not failed once more.
 * @returns those that have
 */
async function keepFailures(
  context: Context,
  tx: WriteTx,
  journey: string,
  failed: readonly FailedTimer[],
): Promise<FailedTimer[]> {
  const now = context.clock.now().getTime()
  const rows = await tx.timers(journey)
  const kept: FailedTimer[] = []
  for (const one of failed) {
    const { attempts = 0, notBefore = null } = rows.find((row) => row.id === one.timer.id) ?? {}
    if (attempts >= maxAttempts || (notBefore !== null && notBefore > now)) continue
    await tx.timerFailed(journey, one.timer.id, failureOf(context, attempts, one.error))
    kept.push(one)
  }
  return kept
}

async function deliverOne(
  context: Context,
  deliver: Deliver,
  row: OutboxRow,
  onError: (error: unknown) => void,
): Promise<void> {
  const { id, journey, seq, topic, payload, createdAt } = row
  const now = context.clock.now().getTime()
  try {
    if (isInside(topic)) {
      await context.store.write(async (tx) => {
        // another worker may have read it as well, and been first
        if (await tx.isDelivered(id)) return
        await deliverInside(context, tx, row)
        await tx.markDelivered(id, now)
      }, background)
      return
    }
    await deliver({
      id,
      journey,
      entry: seq,
      topic,
      payload: JSON.parse(payload),
      createdAt: new Date(createdAt).toISOString(),
    })
    await context.store.write((tx) => tx.markDelivered(id, context.clock.now().getTime()), background)
  } catch (error) {
    onError(error)
    await context.store.write((tx) => tx.deliveryFailed(id, failureOf(context, row.attempts, error)), background)
  }
}

function byJourney(rows: readonly OutboxRow[]): Map<string, OutboxRow[]> {
  const lines = new Map<string, OutboxRow[]>()
  for (const row of rows) {
    const line = lines.get(row.journey)
    if (line) line.push(row)
    else lines.set(row.journey, [row])
  }
  return lines
}

function failureOf(
  context: Context,
  before: number,
  error: unknown,
): { attempts: number; notBefore: number | null; error: string } {
  const attempts = before + 1
  const notBefore = attempts >= maxAttempts ? null : context.clock.now().getTime() + backOffMs(attempts)
  return { attempts, notBefore, error: String(error).slice(0, 1000) }
}
