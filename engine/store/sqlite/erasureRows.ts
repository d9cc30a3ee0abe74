import type { CustomershipFilter, CustomershipRow, ErasureRow, LegalHoldRow, Traces } from '../erasureRows.ts'
import type { ReadTx, WriteTx } from '../store.ts'
import type { Query } from './openQueryThread.ts'
import { NEW_MESSAGE, RETRIED_MESSAGE } from './outboxRows.ts'
import { type Bindable, type Connection, change, overwriting, type Written } from './statements.ts'

type Reads = Pick<ReadTx, 'erasures' | 'legalHolds' | 'isDelivering' | 'recordIdsOf'>
type Writes = Written<
  Pick<WriteTx, 'insertLegalHold' | 'endLegalHold' | 'eraseWords' | 'erasePerson' | 'insertErasure'>
>

/** Whose an answer is: a client's, a journey's, or that of whom the facts are. */
const SUBJECT = `coalesce(json_extract(answer, '$.id'), json_extract(answer, '$.journey'),
  (SELECT value FROM json_each(answer, '$.facts') LIMIT 1))`

/** Reads what was erased, and what may not be. */
export function erasureReads(db: Connection): Reads {
  const erasures = db.prepare<[string], ErasureRow>(
    `SELECT client, record_class AS recordClass, erased_at AS erasedAt, erased_by AS erasedBy, reason, basis
     FROM erasures WHERE client = ? ORDER BY erased_at DESC`,
  )
  const legalHolds = db.prepare<[string], LegalHoldRow>(
    `SELECT id, client, sealed, placed_by AS placedBy, placed_at AS placedAt, until, ended_at AS endedAt,
       ended_by AS endedBy
     FROM legal_holds WHERE client = ? ORDER BY id DESC`,
  )
  const delivering = db.prepare<[string, string]>(
    `SELECT 1 FROM outbox WHERE ${NEW_MESSAGE} AND journey IN (SELECT id FROM journeys WHERE client = ?)
     UNION ALL
     SELECT 1 FROM outbox WHERE ${RETRIED_MESSAGE} AND journey IN (SELECT id FROM journeys WHERE client = ?) LIMIT 1`,
  )
  const recordIds = db
    .prepare<[string, string], string>(
      `SELECT id FROM contacts WHERE client = ? UNION ALL SELECT id FROM grants WHERE client = ?`,
    )
    .pluck()
  return {
    async recordIdsOf(client) {
      return recordIds.all(client, client)
    },
    async erasures(client) {
      return erasures.all(client)
    },
    async legalHolds(client) {
      return legalHolds.all(client)
    },
    async isDelivering(client) {
      return delivering.get(client, client) !== undefined
    },
  }
}

/** Erases. Rows are overwritten where they stood (`secure_delete`); the log is cleared after the commit. */
export function erasureWrites(db: Connection): Writes {
  const insertLegalHold = change<Bindable[]>(
    db,
    `INSERT INTO legal_holds (id, client, sealed, placed_by, placed_at, until, ended_at, ended_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const endLegalHold = change<[number, string, string]>(
    db,
    `UPDATE legal_holds SET ended_at = ?, ended_by = ? WHERE id = ? AND ended_at IS NULL`,
  )
  const insertErasure = change<Bindable[]>(
    db,
    `INSERT INTO erasures (client, record_class, erased_at, erased_by, reason, basis) VALUES (?, ?, ?, ?, ?, ?)`,
  )
  const inJourneys = `journey IN (SELECT value FROM json_each(?))`
  const ofJourneys = [
    `UPDATE journal SET sealed = NULL WHERE ${inJourneys} AND sealed IS NOT NULL`,
    `UPDATE tasks SET sealed = NULL WHERE ${inJourneys} AND sealed IS NOT NULL`,
    `DELETE FROM contacts WHERE ${inJourneys}`,
  ].map((sql) => change<[string]>(db, sql))
  const inMessages = `(SELECT value FROM json_each(?))`
  const ofMessages = [
    `DELETE FROM notifications WHERE message IN ${inMessages}`,
    `UPDATE outbox SET last_error = NULL WHERE id IN ${inMessages}`,
    `UPDATE delivery_attempts SET error = NULL WHERE message IN ${inMessages}`,
  ].map((sql) => change<[string]>(db, sql))
  const ofEmails = [
    `DELETE FROM delivery_attempts WHERE message IN ${inMessages}`,
    `DELETE FROM outbox WHERE id IN ${inMessages}`,
  ].map((sql) => change<[string]>(db, sql))
  const deleteAnswers = change<[string]>(db, `DELETE FROM answers WHERE rowid IN ${inMessages}`)
  const deleteLaterAnswers = change<[number, string]>(
    db,
    `DELETE FROM answers WHERE rowid > ? AND ${SUBJECT} IN (SELECT value FROM json_each(?))`,
  )
  const ofPerson = [
    `DELETE FROM facts WHERE client = ?`,
    `DELETE FROM contacts WHERE client = ?`,
    `DELETE FROM grants WHERE client = ?`,
    `DELETE FROM client_marks WHERE client = ?`,
    `DELETE FROM legal_holds WHERE client = ?`,
    `UPDATE clients SET identity_hash = NULL, sealed = x'', wrapped_key = NULL WHERE id = ?`,
  ].map((sql) => change<[string]>(db, sql))
  return {
    insertLegalHold({ id, client, sealed, placedBy, placedAt, until, endedAt, endedBy }) {
      insertLegalHold(id, client, sealed, placedBy, placedAt, until, endedAt, endedBy)
    },
    endLegalHold(hold, by, at) {
      endLegalHold(at, by, hold)
    },
    eraseWords: overwriting(db, (journeys, { ids, answers, upTo, emails, messages }) => {
      for (const erase of ofJourneys) erase(JSON.stringify(journeys))
      for (const erase of ofMessages) erase(JSON.stringify(messages))
      for (const erase of ofEmails) erase(JSON.stringify(emails))
      deleteAnswers(JSON.stringify(answers))
      deleteLaterAnswers(upTo, JSON.stringify(ids))
    }),
    erasePerson: overwriting(db, (client) => {
      for (const erase of ofPerson) erase(client)
    }),
    insertErasure({ client, recordClass, erasedAt, erasedBy, reason, basis }) {
      insertErasure(client, recordClass, erasedAt, erasedBy, reason, basis)
    },
  }
}

/** Reads all answers and messages for those of some ids and journeys: nothing that is asked every day needs an index of them. */
export async function findTraces(
  all: Query,
  { ids, journeys }: { ids: readonly string[]; journeys: readonly string[] },
): Promise<Traces> {
  const [last] = await all<{ upTo: number }>(`SELECT coalesce(max(rowid), 0) AS upTo FROM answers`, {})
  const upTo = last?.upTo ?? 0
  const answers = await all<{ place: number }>(
    `SELECT rowid AS place FROM answers
     WHERE rowid <= @upTo AND ${SUBJECT} IN (SELECT value FROM json_each(@ids))`,
    { upTo, ids: JSON.stringify(ids) },
  )
  const messages = await all<{ id: number; topic: string }>(
    `SELECT id, topic FROM outbox WHERE journey IN (SELECT value FROM json_each(@journeys))`,
    { journeys: JSON.stringify(journeys) },
  )
  const numbers = (which: typeof messages) => which.map(({ id }) => id)
  return {
    ids,
    answers: answers.map(({ place }) => place),
    upTo,
    messages: numbers(messages),
    emails: numbers(messages.filter(({ topic }) => topic === 'notification.email')),
  }
}

/** Reads what retention is counted from. */
export function findCustomerships(
  all: Query,
  { organisation, createdBefore, limit, after = '', client }: CustomershipFilter,
): Promise<CustomershipRow[]> {
  return all<CustomershipRow>(
    `SELECT chosen.id AS client, @organisation AS organisation, customerships, changedAt, pathway, version,
       coalesce(sum(status = 'active'), 0) AS live, max(ended_at) AS endedAt
     FROM (
       SELECT id, customerships, iif(changed_at = 0, created_at, changed_at) AS changedAt FROM clients
       WHERE organisation = @organisation AND id > @after AND created_at < @createdBefore AND wrapped_key IS NOT NULL
         AND (@client IS NULL OR id = @client)
       ORDER BY id LIMIT @limit
     ) AS chosen LEFT JOIN journeys ON journeys.client = chosen.id
     GROUP BY chosen.id, pathway, version ORDER BY chosen.id`,
    { organisation, createdBefore, limit, after, client: client ?? null },
  )
}
