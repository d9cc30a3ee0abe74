import Database from 'better-sqlite3'
import { expect } from 'vitest'
import type { Polku } from '../../engine/index.ts'
import type { JourneyState } from '../../engine/journey/state.ts'
import type { TableReader } from '../support/tables.ts'

/** SQLite finds nothing wrong with the file. */
export function databaseIsWhole(file: string): void {
  const db = new Database(file, { fileMustExist: true })
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(db.pragma('foreign_key_check')).toEqual([])
  db.close()
}

/** Journal, state, timers and tasks of every journey tell the same. */
export async function journeysAreWhole(polku: Polku, reader: TableReader, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const state: JourneyState = await polku.journeys.replay(id)
    const timers = reader.rows<{ id: number; dueAt: number }>(
      'SELECT id, due_at AS dueAt FROM timers WHERE journey = ? ORDER BY id',
      id,
    )
    expect(timers).toEqual(state.timers.map((one) => ({ id: one.id, dueAt: one.dueAt })).sort((a, b) => a.id - b.id))
    const tasks = reader.rows<{ id: number }>(
      `SELECT id FROM tasks WHERE journey = ? AND status = 'open' ORDER BY id`,
      id,
    )
    expect(tasks.map((one) => one.id)).toEqual(state.tasks.map((one) => one.id).sort((a, b) => a - b))
  }
}
