import type { ClientRow, FactAuthor, FactRow } from '../clientRows.ts'
import { type ReadTx, StoreConflict, type WriteTx } from '../store.ts'
import { inSight } from './accessRows.ts'
import { type Bindable, type Connection, change, filtered, isTaken, overwriting, type Written } from './statements.ts'

type Reads = Pick<
  ReadTx,
  'client' | 'clientByIdentity' | 'clients' | 'clientsByMarks' | 'currentFacts' | 'factHistory' | 'factAuthors'
>
type Writes = Written<Pick<WriteTx, 'insertClient' | 'updateClient' | 'replaceMarks' | 'insertFact'>>

// a row of before there were revisions has been changed by nobody since
const CLIENT = `id, created_at AS createdAt, created_by AS createdBy, organisation, team, revision,
  iif(changed_at = 0, created_at, changed_at) AS changedAt, iif(changed_by = '', created_by, changed_by) AS changedBy,
  customerships, identity_hash AS identityHash, sealed, wrapped_key AS wrappedKey`
const FACT = `id, client, name, class, sealed, source, recorded_by AS recordedBy, recorded_at AS recordedAt,
  holds_from AS holdsFrom`

/** How many rows of the index one search reads: some ten milliseconds, however large the register. */
const MOST_ROWS_READ = 10_000

/** Reads clients and what is known of them. */
export function clientReads(db: Connection): Reads {
  const client = db.prepare<[string], ClientRow>(`SELECT ${CLIENT} FROM clients WHERE id = ?`)
  const clientByIdentity = db.prepare<[string, string], ClientRow>(
    `SELECT ${CLIENT} FROM clients WHERE organisation = ? AND identity_hash = ?`,
  )
  const clients = filtered<ClientRow>(db, `SELECT ${CLIENT} FROM clients`, 'id')
  const frequencies = db.prepare<[number, string], { mark: number; frequency: number }>(
    `SELECT value AS mark,
       (SELECT count(*) FROM (SELECT 1 FROM client_marks WHERE mark = value LIMIT ?)) AS frequency
     FROM json_each(?) ORDER BY frequency`,
  )
  // the inner query reads nothing but the index of marks
  const clientsByMarks = db.prepare<[string, number, string], ClientRow>(
    `SELECT ${CLIENT} FROM (
       SELECT found.client, count(*) AS matches FROM json_each(?) AS asked
       CROSS JOIN client_marks AS found ON found.mark = asked.value
       GROUP BY found.client ORDER BY matches DESC, found.client LIMIT ?
     ) CROSS JOIN clients ON clients.id = client
     WHERE organisation = ? AND wrapped_key IS NOT NULL ORDER BY matches DESC, id`,
  )
  const currentFacts = db.prepare<[string], FactRow>(
    `SELECT ${FACT} FROM facts WHERE client = ? AND current = 1 ORDER BY name`,
  )
  const factHistory = db.prepare<[string], FactRow>(
    `SELECT ${FACT} FROM facts WHERE client = ? ORDER BY recorded_at DESC, id DESC`,
  )
  const factHistoryOfName = db.prepare<[string, string], FactRow>(
    `SELECT ${FACT} FROM facts WHERE client = ? AND name = ? ORDER BY recorded_at DESC, id DESC`,
  )
  const factAuthors = db.prepare<[string], Omit<FactAuthor, 'isCurrent'> & { isCurrent: number }>(
    `SELECT DISTINCT facts.name, class, current AS isCurrent, recorded_by AS recordedBy, users.organisation
     FROM facts LEFT JOIN users ON users.id = recorded_by WHERE client = ?`,
  )
  return {
    async client(id) {
      return client.get(id)
    },
    async clientByIdentity(organisation, identityHash) {
      return clientByIdentity.get(organisation, identityHash)
    },
    async clients({ organisation, limit, after, sight }) {
      return clients(
        [
          ['wrapped_key IS NOT NULL'],
          organisation === undefined ? undefined : ['organisation = ?', organisation],
          after === undefined ? undefined : ['id > ?', after],
          inSight(sight, { client: 'clients.id' }),
        ],
        limit,
      )
    },
    async clientsByMarks({ organisation, marks, limit }) {
      const found = frequencies.all(MOST_ROWS_READ, JSON.stringify(marks)).filter(({ frequency }) => frequency > 0)
      let rows = 0
      // the rarest tell most; of common ones no more are asked than can be read at once
      const telling = found.filter(({ frequency }, index) => {
        rows += frequency
        return index === 0 || rows <= MOST_ROWS_READ
      })
      return clientsByMarks.all(JSON.stringify(telling.map(({ mark }) => mark)), limit, organisation)
    },
    async currentFacts(id) {
      return currentFacts.all(id)
    },
    async factHistory(id, name) {
      return name === undefined ? factHistory.all(id) : factHistoryOfName.all(id, name)
    },
    async factAuthors(id) {
      return factAuthors.all(id).map(({ isCurrent, ...author }) => ({ ...author, isCurrent: isCurrent === 1 }))
    },
  }
}

/** Writes clients and facts. */
export function clientWrites(db: Connection): Writes {
  const insertClient = change<Bindable[]>(
    db,
    `INSERT INTO clients (id, created_at, created_by, identity_hash, sealed, wrapped_key, organisation, team, revision,
       changed_at, changed_by, customerships)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const updateClient = change<Bindable[]>(
    db,
    `UPDATE clients SET identity_hash = ?, sealed = ?, wrapped_key = ?, team = ?, revision = ?, changed_at = ?,
       changed_by = ?, customerships = ?
     WHERE id = ? AND revision = ?`,
  )
  const removeMarks = change<[string]>(db, `DELETE FROM client_marks WHERE client = ?`)
  const addMarks = change<[string, string]>(
    db,
    `INSERT INTO client_marks (client, mark) SELECT ?, value FROM json_each(?)`,
  )
  const identityHolder = db.prepare<[string, string | null]>(
    `SELECT 1 FROM clients WHERE organisation = ? AND identity_hash = ?`,
  )
  /** Runs it, and tells a code that somebody else has from a defect. */
  const orTaken = <T>({ organisation, identityHash }: ClientRow, write: () => T): T => {
    try {
      return write()
    } catch (error) {
      if (!isTaken(error) || identityHolder.get(organisation, identityHash) === undefined) throw error
      throw new StoreConflict('identity', 'A client with this personal identity code is already known')
    }
  }
  const supersede = change<[string, string, number, number, string]>(
    db,
    `UPDATE facts SET current = 0
     WHERE client = ? AND name = ? AND current = 1 AND (holds_from, recorded_at, id) < (?, ?, ?)`,
  )
  // What still stands after superseding holds from later than the new row, which then is history from the start.
  const insertFact = change<Bindable[]>(
    db,
    `INSERT INTO facts (id, client, name, class, sealed, source, recorded_by, recorded_at, holds_from, current)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?,
       NOT EXISTS (SELECT 1 FROM facts WHERE client = ? AND name = ? AND current = 1))`,
  )
  return {
    insertClient(row) {
      const { id, createdAt, createdBy, identityHash, sealed, wrappedKey } = row
      const { organisation, team, revision, changedAt, changedBy, customerships } = row
      orTaken(row, () =>
        insertClient(
          id,
          createdAt,
          createdBy,
          identityHash,
          sealed,
          wrappedKey,
          organisation,
          team,
          revision,
          changedAt,
          changedBy,
          customerships,
        ),
      )
    },
    updateClient: overwriting(db, (row, expected) => {
      const { id, identityHash, sealed, wrappedKey, team, revision, changedAt, changedBy, customerships } = row
      const changed = orTaken(row, () =>
        updateClient(
          identityHash,
          sealed,
          wrappedKey,
          team,
          revision,
          changedAt,
          changedBy,
          customerships,
          id,
          expected,
        ),
      )
      if (changed === 0) throw new StoreConflict('revision', `Client ${id} is no longer at revision ${expected}`)
    }),
    replaceMarks(client, marks) {
      removeMarks(client)
      if (marks.length > 0) addMarks(client, JSON.stringify(marks))
    },
    insertFact(row) {
      const { id, client, name, sealed, recordedAt, holdsFrom } = row
      supersede(client, name, holdsFrom, recordedAt, id)
      insertFact(id, client, name, row.class, sealed, row.source, row.recordedBy, recordedAt, holdsFrom, client, name)
    },
  }
}
