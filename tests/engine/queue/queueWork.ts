import { randomBytes } from 'node:crypto'
import type { TestContext } from 'vitest'
import { clientCommands } from '../../../engine/commands/clients.ts'
import { type Clock, type Context, newMemory } from '../../../engine/commands/context.ts'
import type { Delivery } from '../../../engine/commands/deliver.ts'
import { createHandlers } from '../../../engine/commands/handlers.ts'
import { journeyCommands } from '../../../engine/commands/journeys.ts'
import { pathwayCommands } from '../../../engine/commands/pathways.ts'
import type { Handlers } from '../../../engine/queue/queue.ts'
import { openSqliteStore } from '../../../engine/store/sqlite/openSqliteStore.ts'
import type { Turns } from '../../../engine/store/store.ts'
import { createVault } from '../../../engine/store/vault.ts'
import { coach, smallPathway } from '../../support/testPolku.ts'

/** When three promises come due, in milliseconds from the start: off the beat of a driver that looks every second. */
const dueMs = { first: 1_000, second: 2_300, third: 3_100 }

/** A journey that keeps them; each tells the outside. */
const promising = smallPathway({
  initial: 'work',
  states: {
    work: {
      followUps: {
        first: { after: { milliseconds: dueMs.first }, actions: 'tell' },
        second: { after: { milliseconds: dueMs.second }, actions: 'tell' },
        third: { after: { milliseconds: dueMs.third }, actions: 'tell' },
      },
    },
  },
})

/** A call of a handler, an answer of it, a message to the outside, the write of a timer that acts. */
export type Happening = keyof Handlers | 'msUntilNextAnswers' | 'deliverOne' | 'timerWrite'

/** What a worker has to do: real handlers over a real database, and what became of it. */
export interface QueueWork {
  handlers: Handlers
  /** so many journeys begin now; the worker is not told */
  begin(journeys: number): Promise<string[]>
  /** the follow-ups that have acted, in the order of the journal, with how late each was in milliseconds */
  acted(journey: string): Promise<{ name: string; lateMs: number }[]>
  /** what the outside was told, in order */
  deliveries: Delivery[]
  /** what happens when the next thing of that name is about to: it fails, or waits for a promise first */
  next: Map<Happening, () => Promise<unknown>>
  /** what the handlers or the driver could not cope with */
  errors: unknown[]
  /** what commits have left since it was last asked: what a wake-up tells */
  left(): Turns
  /** handlers that are at work at this moment */
  atWork(): number
  /** calls of handlers since the beginning */
  calls(): number
}

/**
 * @param test that which it is for: it is closed after it
 * @param takes at most so many timers or messages in one call of a handler
 */
export async function openQueueWork(
  clock: Clock,
  test: Pick<TestContext, 'onTestFinished'>,
  takes = 512,
): Promise<QueueWork> {
  const random = (length: number): Uint8Array => randomBytes(length)
  let left: Turns = { timers: [], messages: [], background: false }
  const store = await openSqliteStore({
    file: ':memory:',
    onCommit: ({ timers, messages }) => {
      left.timers.push(...timers)
      left.messages.push(...messages)
    },
  })
  test.onTestFinished(() => store.close())
  const next: QueueWork['next'] = new Map()
  const meets = async (name: Happening): Promise<void> => {
    const happening = next.get(name)
    next.delete(name)
    await happening?.()
  }
  let ids = 0
  const context: Context = {
    store: {
      ...store,
      write: async (work) => {
        if (isActing) await meets('timerWrite')
        return store.write(work)
      },
    },
    vault: createVault({ masterKey: random(32), random }),
    clock,
    newId: () => {
      ids += 1
      return `id-${String(ids).padStart(6, '0')}`
    },
    isDemo: true,
    memory: newMemory(),
    trace: () => null,
  }
  const deliveries: Delivery[] = []
  const errors: unknown[] = []
  const deliver = async (message: Delivery) => {
    await meets('deliverOne')
    deliveries.push(message)
  }
  const real = createHandlers(context, { deliver, worker: 'worker-1', onError: (error) => errors.push(error) })
  let [working, called] = [0, 0]
  let isActing = false
  const watched =
    <Args extends unknown[], T>(name: keyof Handlers, call: (...args: Args) => Promise<T>) =>
    async (...args: Args): Promise<T> => {
      working += 1
      called += 1
      try {
        await meets(name)
        isActing = name === 'actTimer'
        const answer = call(...args)
        isActing = false
        return await answer
      } finally {
        working -= 1
      }
    }
  const journeys = journeyCommands(context)
  await pathwayCommands(context).publish(promising, { by: coach })
  const client = (await clientCommands(context).create({ by: coach, name: 'Aino Asiakas' })).id

  return {
    handlers: {
      endImpossibleWaits: watched('endImpossibleWaits', real.endImpossibleWaits),
      dueTimers: watched('dueTimers', (limit) => real.dueTimers(Math.min(limit, takes))),
      actTimer: watched('actTimer', real.actTimer),
      timerTurns: watched('timerTurns', real.timerTurns),
      dueMessages: watched('dueMessages', (limit) => real.dueMessages(Math.min(limit, takes))),
      messageTurns: watched('messageTurns', real.messageTurns),
      deliverMessage: watched('deliverMessage', real.deliverMessage),
      deliver: watched('deliver', (limit) => real.deliver(Math.min(limit, takes))),
      msUntilNext: watched('msUntilNext', async () => {
        const answer = await real.msUntilNext()
        await meets('msUntilNextAnswers')
        return answer
      }),
    },
    begin: async (count) => {
      const begun = await Promise.all(
        Array.from({ length: count }, () =>
          journeys.start({ by: coach, pathway: promising.id, client, responsible: { user: coach.user } }),
        ),
      )
      return begun.map(({ journey }) => journey.id)
    },
    acted: async (journey) =>
      store.read(async (tx) => {
        const rows = await tx.journal(journey)
        const began = rows[0]?.recordedAt ?? 0
        return rows.flatMap(({ entry, recordedAt }) => {
          const { timer } = JSON.parse(entry) as { timer?: { name: keyof typeof dueMs } }
          return timer ? [{ name: timer.name, lateMs: recordedAt - began - dueMs[timer.name] }] : []
        })
      }),
    deliveries,
    next,
    errors,
    left: () => {
      const told = left
      left = { timers: [], messages: [], background: false }
      return told
    },
    atWork: () => working,
    calls: () => called,
  }
}
