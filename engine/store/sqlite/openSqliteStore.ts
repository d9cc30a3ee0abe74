import type { Observer } from '../../observe/observer.ts'
import type { ReadTx, Store, Turns } from '../store.ts'
import { accessReads, accessWrites } from './accessRows.ts'
import { copySnapshot } from './backup.ts'
import { clearLog } from './clearLog.ts'
import { clientReads, clientWrites } from './clientRows.ts'
import { connectReader, connectWriter, IN_MEMORY, type WriterOptions } from './connect.ts'
import { contactReads, contactWrites } from './contactRows.ts'
import { copyDatabase } from './copyDatabase.ts'
import { countBacklog, countLive } from './counts.ts'
import { erasureReads, erasureWrites, findCustomerships, findTraces } from './erasureRows.ts'
import { gatherWrites, type Left, type WrittenRows } from './gatheredTx.ts'
import { createGroupCommit } from './groupCommit.ts'
import { journeyReads, journeyWrites } from './journeyRows.ts'
import { keyReads, keyWrites } from './keyRows.ts'
import { lookReads, lookWrites } from './lookRows.ts'
import { notificationReads, notificationWrites } from './notificationRows.ts'
import { openQueryThread, type Query, type Values } from './openQueryThread.ts'
import { outboxReads, outboxWrites } from './outboxRows.ts'
import { pathwayReads, pathwayWrites } from './pathwayRows.ts'
import { peopleReads, peopleWrites } from './peopleRows.ts'
import { savedListReads, savedListWrites } from './savedListRows.ts'
import { scenarioReads, scenarioWrites } from './scenarioRows.ts'
import { createSnapshots } from './snapshots.ts'
import type { Connection } from './statements.ts'
import { substituteReads, substituteWrites } from './substituteRows.ts'
import { taskReads, taskWrites } from './taskRows.ts'
import { timerReads, timerWrites } from './timerRows.ts'
import { countByVersion, countPlaces } from './versionCounts.ts'
import { waitReads, waitWrites } from './waitRows.ts'
import { countWorklist, findPlaces, findWorklist } from './worklistRows.ts'

export interface SqliteStoreOptions extends WriterOptions {
  /** told what each commit has left for workers, where it has left anything; it does not throw */
  onCommit?: (turns: Turns) => void
  /** told of the steps and the commits that are durable */
  observer?: Pick<Observer, 'stepJournalled' | 'commitDone'>
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
  const { file, onCommit, observer } = options
  const db = connectWriter(options)
  const tell = ({ timers, messages, steps }: Left, background: boolean) => {
    if (observer) for (const { type, byRule } of steps) observer.stepJournalled(type, byRule)
    if (timers.length + messages.length > 0) onCommit?.({ timers, messages, background })
  }
  const shared = gatherWrites(db, readTx(db), writesOf(db))
  const commitDone = observer && ((works: number, ms: number) => observer.commitDone(works, ms))
  const commits = createGroupCommit(db, shared, { onCommit: tell, commitDone })
  const signIn = async () => {
    // who embeds the engine may have a sign-in of their own: what is not used is not loaded
    const { signInTables } = await import('./signInTables.ts')
    return signInTables(db, commits.run)
  }
  if (file === IN_MEMORY) {
    // nobody else can look into this memory
    const all: Query = <Row>(sql: string, values: Values) =>
      commits.run(async () => db.prepare<[Values], Row>(sql).all(values))
    return {
      ...countsOf(all),
      signIn,
      write: commits.run,
      read: (work) => commits.run(work),
      clearLog: async () => true,
      backup: (to) => copyDatabase(db, to),
      async close() {
        await commits.close()
        db.close()
      },
    }
  }
  const reader = connectReader(file)
  const snapshots = createSnapshots(reader, readTx(reader))
  const thread = openQueryThread(file)
  return {
    ...countsOf(thread.all),
    signIn,
    write: commits.run,
    read: snapshots.run,
    clearLog: () => clearLog(file),
    backup: (to) => copySnapshot(file, to),
    async close() {
      await Promise.all([commits.close(), snapshots.close(), thread.close()])
      // The last connection folds the log into the file, and only the writer may.
      reader.close()
      db.close()
    },
  }
}

type Counts =
  | 'backlog'
  | 'census'
  | 'journeysByVersion'
  | 'placesOf'
  | 'worklist'
  | 'worklistPlaces'
  | 'worklistCount'
  | 'tracesOf'
  | 'customershipsOf'

function countsOf(all: Query): Pick<Store, Counts> {
  return {
    backlog: (at) => countBacklog(all, at),
    census: (of) => countLive(all, of),
    journeysByVersion: (pathway) => countByVersion(all, pathway),
    placesOf: (version) => countPlaces(all, version),
    worklist: (filter) => findWorklist(all, filter),
    worklistPlaces: (scope) => findPlaces(all, scope),
    worklistCount: (scope) => countWorklist(all, scope),
    tracesOf: (of) => findTraces(all, of),
    customershipsOf: (of) => findCustomerships(all, of),
  }
}

function readTx(db: Connection): ReadTx {
  return {
    ...pathwayReads(db),
    ...scenarioReads(db),
    ...clientReads(db),
    ...journeyReads(db),
    ...timerReads(db),
    ...taskReads(db),
    ...outboxReads(db),
    ...waitReads(db),
    ...notificationReads(db),
    ...peopleReads(db),
    ...accessReads(db),
    ...contactReads(db),
    ...substituteReads(db),
    ...lookReads(db),
    ...savedListReads(db),
    ...keyReads(db),
    ...erasureReads(db),
  }
}

function writesOf(db: Connection): WrittenRows {
  return {
    ...pathwayWrites(db),
    ...scenarioWrites(db),
    ...clientWrites(db),
    ...journeyWrites(db),
    ...timerWrites(db),
    ...taskWrites(db),
    ...outboxWrites(db),
    ...waitWrites(db),
    ...notificationWrites(db),
    ...peopleWrites(db),
    ...accessWrites(db),
    ...contactWrites(db),
    ...substituteWrites(db),
    ...lookWrites(db),
    ...savedListWrites(db),
    ...keyWrites(db),
    ...erasureWrites(db),
  }
}
