import type { JournalEntry } from '../../engine/journey/replay.ts'
import type { TableReader } from './tables.ts'

/** A line of a journal as it stands in the database. */
export interface StoredEntry {
  journey: string
  seq: number
  type: JournalEntry['type']
  by: string
  byRule: boolean
  recordedAt: number
  occurredAt: number
  entry: JournalEntry
}

interface Row extends Omit<StoredEntry, 'entry' | 'byRule'> {
  byRule: number
  entry: string
}

/** A journey's journal after an entry, read from the file itself. */
export function storedJournal(reader: TableReader, journey: string, after = 0): StoredEntry[] {
  return reader
    .rows<Row>(
      `SELECT journey, seq, type, "by", by_rule AS byRule, recorded_at AS recordedAt, occurred_at AS occurredAt, entry
       FROM journal WHERE journey = ? AND seq > ? ORDER BY seq`,
      journey,
      after,
    )
    .map((row) => ({ ...row, byRule: row.byRule === 1, entry: JSON.parse(row.entry) as JournalEntry }))
}
