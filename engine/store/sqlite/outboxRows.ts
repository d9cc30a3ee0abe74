import type { AnswerRow, OutboxRow, ReadTx, StoreFigures, WriteTx } from '../store.ts'
import { type Connection, change, type Written } from './statements.ts'

type Reads = Pick<ReadTx, 'undelivered' | 'isDelivered' | 'nextDeliveryAt' | 'answer' | 'figures'>
type Writes = Written<Pick<WriteTx, 'appendOutbox' | 'markDelivered' | 'deliveryFailed' | 'saveAnswer'>>

const MESSAGE = `id, journey, seq, topic, payload, created_at AS createdAt, attempts`
/** Word for word the conditions of the partial indices. */
const NEW = `delivered_at IS NULL AND dead = 0 AND not_before IS NULL`
const RETRY = `delivered_at IS NULL AND dead = 0 AND not_before IS NOT NULL`

/** Reads what waits for delivery, the stored answers, and how much of everything there is. */
export function outboxReads(db: Connection): Reads {
  const fresh = db.prepare<[number], OutboxRow>(`SELECT ${MESSAGE} FROM outbox WHERE ${NEW} ORDER BY id LIMIT ?`)
  const withRetries = db.prepare<[number, number, number, number], OutboxRow>(
    `SELECT ${MESSAGE} FROM outbox JOIN (
       SELECT * FROM (SELECT id FROM outbox WHERE ${NEW} ORDER BY id LIMIT ?)
       UNION ALL
       SELECT * FROM (SELECT id FROM outbox WHERE ${RETRY} AND not_before <= ? ORDER BY id LIMIT ?)
     ) USING (id)
     ORDER BY id LIMIT ?`,
  )
  const delivered = db.prepare<[number]>(`SELECT 1 FROM outbox WHERE id = ? AND delivered_at IS NOT NULL`)
  const oldestNew = db.prepare<[], number>(`SELECT created_at FROM outbox WHERE ${NEW} ORDER BY id LIMIT 1`).pluck()
  const nextRetry = db.prepare<[], number | null>(`SELECT min(not_before) FROM outbox WHERE ${RETRY}`).pluck()
  const answer = db.prepare<[string, string], AnswerRow>(
    `SELECT caller, "key", body_hash AS bodyHash, answer, created_at AS createdAt FROM answers
     WHERE caller = ? AND "key" = ?`,
  )
  const figures = db.prepare<[], StoreFigures>(
    `SELECT (SELECT count(*) FROM clients) AS clients,
       (SELECT count(*) FROM journeys WHERE status = 'active') AS activeJourneys,
       (SELECT count(*) FROM timers) AS armedTimers,
       (SELECT count(*) FROM tasks WHERE status = 'open') AS openTasks,
       (SELECT count(*) FROM outbox WHERE ${NEW}) + (SELECT count(*) FROM outbox WHERE ${RETRY}) AS undelivered,
       (SELECT count(*) FROM timers WHERE dead = 1) + (SELECT count(*) FROM outbox WHERE dead = 1) AS dead`,
  )
  return {
    async undelivered(now, limit) {
      const retries = (nextRetry.get() ?? Number.POSITIVE_INFINITY) <= now
      return retries ? withRetries.all(limit, now, limit, limit) : fresh.all(limit)
    },
    async isDelivered(id) {
      return delivered.get(id) !== undefined
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

/** Writes what is to be delivered and what was answered. */
export function outboxWrites(db: Connection): Writes {
  const appendOutbox = change<[string, number, string, string, number]>(
    db,
    `INSERT INTO outbox (journey, seq, topic, payload, created_at) VALUES (?, ?, ?, ?, ?)`,
  )
  const markDelivered = change<[number, number]>(db, `UPDATE outbox SET delivered_at = ?, dead = 0 WHERE id = ?`)
  const deliveryFailed = change<[number, number | null, number | null, string, number]>(
    db,
    `UPDATE outbox SET attempts = ?, not_before = ?, dead = ? IS NULL, last_error = ?
     WHERE id = ? AND delivered_at IS NULL`,
  )
  const saveAnswer = change<[string, string, string, string, number]>(
    db,
    `INSERT INTO answers (caller, "key", body_hash, answer, created_at) VALUES (?, ?, ?, ?, ?)`,
  )
  return {
    appendOutbox({ journey, seq, topic, payload, createdAt }) {
      appendOutbox(journey, seq, topic, payload, createdAt)
    },
    markDelivered(id, at) {
      markDelivered(at, id)
    },
    deliveryFailed(id, { attempts, notBefore, error }) {
      deliveryFailed(attempts, notBefore, notBefore, error, id)
    },
    saveAnswer({ caller, key, bodyHash, answer, createdAt }) {
      saveAnswer(caller, key, bodyHash, answer, createdAt)
    },
  }
}
