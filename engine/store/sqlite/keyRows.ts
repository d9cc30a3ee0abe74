import type { MasterKeysRow, ReadTx, WriteTx } from '../store.ts'
import { type Connection, change, type Written } from './statements.ts'

type Reads = Pick<ReadTx, 'masterKeys' | 'endOfAnswers'>
type Writes = Written<Pick<WriteTx, 'saveMasterKeys' | 'forgetRequests'>>

/** Reads under which master key the rows are. */
export function keyReads(db: Connection): Reads {
  const masterKeys = db.prepare<[], MasterKeysRow>(
    `SELECT current, previous, changed_at AS changedAt, client, answers FROM master_keys WHERE id = 1`,
  )
  const endOfAnswers = db
    .prepare<[number, number], number | null>(
      `SELECT max(rowid) FROM (SELECT rowid FROM answers WHERE rowid > ? ORDER BY rowid LIMIT ?)`,
    )
    .pluck()
  return {
    async masterKeys() {
      return masterKeys.get()
    },
    async endOfAnswers({ after, limit }) {
      return endOfAnswers.get(after, limit) ?? undefined
    },
  }
}

/** Writes it. */
export function keyWrites(db: Connection): Writes {
  const saveMasterKeys = change<[string, string | null, number, string | null, number]>(
    db,
    `INSERT INTO master_keys (id, current, previous, changed_at, client, answers) VALUES (1, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET current = excluded.current, previous = excluded.previous,
       changed_at = excluded.changed_at, client = excluded.client, answers = excluded.answers`,
  )
  const forgetRequests = change<[number, number]>(
    db,
    `UPDATE answers SET body_hash = '' WHERE rowid > ? AND rowid <= ?`,
  )
  return {
    saveMasterKeys({ current, previous, changedAt, client, answers }) {
      saveMasterKeys(current, previous, changedAt, client, answers)
    },
    forgetRequests({ after, end }) {
      forgetRequests(after, end)
    },
  }
}
