import type { ReadTx, WriteTx } from '../store.ts'
import { RETRIED_MESSAGE } from './outboxRows.ts'
import type { Connection, Written } from './statements.ts'
import { RETRIED_TIMER } from './timerRows.ts'

type Reads = Pick<ReadTx, 'hasWaitsPast'>
type Writes = Written<Pick<WriteTx, 'endWaitsPast'>>

/** A timer waits for its own time as well, and that is not its failure's doing. */
const TIMERS = `${RETRIED_TIMER} AND not_before > @instant AND not_before > due_at`
const MESSAGES = `${RETRIED_MESSAGE} AND not_before > @instant`

/** Reads how far ahead the next attempts of timers and messages stand. */
export function waitReads(db: Connection): Reads {
  const waits = db
    .prepare<[{ instant: number }], number>(
      `SELECT EXISTS (SELECT 1 FROM timers WHERE ${TIMERS}) OR EXISTS (SELECT 1 FROM outbox WHERE ${MESSAGES})`,
    )
    .pluck()
  return {
    async hasWaitsPast(instant) {
      return waits.get({ instant }) === 1
    },
  }
}

/** Ends waits for the next attempt. */
export function waitWrites(db: Connection): Writes {
  const timers = db.prepare<[{ instant: number; now: number }]>(
    `UPDATE timers SET not_before = max(@now, due_at) WHERE ${TIMERS}`,
  )
  const messages = db.prepare<[{ instant: number; now: number }]>(
    `UPDATE outbox SET not_before = @now WHERE ${MESSAGES}`,
  )
  return {
    endWaitsPast(instant, now) {
      timers.run({ instant, now })
      messages.run({ instant, now })
    },
  }
}
