import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'

/** How long readers are waited for, and how often it is tried. Milliseconds. */
const PATIENCE_MS = 10_000
const BETWEEN_MS = 20

/**
 * Folds the log of a database into it and cuts it to nothing. What was deleted is overwritten in the database itself
 * (`secure_delete`); the pages as they were still stand in the log until then.
 * @returns false when others have been reading all the while
 */
export async function clearLog(file: string): Promise<boolean> {
  // a connection that waits by itself would hold up the very readers that it waits for
  const db = new Database(file, { fileMustExist: true, timeout: 0 })
  try {
    const until = performance.now() + PATIENCE_MS
    while (!isCleared(db)) {
      if (performance.now() > until) return false
      await sleep(BETWEEN_MS)
    }
    return true
  } finally {
    db.close()
  }
}

function isCleared(db: Database.Database): boolean {
  const [told] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
  return told?.busy === 0
}
