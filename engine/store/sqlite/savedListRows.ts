import type { ReadTx, WriteTx } from '../store.ts'
import type { SavedListRow } from '../workRows.ts'
import { type Bindable, type Connection, change, type Written } from './statements.ts'

type Reads = Pick<ReadTx, 'savedList' | 'savedLists'>
type Writes = Written<Pick<WriteTx, 'insertSavedList' | 'updateSavedList' | 'deleteSavedList'>>

const LIST = `SELECT id, owner, name, content, shared_kind AS sharedKind, shared_with AS sharedWith,
  saved_at AS savedAt FROM saved_lists`

/** Reads saved lists: one, or those that a person may use. */
export function savedListReads(db: Connection): Reads {
  const savedList = db.prepare<[string], SavedListRow>(`${LIST} WHERE id = ?`)
  const savedLists = db.prepare<[string, string, string], SavedListRow>(
    `${LIST} WHERE owner = ?
       OR (shared_kind = 'team' AND shared_with IN (SELECT value FROM json_each(?)))
       OR (shared_kind = 'organisation' AND shared_with = ?)
     ORDER BY name, id`,
  )
  return {
    async savedList(id) {
      return savedList.get(id)
    },
    async savedLists({ user, teams, organisation }) {
      return savedLists.all(user, JSON.stringify(teams), organisation)
    },
  }
}

/** Writes saved lists. */
export function savedListWrites(db: Connection): Writes {
  const insert = change<Bindable[]>(
    db,
    `INSERT INTO saved_lists (id, owner, name, content, shared_kind, shared_with, saved_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  const update = change<Bindable[]>(
    db,
    `UPDATE saved_lists SET name = ?, content = ?, shared_kind = ?, shared_with = ?, saved_at = ? WHERE id = ?`,
  )
  const remove = change<[string]>(db, `DELETE FROM saved_lists WHERE id = ?`)
  return {
    insertSavedList({ id, owner, name, content, sharedKind, sharedWith, savedAt }) {
      insert(id, owner, name, content, sharedKind, sharedWith, savedAt)
    },
    updateSavedList({ id, name, content, sharedKind, sharedWith, savedAt }) {
      update(name, content, sharedKind, sharedWith, savedAt, id)
    },
    deleteSavedList(id) {
      remove(id)
    },
  }
}
