import type { ArmedTimerRow, DeadTimerRow, DueTimerRow, ReadTx, TimerTurn, WriteTx } from '../store.ts'
import { type Connection, change, type Written } from './statements.ts'

type Reads = Pick<ReadTx, 'timers' | 'dueTimers' | 'timerTurns' | 'deadTimers' | 'nextTimerAt'>
type Writes = Written<Pick<WriteTx, 'insertTimer' | 'updateTimer' | 'deleteTimer' | 'timerFailed' | 'reviveTimer'>>

const TIMER = `journey, id, arming, kind, name, due_at AS dueAt`

/** Word for word the conditions of the partial indices: that is how SQLite finds them. */
export const NEW_TIMER = `dead = 0 AND not_before IS NULL`
export const RETRIED_TIMER = `dead = 0 AND not_before IS NOT NULL`

/** Reads armed timers. */
export function timerReads(db: Connection): Reads {
  const timers = db.prepare<[string], ArmedTimerRow>(
    `SELECT ${TIMER}, attempts, not_before AS notBefore FROM timers WHERE journey = ? ORDER BY id`,
  )
  const dueFresh = db.prepare<[number, number], DueTimerRow>(
    `SELECT ${TIMER}, attempts FROM timers
     WHERE ${NEW_TIMER} AND due_at <= ?
     ORDER BY due_at, arming, journey, id LIMIT ?`,
  )
  const dueWithRetries = db.prepare<[number, number, number, number, number], DueTimerRow>(
    `SELECT ${TIMER}, attempts FROM timers JOIN (
       SELECT * FROM (
         SELECT journey, id FROM timers
         WHERE ${NEW_TIMER} AND due_at <= ?
         ORDER BY due_at, arming, journey, id LIMIT ?
       )
       UNION ALL
       SELECT * FROM (
         SELECT journey, id FROM timers
         WHERE ${RETRIED_TIMER} AND not_before <= ?
         ORDER BY due_at, arming, journey, id LIMIT ?
       )
     ) USING (journey, id)
     ORDER BY due_at, arming, journey, id LIMIT ?`,
  )
  const turns = db.prepare<[number, number, number, string, number, number], TimerTurn>(
    `SELECT journey, id, arming, 0 AS attempts, due_at AS at FROM timers
     WHERE ${NEW_TIMER} AND due_at <= ? AND (due_at, arming, journey, id) > (?, ?, ?, ?)
     ORDER BY due_at, arming, journey, id LIMIT ?`,
  )
  const dead = db.prepare<[string, number, number], DeadTimerRow>(
    `SELECT ${TIMER}, attempts, last_error AS lastError FROM timers
     WHERE dead = 1 AND (journey, id) > (?, ?) ORDER BY journey, id LIMIT ?`,
  )
  const nextFresh = db.prepare<[], number | null>(`SELECT min(due_at) FROM timers WHERE ${NEW_TIMER}`).pluck()
  const nextRetry = db.prepare<[], number | null>(`SELECT min(not_before) FROM timers WHERE ${RETRIED_TIMER}`).pluck()
  return {
    async timers(journey) {
      return timers.all(journey)
    },
    async dueTimers(now, limit) {
      const retries = (nextRetry.get() ?? Number.POSITIVE_INFINITY) <= now
      return retries ? dueWithRetries.all(now, limit, now, limit, limit) : dueFresh.all(now, limit)
    },
    async timerTurns({ until, after, limit }) {
      const { at = Number.MIN_SAFE_INTEGER, arming = 0, journey = '', id = 0 } = after ?? {}
      return turns.all(until, at, arming, journey, id, limit)
    },
    async deadTimers({ limit, after }) {
      return dead.all(after?.journey ?? '', after?.id ?? 0, limit)
    },
    async nextTimerAt() {
      const fresh = nextFresh.get() ?? Number.POSITIVE_INFINITY
      const retry = nextRetry.get() ?? Number.POSITIVE_INFINITY
      const next = Math.min(fresh, retry)
      return next === Number.POSITIVE_INFINITY ? undefined : next
    },
  }
}

/** Arms, re-arms and removes timers. */
export function timerWrites(db: Connection): Writes {
  const insertTimer = change<[string, number, number, string, string, number]>(
    db,
    `INSERT INTO timers (journey, id, arming, kind, name, due_at) VALUES (?, ?, ?, ?, ?, ?)`,
  )
  const updateTimer = change<[number, string, string, number, string, number]>(
    db,
    `UPDATE timers
     SET arming = ?, kind = ?, name = ?, due_at = ?, attempts = 0, not_before = NULL, dead = 0, last_error = NULL
     WHERE journey = ? AND id = ?`,
  )
  const deleteTimer = change<[string, number]>(db, `DELETE FROM timers WHERE journey = ? AND id = ?`)
  // An attempt before the due time makes no sense; keeping it out makes `not_before` alone say when.
  const timerFailed = change<[number, number | null, number | null, string, string, number, number]>(
    db,
    `UPDATE timers SET attempts = ?, not_before = max(?, due_at), dead = ? IS NULL, last_error = ?
     WHERE journey = ? AND id = ? AND arming = ?`,
  )
  const reviveTimer = change<[number, string, number, number]>(
    db,
    `UPDATE timers SET not_before = max(?, due_at), dead = 0 WHERE journey = ? AND id = ? AND arming = ? AND dead = 1`,
  )
  return {
    insertTimer({ journey, id, arming, kind, name, dueAt }) {
      insertTimer(journey, id, arming, kind, name, dueAt)
    },
    updateTimer({ journey, id, arming, kind, name, dueAt }) {
      if (updateTimer(arming, kind, name, dueAt, journey, id) === 0) {
        throw new Error(`Journey ${journey} has no timer ${id} to re-arm`)
      }
    },
    deleteTimer(journey, id) {
      deleteTimer(journey, id)
    },
    timerFailed({ journey, id, arming }, { attempts, notBefore, error }) {
      timerFailed(attempts, notBefore, notBefore, error, journey, id, arming)
    },
    reviveTimer({ journey, id, arming, at }) {
      reviveTimer(at, journey, id, arming)
    },
  }
}
