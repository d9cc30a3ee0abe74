import { type ClientRow, type FactRow, type ReadTx, StoreConflict, type WriteTx } from '../store.ts'
import { inSight } from './accessRows.ts'
import { type Bindable, type Connection, change, filtered, isTaken, type Written } from './statements.ts'

type Reads = Pick<ReadTx, 'client' | 'clientByIdentity' | 'clients' | 'currentFacts' | 'factHistory'>
type Writes = Written<Pick<WriteTx, 'insertClient' | 'insertFact'>>

const CLIENT = `id, organisation, team, created_at AS createdAt, created_by AS createdBy, identity_hash AS identityHash, sealed,
  wrapped_key AS wrappedKey`
const FACT = `id, client, name, class, sealed, source, recorded_by AS recordedBy, recorded_at AS recordedAt,
  holds_from AS holdsFrom`

/** Reads clients and what is known of them. */
export function clientReads(db: Connection): Reads {
  const client = db.prepare<[string], ClientRow>(`SELECT ${CLIENT} FROM clients WHERE id = ?`)
  const clientByIdentity = db.prepare<[string], ClientRow>(`SELECT ${CLIENT} FROM clients WHERE identity_hash = ?`)
  const clients = filtered<ClientRow>(db, `SELECT ${CLIENT} FROM clients`, 'id')
  const currentFacts = db.prepare<[string], FactRow>(
    `SELECT ${FACT} FROM facts WHERE client = ? AND current = 1 ORDER BY name`,
  )
  const factHistory = db.prepare<[string], FactRow>(
    `SELECT ${FACT} FROM facts WHERE client = ? ORDER BY recorded_at DESC, id DESC`,
  )
  const factHistoryOfName = db.prepare<[string, string], FactRow>(
    `SELECT ${FACT} FROM facts WHERE client = ? AND name = ? ORDER BY recorded_at DESC, id DESC`,
  )
  return {
    async client(id) {
      return client.get(id)
    },
    async clientByIdentity(identityHash) {
      return clientByIdentity.get(identityHash)
    },
    async clients({ limit, after, sight }) {
      return clients([after === undefined ? undefined : ['id > ?', after], inSight(sight, 'clients.id')], limit)
    },
    async currentFacts(id) {
      return currentFacts.all(id)
    },
    async factHistory(id, name) {
      return name === undefined ? factHistory.all(id) : factHistoryOfName.all(id, name)
    },
  }
}

/** Writes clients and facts. */
export function clientWrites(db: Connection): Writes {
  const insertClient = change<Bindable[]>(
    db,
    `INSERT INTO clients (id, organisation, team, created_at, created_by, identity_hash, sealed, wrapped_key)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const identityHolder = db.prepare<[string | null]>(`SELECT 1 FROM clients WHERE identity_hash = ?`)
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
      try {
        const { id, organisation, team, createdAt, createdBy, identityHash, sealed, wrappedKey } = row
        insertClient(id, organisation, team, createdAt, createdBy, identityHash, sealed, wrappedKey)
      } catch (error) {
        if (!isTaken(error) || identityHolder.get(row.identityHash) === undefined) throw error
        throw new StoreConflict('identity', 'A client with this personal identity code is already known')
      }
    },
    insertFact(row) {
      const { id, client, name, sealed, recordedAt, holdsFrom } = row
      supersede(client, name, holdsFrom, recordedAt, id)
      insertFact(id, client, name, row.class, sealed, row.source, row.recordedBy, recordedAt, holdsFrom, client, name)
    },
  }
}
