import type { ReadTx, WriteTx } from '../store.ts'
import type { SubstituteRow } from '../workRows.ts'
import { type Bindable, type Connection, change, filtered, type Written } from './statements.ts'

type Reads = Pick<ReadTx, 'substitute' | 'substitutes' | 'caseload'>
type Writes = Written<Pick<WriteTx, 'insertSubstitute' | 'deleteSubstitute'>>

const SUBSTITUTE = `SELECT id, user, substitute, from_date AS fromDate, until_date AS untilDate,
  created_at AS createdAt, created_by AS createdBy FROM substitutes`

/** Reads who stands in for whom, and the caseload that is stood in for. */
export function substituteReads(db: Connection): Reads {
  const substitute = db.prepare<[string], SubstituteRow>(`${SUBSTITUTE} WHERE id = ?`)
  const substitutes = filtered<SubstituteRow>(db, SUBSTITUTE, 'user, from_date, id')
  const caseload = db
    .prepare<[string, number], string>(
      `SELECT id FROM journeys WHERE responsible_user = ? AND status = 'active' ORDER BY id LIMIT ?`,
    )
    .pluck()
  return {
    async substitute(id) {
      return substitute.get(id)
    },
    async substitutes({ user, substitute: by, on }) {
      return substitutes(
        [
          user === undefined ? undefined : ['user = ?', user],
          by === undefined ? undefined : ['substitute = ?', by],
          on === undefined ? undefined : ['from_date <= ? AND until_date >= ?', on, on],
        ],
        undefined,
      )
    },
    async caseload(user, limit) {
      return caseload.all(user, limit)
    },
  }
}

/** Writes who stands in for whom. */
export function substituteWrites(db: Connection): Writes {
  const insert = change<Bindable[]>(
    db,
    `INSERT INTO substitutes (id, user, substitute, from_date, until_date, created_at, created_by)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  const remove = change<[string]>(db, `DELETE FROM substitutes WHERE id = ?`)
  return {
    insertSubstitute({ id, user, substitute, fromDate, untilDate, createdAt, createdBy }) {
      insert(id, user, substitute, fromDate, untilDate, createdAt, createdBy)
    },
    deleteSubstitute(id) {
      remove(id)
    },
  }
}
