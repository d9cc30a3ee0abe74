import { openToFill } from './copyRows.ts'

/**
 * Has so many people, `user-0` and on, answer for as many journeys each. What stands in the state and in its columns is
 * changed alike.
 */
export function shareOut(file: string, people: number): void {
  const db = openToFill(file)
  try {
    db.prepare(
      `UPDATE journeys SET responsible_user = 'user-' || (rowid % CAST(@people AS INTEGER)), state = replace(state,
         '"responsible":{"team":null,"user":"mittaaja"}',
         '"responsible":{"team":null,"user":"user-' || (rowid % CAST(@people AS INTEGER)) || '"}')`,
    ).run({ people })
    db.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    db.close()
  }
}
