import { type JournalRow, type JourneyRow, type ReadTx, StoreConflict, type WriteTx } from '../store.ts'
import { inSight } from './accessRows.ts'
import { type Bindable, type Connection, change, EVERY_ROW, filtered, type Written } from './statements.ts'

type Reads = Pick<ReadTx, 'journey' | 'journeys' | 'lastChangeOf' | 'activeJourneyIds' | 'journal'>
type Writes = Written<Pick<WriteTx, 'insertJourney' | 'updateJourney' | 'appendJournal'>>

const JOURNEY = `id, client, pathway, version, status, revision, state, responsible_user AS responsibleUser,
  responsible_team AS responsibleTeam, started_at AS startedAt, ended_at AS endedAt, changed_at AS changedAt`
const ENTRY = `journey, seq, type, "by", by_rule AS byRule, recorded_at AS recordedAt, occurred_at AS occurredAt, entry,
  sealed`

/** Reads journeys and their journals. */
export function journeyReads(db: Connection): Reads {
  const journey = db.prepare<[string], JourneyRow>(`SELECT ${JOURNEY} FROM journeys WHERE id = ?`)
  const journeys = filtered<JourneyRow>(db, `SELECT ${JOURNEY} FROM journeys`, 'id')
  const lastChange = db
    .prepare<[string], number>(`SELECT coalesce(max(changed_at), 0) FROM journeys WHERE client = ?`)
    .pluck()
  const activeJourneyIds = db
    .prepare<[string], string>(`SELECT id FROM journeys WHERE client = ? AND status = 'active' ORDER BY id`)
    .pluck()
  const journal = db.prepare<[string, number, number], Omit<JournalRow, 'byRule'> & { byRule: number }>(
    `SELECT ${ENTRY} FROM journal WHERE journey = ? AND seq >= ? ORDER BY seq LIMIT ?`,
  )
  return {
    async journey(id) {
      return journey.get(id)
    },
    async journeys({ client, pathway, version, status, responsible, limit, after, sight }) {
      return journeys(
        [
          client === undefined ? undefined : ['client = ?', client],
          pathway === undefined ? undefined : ['pathway = ?', pathway],
          version === undefined ? undefined : ['version = ?', version],
          status === undefined ? undefined : ['status = ?', status],
          responsible === undefined ? undefined : ['responsible_user = ?', responsible],
          after === undefined ? undefined : ['id > ?', after],
          inSight(sight, { client: 'journeys.client', journey: 'journeys.id', isOfOne: client !== undefined }),
        ],
        limit,
      )
    },
    async lastChangeOf(client) {
      return lastChange.get(client) ?? 0
    },
    async activeJourneyIds(client) {
      return activeJourneyIds.all(client)
    },
    async journal(id, { from = 1, limit = EVERY_ROW } = {}) {
      return journal.all(id, from, limit).map((row) => ({ ...row, byRule: row.byRule === 1 }))
    },
  }
}

/** Writes journeys and their journals. */
export function journeyWrites(db: Connection): Writes {
  const insertJourney = change<Bindable[]>(
    db,
    `INSERT INTO journeys (id, client, pathway, version, status, revision, responsible_user, responsible_team,
       started_at, ended_at, changed_at, state)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  // Most steps change only these three columns. SQLite rewrites the indices of every column that a SET names, even
  // when its value stays, so the whole row is written only when something else has changed.
  const updateStep = change<Bindable[]>(
    db,
    `UPDATE journeys SET revision = ?, changed_at = ?, state = ?
     WHERE id = ? AND revision = ? AND client = ? AND pathway = ? AND version = ? AND status = ?
       AND responsible_user = ? AND responsible_team IS ? AND started_at = ? AND ended_at IS ?`,
  )
  const updateWhole = change<Bindable[]>(
    db,
    `UPDATE journeys SET client = ?, pathway = ?, version = ?, status = ?, responsible_user = ?, responsible_team = ?,
       started_at = ?, ended_at = ?, revision = ?, changed_at = ?, state = ?
     WHERE id = ? AND revision = ?`,
  )
  const appendJournal = change<Bindable[]>(
    db,
    `INSERT INTO journal (journey, seq, type, "by", by_rule, recorded_at, occurred_at, entry, sealed)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  return {
    insertJourney(row) {
      const { id, client, pathway, version, status, revision, responsibleUser: user, responsibleTeam: team } = row
      const { startedAt, endedAt, changedAt, state } = row
      insertJourney(id, client, pathway, version, status, revision, user, team, startedAt, endedAt, changedAt, state)
    },
    updateJourney(row, expected) {
      const { id, client, pathway, version, status, revision, responsibleUser: user, responsibleTeam: team } = row
      const { startedAt, endedAt, changedAt, state } = row
      if (
        updateStep(
          revision,
          changedAt,
          state,
          id,
          expected,
          client,
          pathway,
          version,
          status,
          user,
          team,
          startedAt,
          endedAt,
        ) === 1
      )
        return
      if (
        updateWhole(
          client,
          pathway,
          version,
          status,
          user,
          team,
          startedAt,
          endedAt,
          revision,
          changedAt,
          state,
          id,
          expected,
        ) === 1
      )
        return
      throw new StoreConflict('revision', `Journey ${id} is no longer at revision ${expected}`)
    },
    appendJournal(row) {
      const { journey, seq, type, by, byRule, recordedAt, occurredAt, entry, sealed } = row
      appendJournal(journey, seq, type, by, byRule ? 1 : 0, recordedAt, occurredAt, entry, sealed)
    },
  }
}
