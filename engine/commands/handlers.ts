import { noObserver } from '../observe/observer.ts'
import type { Handlers } from '../queue/queue.ts'
import { isStoreFailure } from '../store/isStoreFailure.ts'
import type { ArmedTimerRow, Failure, TimerTurn, WriteOptions, WriteTx } from '../store/store.ts'
import type { Context } from './context.ts'
import { createDeliveries, type DeliveryOptions } from './deliver.ts'
import type { FailedTimer } from './dueTimers.ts'
import { loadJourney } from './loaded.ts'
import { endImpossibleWaits, nextAttempt } from './nextAttempt.ts'
import { runDueTimers } from './runCommand.ts'

const background: WriteOptions = { background: true }

/** What the worker does, whichever queue wakes it. */
export function createHandlers(context: Context, options: DeliveryOptions): Handlers {
  const { store } = context
  const { onError, observer = noObserver, tracing } = options
  const now = () => context.clock.now().getTime()

  /** Lets what is due on a journey act, in one transaction. */
  const actDue = (journey: string) =>
    store.write(async (tx) => {
      const { acted, failed, loaded } = await runDueTimers(context, tx, await loadJourney(context, tx, journey))
      const kept = failed.length > 0 ? await keepFailures(context, tx, journey, failed) : []
      return { acted, failed: kept, at: loaded.now, pathway: loaded.row.pathway }
    }, background)

  /** A trace of its own: what armed the timer is long over. */
  const actDueTraced = (journey: string) => {
    if (!tracing) return actDue(journey)
    return tracing.span('act timers', { within: null }, async (span) => {
      const done = await actDue(journey)
      const kinds = [...new Set(done.acted.map(({ kind }) => kind))]
      span.setAttributes({
        'polku.pathway': done.pathway,
        'polku.timer.kinds': kinds,
        'polku.timers': done.acted.length,
      })
      return done
    })
  }

  return {
    ...createDeliveries(context, options),

    endImpossibleWaits: () => endImpossibleWaits(context),

    dueTimers: (limit) =>
      store.read(async (tx) => {
        const byJourney = new Map<string, TimerTurn>()
        for (const { journey, id, arming, attempts, dueAt } of await tx.dueTimers(now(), limit)) {
          if (!byJourney.has(journey)) byJourney.set(journey, { journey, id, arming, attempts, at: dueAt })
        }
        return [...byJourney.values()]
      }),

    timerTurns: (filter) => store.read((tx) => tx.timerTurns(filter)),

    actTimer: async (turn) => {
      const { journey } = turn
      try {
        const { acted, failed, at } = await actDueTraced(journey)
        for (const { kind, dueAt } of acted) observer.timerActed(kind, at - dueAt)
        for (const { error, isDead } of failed) {
          onError(error)
          observer.attemptFailed('timer', isDead)
        }
        return acted.length
      } catch (error) {
        if (isStoreFailure(error)) throw error
        onError(error)
        const failure = failureOf(context, turn.attempts, error)
        await store.write((tx) => tx.timerFailed(turn, failure), background)
        observer.attemptFailed('timer', failure.notBefore === null)
        return 0
      }
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
 * @returns those that have, and which of them are dead now
 */
async function keepFailures(
  context: Context,
  tx: WriteTx,
  journey: string,
  failed: readonly FailedTimer[],
): Promise<{ error: unknown; isDead: boolean }[]> {
  const now = context.clock.now().getTime()
  const rows = await tx.timers(journey)
  const kept: { error: unknown; isDead: boolean }[] = []
  for (const one of failed) {
    const row = rows.find(({ id }) => id === one.timer.id)
    if (!row || isDead(row) || (row.notBefore ?? now) > now) continue
    const failure = failureOf(context, row.attempts, one.error)
    await tx.timerFailed(row, failure)
    kept.push({ error: one.error, isDead: failure.notBefore === null })
  }
  return kept
}

/** One that has failed and waits for no further attempt. */
const isDead = ({ attempts, notBefore }: ArmedTimerRow): boolean => attempts > 0 && notBefore === null

function failureOf(context: Context, before: number, error: unknown): Failure {
  return { attempts: before + 1, notBefore: nextAttempt(context, before + 1), error: String(error).slice(0, 1000) }
}
