import Database from 'better-sqlite3'
import type { Change } from '../engine/journey/changes.ts'

/** The rows of one step of ours, as bare SQLite writes them again. */
export interface Rows {
  journey: [revision: number, changedAt: number, state: string, id: string, before: number]
  journal: [
    journey: string,
    seq: number,
    type: string,
    by: string,
    byRule: number,
    recordedAt: number,
    occurredAt: number,
    entry: string,
    sealed: Buffer | null,
  ]
  cancelled: [journey: string, id: number][]
  armed: [journey: string, id: number, arming: number, kind: string, name: string, dueAt: number][]
  answer: Answer | undefined
}

type Answer = [caller: string, key: string, bodyHash: string, createdAt: number, answer: string]

interface JournalColumns {
  journey: string
  seq: number
  type: string
  by: string
  by_rule: number
  recorded_at: number
  occurred_at: number
  entry: string
  sealed: Buffer | null
}

function requireOne({ changes }: Database.RunResult): void {
  if (changes !== 1) throw new Error('the bare rows do not follow on from the file that they are written to')
}

/**
 * The rows that our steps wrote into a file, in the order in which they were committed. The state written at each
 * revision is as long as the last one's: only its bytes matter to SQLite.
 * @param after journal entries up to this `seq` were there before
 */
export function rowsOf(file: string, after: number): Rows[] {
  const db = new Database(file, { readonly: true })
  const states = new Map(
    (db.prepare('SELECT id, state FROM journeys').all() as { id: string; state: string }[]).map((row) => [
      row.id,
      row.state,
    ]),
  )
  const answers = new Map(
    (db.prepare('SELECT caller, key, body_hash, created_at, answer FROM answers').raw().all() as Answer[]).map(
      (row) => {
        const { journey, entry } = JSON.parse(row[4]) as { journey: string; entry: number }
        return [`${journey} ${entry}`, row]
      },
    ),
  )
  const journal = db
    .prepare('SELECT * FROM journal WHERE seq > ? ORDER BY recorded_at, rowid')
    .all(after) as JournalColumns[]
  db.close()
  return journal.map((row) => {
    const { changes } = JSON.parse(row.entry) as { changes: Change[] }
    const { journey, seq, type, by, by_rule, recorded_at, occurred_at, entry, sealed } = row
    return {
      journey: [seq, recorded_at, states.get(journey) ?? '', journey, seq - 1],
      journal: [journey, seq, type, by, by_rule, recorded_at, occurred_at, entry, sealed],
      cancelled: changes.flatMap((one) =>
        one.change === 'timerCancelled' ? [[journey, one.timer] as [string, number]] : [],
      ),
      armed: changes.flatMap((one) =>
        one.change === 'timerArmed'
          ? [[journey, one.timer.id, one.timer.arming, one.timer.kind, one.timer.name, one.timer.dueAt]]
          : [],
      ),
      answer: answers.get(`${journey} ${seq}`),
    }
  })
}

/**
 * Opens a file as ours was before the steps, with our settings, and writes such rows in transactions of the given size.
 * @throws Error when a row finds nothing to change: then the work would not be the same
 */
export function openBare(file: string): { write(rows: readonly Rows[], perTransaction: number): void; close(): void } {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const journey = db.prepare(
    'UPDATE journeys SET revision = ?, changed_at = ?, state = ? WHERE id = ? AND revision = ?',
  )
  const journal = db.prepare(
    'INSERT INTO journal (journey, seq, type, by, by_rule, recorded_at, occurred_at, entry, sealed) VALUES (?,?,?,?,?,?,?,?,?)',
  )
  const cancel = db.prepare('DELETE FROM timers WHERE journey = ? AND id = ?')
  const arm = db.prepare('INSERT INTO timers (journey, id, arming, kind, name, due_at) VALUES (?,?,?,?,?,?)')
  const answer = db.prepare('INSERT INTO answers (caller, key, body_hash, created_at, answer) VALUES (?,?,?,?,?)')
  return {
    write(rows, perTransaction) {
      for (let from = 0; from < rows.length; from += perTransaction) {
        begin.run()
        for (const row of rows.slice(from, from + perTransaction)) {
          requireOne(journey.run(row.journey))
          journal.run(row.journal)
          for (const one of row.cancelled) requireOne(cancel.run(one))
          for (const one of row.armed) arm.run(one)
          if (row.answer) answer.run(row.answer)
        }
        commit.run()
      }
    },
    close: () => db.close(),
  }
}
