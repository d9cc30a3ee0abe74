import type { StoreFigures } from '../counted.ts'
import type { AttemptRow, MessageTurn, OutboxDetails, OutboxMessage, OutboxRow } from '../outboxRows.ts'
import type { AnswerRow, ReadTx, WriteTx } from '../store.ts'
import { type Connection, change, type Written } from './statements.ts'

type Reads = Pick<
  ReadTx,
  | 'undelivered'
  | 'messageTurns'
  | 'message'
  | 'deadMessages'
  | 'deliveryAttempts'
  | 'nextDeliveryAt'
  | 'answer'
  | 'figures'
>
type Writes = Written<
  Pick<WriteTx, 'markDelivered' | 'deliveryStarted' | 'deliveryFailed' | 'reviveMessage' | 'saveAnswer'>
> & {
  /** @returns the id that the message was given */
  appendOutbox(message: OutboxMessage): number
}

const MESSAGE = `id, journey, seq, topic, payload, created_at AS createdAt, trace, attempts`
const DETAILS = `${MESSAGE}, delivered_at AS deliveredAt, not_before AS notBefore, dead, last_error AS lastError`
/** Word for word the conditions of the partial indices. */
export const NEW_MESSAGE = `delivered_at IS NULL AND dead = 0 AND not_before IS NULL`
export const RETRIED_MESSAGE = `delivered_at IS NULL AND dead = 0 AND not_before IS NOT NULL`

/** Reads what waits for delivery, the stored answers, and how much of everything there is. */
export function outboxReads(db: Connection): Reads {
  const fresh = db.prepare<[number], OutboxRow>(
    `SELECT ${MESSAGE} FROM outbox WHERE ${NEW_MESSAGE} ORDER BY id LIMIT ?`,
  )
  const withRetries = db.prepare<[number, number, number, number], OutboxRow>(
    `SELECT ${MESSAGE} FROM outbox JOIN (
       SELECT * FROM (SELECT id FROM outbox WHERE ${NEW_MESSAGE} ORDER BY id LIMIT ?)
       UNION ALL
       SELECT * FROM (SELECT id FROM outbox WHERE ${RETRIED_MESSAGE} AND not_before <= ? ORDER BY id LIMIT ?)
     ) USING (id)
     ORDER BY id LIMIT ?`,
  )
  const turns = db.prepare<[number, number], MessageTurn>(
    `SELECT id, 0 AS attempts, 0 AS at FROM outbox WHERE ${NEW_MESSAGE} AND id > ? ORDER BY id LIMIT ?`,
  )
  const message = db.prepare<[number], DetailsRow>(`SELECT ${DETAILS} FROM outbox WHERE id = ?`)
  const dead = db.prepare<[number, number], DetailsRow>(
    `SELECT ${DETAILS} FROM outbox WHERE dead = 1 AND id > ? ORDER BY id LIMIT ?`,
  )
  const attempts = db.prepare<[number], AttemptRow>(
    `SELECT message, attempt, worker, started_at AS startedAt, ended_at AS endedAt, error
     FROM delivery_attempts WHERE message = ? ORDER BY attempt`,
  )
  const oldestNew = db
    .prepare<[], number>(`SELECT created_at FROM outbox WHERE ${NEW_MESSAGE} ORDER BY id LIMIT 1`)
    .pluck()
  const nextRetry = db.prepare<[], number | null>(`SELECT min(not_before) FROM outbox WHERE ${RETRIED_MESSAGE}`).pluck()
  const answer = db.prepare<[string, string], AnswerRow>(
    `SELECT caller, "key", body_hash AS bodyHash, answer, created_at AS createdAt FROM answers
     WHERE caller = ? AND "key" = ?`,
  )
  const figures = db.prepare<[], StoreFigures>(
    `SELECT (SELECT count(*) FROM clients) AS clients,
       (SELECT count(*) FROM journeys WHERE status = 'active') AS activeJourneys,
       (SELECT count(*) FROM timers) AS armedTimers,
       (SELECT count(*) FROM tasks WHERE status = 'open') AS openTasks,
       (SELECT count(*) FROM outbox WHERE ${NEW_MESSAGE}) + (SELECT count(*) FROM outbox WHERE ${RETRIED_MESSAGE}) AS undelivered,
       (SELECT count(*) FROM timers WHERE dead = 1) + (SELECT count(*) FROM outbox WHERE dead = 1) AS dead`,
  )
  return {
    async undelivered(now, limit) {
      const retries = (nextRetry.get() ?? Number.POSITIVE_INFINITY) <= now
      return retries ? withRetries.all(limit, now, limit, limit) : fresh.all(limit)
    },
    async messageTurns({ after = 0, limit }) {
      return turns.all(after, limit)
    },
    async message(id) {
      const row = message.get(id)
      return row && details(row)
    },
    async deadMessages({ limit, after }) {
      return dead.all(after ?? 0, limit).map(details)
    },
    async deliveryAttempts(id) {
      return attempts.all(id)
    },
    async nextDeliveryAt() {
      const next = Math.min(oldestNew.get() ?? Number.POSITIVE_INFINITY, nextRetry.get() ?? Number.POSITIVE_INFINITY)
      return next === Number.POSITIVE_INFINITY ? undefined : next
    },
    async answer(caller, key) {
      return answer.get(caller, key)
    },
    async figures() {
      const row = figures.get()
      if (row === undefined) throw new Error('The database counted nothing')
      return row
    },
  }
}

/** A row as SQLite keeps it: without truth values. */
type DetailsRow = Omit<OutboxDetails, 'dead'> & { dead: number }

const details = (row: DetailsRow): OutboxDetails => ({ ...row, dead: row.dead === 1 })

/** Writes what is to be delivered and what was answered. */
export function outboxWrites(db: Connection): Writes {
  const appendOutbox = db.prepare<[string, number, string, string, number, string | null]>(
    `INSERT INTO outbox (journey, seq, topic, payload, created_at, trace) VALUES (?, ?, ?, ?, ?, ?)`,
  )
  const markDelivered = change<[number, number]>(db, `UPDATE outbox SET delivered_at = ?, dead = 0 WHERE id = ?`)
  const deliveryFailed = change<[number, number | null, number | null, string | null, number]>(
    db,
    `UPDATE outbox SET attempts = ?, not_before = ?, dead = ? IS NULL, last_error = ?
     WHERE id = ? AND delivered_at IS NULL`,
  )
  const putOff = change<[number, number, number]>(db, `UPDATE outbox SET attempts = ?, not_before = ? WHERE id = ?`)
  const keepAttempt = change<[number, number, string, number, number | null, string | null]>(
    db,
    `INSERT INTO delivery_attempts (message, attempt, worker, started_at, ended_at, error) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (message, attempt) DO UPDATE SET ended_at = excluded.ended_at, error = excluded.error`,
  )
  const endAttempt = change<[number, number, number]>(
    db,
    `UPDATE delivery_attempts SET ended_at = ? WHERE message = ? AND attempt = ?`,
  )
  const reviveMessage = change<[number, number]>(
    db,
    `UPDATE outbox SET not_before = ?, dead = 0 WHERE id = ? AND dead = 1 AND delivered_at IS NULL`,
  )
  const saveAnswer = change<[string, string, string, string, number]>(
    db,
    `INSERT INTO answers (caller, "key", body_hash, answer, created_at) VALUES (?, ?, ?, ?, ?)`,
  )
  return {
    appendOutbox({ journey, seq, topic, payload, createdAt, trace }) {
      return Number(appendOutbox.run(journey, seq, topic, payload, createdAt, trace).lastInsertRowid)
    },
    markDelivered(id, at, attempt) {
      markDelivered(at, id)
      if (attempt !== undefined) endAttempt(at, id, attempt)
    },
    deliveryStarted({ message, attempt, worker, startedAt, endedAt, error }, until) {
      putOff(attempt, until, message)
      keepAttempt(message, attempt, worker, startedAt, endedAt, error)
    },
    deliveryFailed({ message, attempt, worker, startedAt, endedAt, error }, notBefore) {
      deliveryFailed(attempt, notBefore, notBefore, error, message)
      keepAttempt(message, attempt, worker, startedAt, endedAt, error)
    },
    reviveMessage({ id, at }) {
      reviveMessage(at, id)
    },
    saveAnswer({ caller, key, bodyHash, answer, createdAt }) {
      saveAnswer(caller, key, bodyHash, answer, createdAt)
    },
  }
}
