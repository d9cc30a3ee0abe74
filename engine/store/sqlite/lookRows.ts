import type { ReadTx, WriteTx } from '../store.ts'
import { type Bindable, type Connection, change, type Written } from './statements.ts'

type Reads = Pick<ReadTx, 'journeysOf'>
type Writes = Written<Pick<WriteTx, 'markNew' | 'markLooked'>>

/** Reads what there is of a client to look at. */
export function lookReads(db: Connection): Reads {
  const journeysOf = db.prepare<[string], { id: string; revision: number }>(
    'SELECT id, revision FROM journeys WHERE client = ?',
  )
  return {
    async journeysOf(client) {
      return journeysOf.all(client)
    },
  }
}

/** Writes what people have looked at. */
export function lookWrites(db: Connection): Writes {
  const insert = `INSERT INTO looks (user, journey, client, revision, looked_at, new_since) VALUES (?, ?, ?, ?, ?, ?)`
  const markNew = change<Bindable[]>(db, `${insert} ON CONFLICT DO NOTHING`)
  const markNewAgain = change<Bindable[]>(
    db,
    `${insert} ON CONFLICT DO UPDATE SET looked_at = NULL, new_since = excluded.new_since`,
  )
  const markLooked = change<Bindable[]>(
    db,
    `${insert} ON CONFLICT DO UPDATE SET revision = excluded.revision, looked_at = excluded.looked_at`,
  )
  return {
    markNew({ user, journey, client, at, again }) {
      ;(again ? markNewAgain : markNew)(user, journey, client, 0, null, at)
    },
    markLooked({ user, journey, client, revision, at }) {
      markLooked(user, journey, client, revision, at, null)
    },
  }
}
