import type { ReadTx, WriteTx } from '../store.ts'
import type { ContactRow } from '../workRows.ts'
import { type Bindable, type Connection, change, filtered, type Written } from './statements.ts'

type Reads = Pick<ReadTx, 'contact' | 'contacts' | 'correctionOf'>
type Writes = Written<Pick<WriteTx, 'insertContact' | 'markContactInError'>>

const CONTACT = `SELECT id, client, journey, organisation, kind, channel, outcome, minutes, class,
  occurred_at AS occurredAt, recorded_at AS recordedAt, recorded_by AS recordedBy, sealed, task, replaces,
  error_at AS errorAt, error_by AS errorBy, error_sealed AS errorSealed FROM contacts`

/** Reads contacts: one, or a page of a client's or a journey's. */
export function contactReads(db: Connection): Reads {
  const contact = db.prepare<[string], ContactRow>(`${CONTACT} WHERE id = ?`)
  const contacts = filtered<ContactRow>(db, CONTACT, 'occurred_at DESC, id DESC')
  const correctionOf = db.prepare<[string], string>(`SELECT id FROM contacts WHERE replaces = ?`).pluck()
  return {
    async contact(id) {
      return contact.get(id)
    },
    async contacts({ client, journey, organisation, withErrors, limit, after }) {
      return contacts(
        [
          client === undefined ? undefined : ['client = ?', client],
          journey === undefined ? undefined : ['journey = ?', journey],
          [`(class <> 'confidential' OR organisation = ?)`, organisation],
          withErrors ? undefined : ['error_at IS NULL'],
          after === undefined ? undefined : ['(occurred_at, id) < (?, ?)', after.occurredAt, after.id],
        ],
        limit,
      )
    },
    async correctionOf(id) {
      return correctionOf.get(id)
    },
  }
}

/** Writes contacts. */
export function contactWrites(db: Connection): Writes {
  const insert = change<Bindable[]>(
    db,
    `INSERT INTO contacts (id, client, journey, organisation, kind, channel, outcome, minutes, class, occurred_at,
       recorded_at, recorded_by, sealed, task, replaces, error_at, error_by, error_sealed)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const markInError = change<Bindable[]>(
    db,
    `UPDATE contacts SET error_at = ?, error_by = ?, error_sealed = ? WHERE id = ? AND error_at IS NULL`,
  )
  return {
    insertContact(row) {
      const { id, client, journey, organisation, kind, channel, outcome, minutes, occurredAt, recordedAt } = row
      const { recordedBy, sealed, task, replaces, errorAt, errorBy, errorSealed } = row
      const what = [id, client, journey, organisation, kind, channel, outcome, minutes, row.class]
      insert(...what, occurredAt, recordedAt, recordedBy, sealed, task, replaces, errorAt, errorBy, errorSealed)
    },
    markContactInError(contact, { at, by, sealed }) {
      markInError(at, by, sealed, contact)
    },
  }
}
