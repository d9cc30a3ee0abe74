import type { ReadTx, Store, Turns } from '../store.ts'
import { copySnapshot } from './backup.ts'
import { clientReads, clientWrites } from './clientRows.ts'
import { connectReader, connectWriter, IN_MEMORY, type WriterOptions } from './connect.ts'
import { copyDatabase } from './copyDatabase.ts'
import { gatherWrites, type WrittenRows } from './gatheredTx.ts'
import { createGroupCommit } from './groupCommit.ts'
import { journeyReads, journeyWrites } from './journeyRows.ts'
import { outboxReads, outboxWrites } from './outboxRows.ts'
import { pathwayReads, pathwayWrites } from './pathwayRows.ts'
import { createSnapshots } from './snapshots.ts'
import type { Connection } from './statements.ts'
import { taskReads, taskWrites } from './taskRows.ts'
import { timerReads, timerWrites } from './timerRows.ts'

export interface SqliteStoreOptions extends WriterOptions {
  /** told what each commit has left for workers, where it has left anything; it does not throw */
  onCommit?: (turns: Turns) => void
}

/**
 * Opens the store in an SQLite file, or in memory (`:memory:`), creating or migrating the database first.
 *
 * Several processes may have one file open. Parents are written before what belongs to them: foreign keys hold.
 *
 * @example
 * const store = await openSqliteStore({ file: 'data/polku.db' })
 * await store.write((tx) => tx.insertClient(client))
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<Store> {
  const { file, onCommit } = options
  const db = connectWriter(options)
  const commits = createGroupCommit(
    db,
    gatherWrites(db, readTx(db), writesOf(db)),
    ({ timers, messages }, background) => {
      if (timers.length + messages.length > 0) onCommit?.({ timers, messages, background })
    },
  )
  if (file === IN_MEMORY) {
    return {
      write: commits.run,
      read: (work) => commits.run(work),
      backup: (to) => copyDatabase(db, to),
      async close() {
        await commits.close()
        db.close()
      },
    }
  }
  const reader = connectReader(file)
  const snapshots = createSnapshots(reader, readTx(reader))
  return {
    write: commits.run,
    read: snapshots.run,
    backup: (to) => copySnapshot(file, to),
    async close() {
      await Promise.all([commits.close(), snapshots.close()])
      // The last connection folds the log into the file, and only the writer may.
      reader.close()
      db.close()
    },
  }
}

function readTx(db: Connection): ReadTx {
  return {
    ...pathwayReads(db),
    ...clientReads(db),
    ...journeyReads(db),
    ...timerReads(db),
    ...taskReads(db),
    ...outboxReads(db),
  }
}

function writesOf(db: Connection): WrittenRows {
  return {
    ...pathwayWrites(db),
    ...clientWrites(db),
    ...journeyWrites(db),
    ...timerWrites(db),
    ...taskWrites(db),
    ...outboxWrites(db),
  }
}
