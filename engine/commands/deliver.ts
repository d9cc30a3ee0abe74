import { SpanKind } from '@opentelemetry/api'
import { PermanentFailure } from '../mail/mailer.ts'
import { noObserver, type Observer } from '../observe/observer.ts'
import type { Tracing } from '../observe/tracing.ts'
import type { Handlers } from '../queue/queue.ts'
import { isStoreFailure } from '../store/isStoreFailure.ts'
import type { MessageTurn, OutboxDetails, OutboxRow } from '../store/outboxRows.ts'
import type { WriteOptions, WriteTx } from '../store/store.ts'
import { carryEmail, type Mail } from './carryEmail.ts'
import type { Context } from './context.ts'
import { deliverInside, isInside } from './deliverInside.ts'
import { nextAttempt } from './nextAttempt.ts'
import { emailTopic, keepNotifications, type NewNotification, notificationsOf } from './notify.ts'

/** A message to the outside. Delivered at least once; `id` is the key by which a repetition is known. */
export interface Delivery {
  id: number
  journey: string
  /** the journal entry it came from */
  entry: number
  topic: string
  payload: Record<string, unknown>
  createdAt: string
  /** 1 for the first; from the second on an earlier one may have arrived */
  attempt: number
}

/** Carries a message to the outside; throws to have it tried again, or `PermanentFailure` where that is of no use. */
export type Deliver = (message: Delivery) => Promise<void>

export interface DeliveryOptions {
  /** none: messages to the outside are only marked as delivered */
  deliver?: Deliver
  /** none: people are told on the worklist only */
  mail?: Mail
  /** the name of this worker, as delivery attempts keep it */
  worker: string
  onError: (error: unknown) => void
  observer?: Observer
  tracing?: Tracing
}

/** How many messages are carried at once; those of one journey go one after another, in their order. */
const carriers = 32
/** How long carrying one may take. Milliseconds. */
const deliveryLimitMs = 30_000
/** For how long an attempt is its worker's own: longer than it may take, so that no second one is made beside it. */
const leaseMs = 60_000
/** For how long one call takes messages that wait: what else is due waits meanwhile. Milliseconds. */
const takingMs = 5_000
/** How long the first wait for a mail server is: some refuse at first to see who comes again (greylisting, RFC 6647). */
const mailWaitMs = 60_000
const background: WriteOptions = { background: true }

/** Delivers what stands in the outbox: inside, in the transaction that says so; outside, attempt by attempt. */
export function createDeliveries(
  context: Context,
  { deliver, mail, worker, onError, observer = noObserver, tracing }: DeliveryOptions,
): Pick<Handlers, 'dueMessages' | 'messageTurns' | 'deliverMessage' | 'deliver'> {
  const { store, clock } = context
  const now = () => clock.now().getTime()

  const isTurn = (row: OutboxDetails | undefined, { attempts }: MessageTurn): row is OutboxDetails =>
    row !== undefined &&
    row.deliveredAt === null &&
    !row.dead &&
    row.attempts === attempts &&
    (row.notBefore ?? 0) <= now()

  /** In one transaction: another worker may have read it as well, and been first. */
  const dealWith = (turn: MessageTurn, work: (tx: WriteTx, row: OutboxRow) => Promise<void>): Promise<boolean> =>
    store.write(async (tx) => {
      const row = await tx.message(turn.id)
      if (!isTurn(row, turn)) return false
      await work(tx, row)
      await tx.markDelivered(row.id, now())
      return true
    }, background)

  /**
   * Makes the attempt this worker's own, if it still is anybody's. People are told with the first one: they need not wait
   * for an outside that does not answer.
   */
  const claim = (turn: MessageTurn, notifications: readonly NewNotification[]): Promise<boolean> =>
    store.write(async (tx) => {
      const row = await tx.message(turn.id)
      if (!isTurn(row, turn)) return false
      await keepNotifications(tx, row, notifications)
      const startedAt = now()
      const attempt = { message: turn.id, attempt: turn.attempts + 1, worker, startedAt, endedAt: null, error: null }
      await tx.deliveryStarted(attempt, startedAt + leaseMs)
      return true
    }, background)

  const fail = async ({ topic, ...turn }: OutboxRow, startedAt: number, error: unknown) => {
    onError(error)
    const attempt = turn.attempts + 1
    const notBefore =
      error instanceof PermanentFailure
        ? null
        : nextAttempt(context, attempt, topic === emailTopic ? mailWaitMs : undefined)
    const kept = { message: turn.id, attempt, worker, startedAt, endedAt: now(), error: String(error).slice(0, 1000) }
    const hasFailed = await store.write(async (tx) => {
      const row = await tx.message(turn.id)
      // what took longer than its lease may be another attempt's by now
      if (!row || row.deliveredAt !== null || row.attempts > attempt) return false
      await tx.deliveryFailed(kept, notBefore)
      return true
    }, background)
    if (hasFailed) observer.attemptFailed('message', notBefore === null)
  }

  /** How a message gets outside; undefined for one that nobody carries there. */
  const carrierOf = (row: OutboxRow, attempt: number): Carry | undefined => {
    if (row.topic === emailTopic) return (signal) => carryEmail(context, mail, row, attempt, signal)
    return deliver && (() => deliver(deliveryOf(row, attempt)))
  }

  /** @returns whether it was still to be delivered */
  const deliverTurn = async (row: OutboxRow): Promise<boolean> => {
    const turn = turnOf(row)
    const attempt = turn.attempts + 1
    if (isInside(row.topic)) return dealWith(turn, (tx, found) => deliverInside(context, tx, found))
    const notifications = await notificationsOf(context, row, mail !== undefined)
    const carry = carrierOf(row, attempt)
    if (!carry && notifications.length > 0) {
      return dealWith(turn, (tx, found) => keepNotifications(tx, found, notifications))
    }
    if (!carry) {
      await store.write((tx) => tx.markDelivered(row.id, now()), background)
      return true
    }
    if (!(await claim(turn, notifications))) return false
    await withinLimit(carry)
    await store.write((tx) => tx.markDelivered(row.id, now(), attempt), background)
    return true
  }

  /** It belongs to the trace of the command that wrote it, however much later it is carried. */
  const deliverTraced = (row: OutboxRow): Promise<boolean> => {
    if (!tracing) return deliverTurn(row)
    const attributes = { 'polku.topic': row.topic, 'polku.message': row.id, 'polku.attempt': row.attempts + 1 }
    const options = { kind: SpanKind.CONSUMER, attributes, within: row.trace }
    return tracing.span(`deliver ${row.topic}`, options, () => deliverTurn(row))
  }

  /** @returns whether it was still to be tried */
  const deliverOne = async (row: OutboxRow): Promise<boolean> => {
    const startedAt = now()
    const from = performance.now()
    try {
      const isDelivered = await deliverTraced(row)
      if (isDelivered) observer.messageDelivered(performance.now() - from)
      return isDelivered
    } catch (error) {
      if (isStoreFailure(error)) throw error
      await fail(row, startedAt, error)
    }
    return true
  }

  return {
    dueMessages: async (limit) => (await store.read((tx) => tx.undelivered(now(), limit))).map(turnOf),

    messageTurns: (filter) => store.read((tx) => tx.messageTurns(filter)),

    deliverMessage: async (turn) => {
      const row = await store.read((tx) => tx.message(turn.id))
      return isTurn(row, turn) && (await deliverOne(row)) ? 1 : 0
    },

    deliver: async (limit) => {
      const rows = await store.read((tx) => tx.undelivered(now(), limit))
      const lines = [...byJourney(rows).values()]
      const until = now() + takingMs
      let tried = 0
      const carry = async () => {
        for (let line = lines.shift(); line; line = lines.shift()) {
          for (const row of line) {
            if (now() >= until) return
            // others count meanwhile: the sum must not be read before
            if (await deliverOne(row)) tried += 1
          }
        }
      }
      // all come home first: a message that is still being carried must not be taken for one that waits
      const ends = await Promise.allSettled(Array.from({ length: carriers }, carry))
      const failed = ends.find((one) => one.status === 'rejected')
      if (failed) throw failed.reason
      return tried
    },
  }
}

const turnOf = ({ id, attempts }: OutboxRow): MessageTurn => ({ id, attempts, at: 0 })

function deliveryOf(row: OutboxRow, attempt: number): Delivery {
  const { id, journey, seq, topic, payload, createdAt } = row
  return {
    id,
    journey,
    entry: seq,
    topic,
    payload: JSON.parse(payload),
    createdAt: new Date(createdAt).toISOString(),
    attempt,
  }
}

/** Gets one message outside; the signal breaks it off. */
type Carry = (signal: AbortSignal) => Promise<void>

/** @throws when it takes too long: whoever does not answer must not hold up the others */
async function withinLimit(carry: Carry): Promise<void> {
  const over = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, reject) => {
    const words = `the delivery took longer than ${deliveryLimitMs / 1000} seconds`
    timer = setTimeout(() => {
      reject(new Error(words))
      over.abort()
    }, deliveryLimitMs)
  })
  try {
    await Promise.race([carry(over.signal), tooLong])
  } finally {
    clearTimeout(timer)
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
