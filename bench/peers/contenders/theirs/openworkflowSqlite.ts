import { join } from 'node:path'
import { BackendSqlite } from 'openworkflow/sqlite'
import type { Contender } from '../../contender.ts'
import { type OpenworkflowJourneys, openworkflowJourneys } from './openworkflowJourneys.ts'

let journeys: OpenworkflowJourneys

export const contender: Contender = {
  name: 'openworkflow, SQLite',
  open: async (folder) => {
    const backend = BackendSqlite.connect(join(folder, 'openworkflow.db'))
    journeys = await openworkflowJourneys(backend, 2)
    return syncingOf(backend)
  },
  runJourneys: (count, atOnce) => journeys.run(count, atOnce),
  close: () => journeys.stop(),
}

/** Asks the connection that writes; openworkflow keeps it to itself and leaves `synchronous` as `node:sqlite` has it. */
function syncingOf(backend: BackendSqlite): string {
  const { db } = backend as unknown as { db: { prepare(sql: string): { get(): Record<string, unknown> } } }
  const { journal_mode } = db.prepare('PRAGMA journal_mode').get()
  const { synchronous } = db.prepare('PRAGMA synchronous').get()
  if (synchronous !== 2) throw new Error(`SQLite has synchronous ${synchronous}; it must be 2, which is FULL`)
  return `SQLite, ${String(journal_mode).toUpperCase()}, synchronous=FULL`
}
