import type { ReadTx, Store } from '../store.ts'
import { copySnapshot } from './backup.ts'
import { clientReads, clientWrites } from './clientRows.ts'
import { connectReader, connectWriter, IN_MEMORY, type WriterOptions } from './connect.ts'
import { copyDatabase } from './copyDatabase.ts'
import { gatherWrites, type Writes } from './gatheredTx.ts'
import { createGroupCommit } from './groupCommit.ts'
import { journeyReads, journeyWrites } from './journeyRows.ts'
import { outboxReads, outboxWrites } from './outboxRows.ts'
import { pathwayReads, pathwayWrites } from './pathwayRows.ts'
import { createSnapshots } from './snapshots.ts'
import type { Connection, Written } from './statements.ts'
import { taskReads, taskWrites } from './taskRows.ts'
import { timerReads, timerWrites } from './timerRows.ts'

/**
 * Opens the store in an SQLite file, or in memory (`:memory:`), creating or migrating the database first.
 *
 * Several processes may have one file open. Parents are written before what belongs to them: foreign keys hold.
 *
 * @example
 * const store = await openSqliteStore({ file: 'data/polku.db' })
 * await store.write((tx) => tx.insertClient(client))
 */
export async function openSqliteStore(options: WriterOptions): Promise<Store> {
  const { file } = options
  const db = connectWriter(options)
  const commits = createGroupCommit(db, gatherWrites(db, readTx(db), writesOf(db)))
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

function writesOf(db: Connection): Written<Writes> {
  return {
    ...pathwayWrites(db),
    ...clientWrites(db),
    ...journeyWrites(db),
    ...timerWrites(db),
    ...taskWrites(db),
    ...outboxWrites(db),
  }
}
