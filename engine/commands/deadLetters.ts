import type { AttemptRow, MessageTurn, OutboxDetails } from '../store/outboxRows.ts'
import type { ReadTx, TimerTurn } from '../store/store.ts'
import type { Context } from './context.ts'
import { parse } from './parse.ts'
import { PolkuProblem } from './problem.ts'
import { type ReplayDeadLetterInput, replayDeadLetterSchema } from './schemas.ts'
import { read, write } from './transact.ts'
import { iso } from './view.ts'

/** A timer that failed so often that a person must look. Its id is the journey's id, a dot and the timer's number. */
export interface DeadTimer {
  id: string
  journey: string
  kind: string
  name: string
  dueAt: string
  attempts: number
  lastError: string | null
}

/** One attempt to deliver a message. */
export interface DeliveryAttempt {
  attempt: number
  /** the worker that made it */
  worker: string
  startedAt: string
  /** null while it is under way, and for ever when its worker died */
  endedAt: string | null
  /** null when it has not failed */
  error: string | null
}

export type MessageStatus = 'waiting' | 'delivered' | 'dead'

/** A message of the outbox: what became of it, and every attempt to deliver it. */
export interface OutboxMessageView {
  id: number
  journey: string
  entry: number
  topic: string
  createdAt: string
  status: MessageStatus
  deliveredAt: string | null
  /** not tried again before this; null when it is new, delivered or dead */
  notBefore: string | null
  attempts: number
  lastError: string | null
  deliveries: DeliveryAttempt[]
}

/** What failed so often that a person must look; and another turn for it. */
export interface DeadLetters {
  /** Dead timers, by journey; those after the given one. */
  timers(page?: { limit?: number; after?: string }): Promise<DeadTimer[]>
  /** Dead messages, oldest first; those after the given one. */
  messages(page?: { limit?: number; after?: number }): Promise<OutboxMessageView[]>
  /** One message of the outbox, dead or not. @throws PolkuProblem `not-found` */
  message(id: number): Promise<OutboxMessageView>
  /**
   * Lets a dead timer try again at once, as often as a new one may.
   * @throws PolkuProblem `not-found`, `not-dead`
   */
  replayTimer(id: string, input: ReplayDeadLetterInput): Promise<void>
  /** Lets a dead message be tried again at once. @throws PolkuProblem `not-found`, `not-dead` */
  replayMessage(id: number, input: ReplayDeadLetterInput): Promise<void>
}

const defaultLimit = 50

/** @param replayed told who has given what another turn: it is no step of the journey's, so the journal does not say */
export function deadLetterCommands(context: Context, replayed: (what: string, by: string) => void): DeadLetters {
  const now = () => context.clock.now().getTime()
  return {
    timers: ({ limit = defaultLimit, after } = {}) =>
      read(context, async (tx) => {
        const rows = await tx.deadTimers({ limit, ...(after !== undefined && { after: readTimerId(after) }) })
        return rows.map(({ journey, id, kind, name, dueAt, attempts, lastError }) => {
          return { id: `${journey}.${id}`, journey, kind, name, dueAt: iso(dueAt), attempts, lastError }
        })
      }),

    messages: ({ limit = defaultLimit, after } = {}) =>
      read(context, async (tx) => {
        const rows = await tx.deadMessages({ limit, ...(after !== undefined && { after }) })
        return Promise.all(rows.map((row) => messageView(tx, row)))
      }),

    message: (id) => read(context, async (tx) => messageView(tx, await requireMessage(tx, id))),

    async replayTimer(id, input) {
      const { by } = parse(replayDeadLetterSchema, input)
      const { journey, id: number } = readTimerId(id)
      await write(context, async (tx) => {
        const row = (await tx.timers(journey)).find((one) => one.id === number)
        if (!row)
          throw new PolkuProblem('not-found', `There is no timer "${id}": it may have acted, or been cancelled.`)
        const { arming, attempts, notBefore } = row
        if (attempts === 0 || notBefore !== null) throw notDead(`The timer "${id}"`)
        const turn: TimerTurn = { journey, id: number, arming, attempts, at: now() }
        await tx.reviveTimer(turn)
      })
      replayed(`timer ${id}`, by.user)
    },

    async replayMessage(id, input) {
      const { by } = parse(replayDeadLetterSchema, input)
      await write(context, async (tx) => {
        const { dead, attempts } = await requireMessage(tx, id)
        if (!dead) throw notDead(`The message ${id}`)
        const turn: MessageTurn = { id, attempts, at: now() }
        await tx.reviveMessage(turn)
      })
      replayed(`message ${id}`, by.user)
    },
  }
}

async function requireMessage(tx: ReadTx, id: number): Promise<OutboxDetails> {
  const row = await tx.message(id)
  if (!row) throw new PolkuProblem('not-found', `There is no message ${id}.`)
  return row
}

async function messageView(tx: ReadTx, row: OutboxDetails): Promise<OutboxMessageView> {
  const { id, journey, seq, topic, createdAt, deliveredAt, notBefore, dead, attempts, lastError } = row
  return {
    id,
    journey,
    entry: seq,
    topic,
    createdAt: iso(createdAt),
    status: deliveredAt !== null ? 'delivered' : dead ? 'dead' : 'waiting',
    deliveredAt: deliveredAt === null ? null : iso(deliveredAt),
    notBefore: deliveredAt !== null || notBefore === null ? null : iso(notBefore),
    attempts,
    lastError,
    deliveries: (await tx.deliveryAttempts(id)).map(attemptView),
  }
}

/** An attempt as people see it. */
export function attemptView({ attempt, worker, startedAt, endedAt, error }: AttemptRow): DeliveryAttempt {
  return { attempt, worker, startedAt: iso(startedAt), endedAt: endedAt === null ? null : iso(endedAt), error }
}

const notDead = (what: string): PolkuProblem =>
  new PolkuProblem('not-dead', `${what} is not dead: it is tried again by itself. Nothing was changed.`)

/** @throws PolkuProblem `not-found` for what cannot be one */
function readTimerId(text: string): { journey: string; id: number } {
  const [, journey = '', number] = /^([A-Za-z0-9_-]{1,64})\.(\d{1,9})$/.exec(text) ?? []
  if (number === undefined) throw new PolkuProblem('not-found', `"${text}" is not the id of a timer.`)
  return { journey, id: Number(number) }
}
