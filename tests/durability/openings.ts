import Database from 'better-sqlite3'
import { openPolku } from '../../engine/index.ts'
import { answersBeforeCommit, breaksAtCommit, writesApart } from './changedStores.ts'
import { type Opening, openParts, type Worked } from './openParts.ts'

/** Polkus with one promise taken out each: every one must be found out by the check that Polku passes. */
const mutants = {
  /** nothing is ever synced */
  syncsNothing: (options: Opening) => openWithSync('OFF', options),
  /** the log is synced only before it is folded into the database: answers come before that */
  syncsLate: (options: Opening) => openWithSync('NORMAL', options),
  answersBeforeCommit: (options: Opening) => openParts(options, answersBeforeCommit),
  keepsAnswersApart: (options: Opening) => openParts(options, (store) => writesApart(store, 'saveAnswer')),
  armsTimersApart: (options: Opening) =>
    openParts(options, (store) => writesApart(store, 'insertTimer', 'updateTimer', 'deleteTimer')),
  writesTasksApart: (options: Opening) => openParts(options, (store) => writesApart(store, 'insertTask', 'updateTask')),
  sendsMessagesApart: (options: Opening) => openParts(options, (store) => writesApart(store, 'appendOutbox')),
  marksMessagesApart: (options: Opening) => openParts(options, (store) => writesApart(store, 'markDelivered')),
}

/** The ways in which the process under test opens Polku. */
export const openings = {
  polku: openPolku,
  breaksAtCommit: openBreaking,
  trustsFailedCommits: openTrusting,
  ...mutants,
} satisfies Record<string, (options: Opening) => Promise<Worked>>

export type OpeningName = keyof typeof openings
export type Mutant = keyof typeof mutants

/** Polku, on a connection that syncs less than Polku asks for. */
function openWithSync(level: 'OFF' | 'NORMAL', options: Opening): Promise<Worked> {
  const { pragma } = Database.prototype
  Database.prototype.pragma = function (source, more) {
    return pragma.call(this, source.replace('synchronous = FULL', `synchronous = ${level}`), more)
  }
  return openPolku(options)
}

/** Polku, some of whose commands SQLite refuses at the commit. */
function openBreaking(options: Opening): Promise<Worked> {
  const { pragma } = Database.prototype
  let writer: Database.Database | undefined
  Database.prototype.pragma = function (source, more) {
    // only the connection that writes asks for this
    if (source.startsWith('synchronous')) writer = this
    return pragma.call(this, source, more)
  }
  return openParts(options, (store) => breaksAtCommit(store, () => writer?.pragma('defer_foreign_keys = ON')))
}

/** Polku, for which a commit that SQLite could not make is as good as made. */
function openTrusting(options: Opening): Promise<Worked> {
  const { prepare } = Database.prototype
  const value = function (this: Database.Database, source: string) {
    const statement = prepare.call(this, source)
    return source === 'COMMIT' ? Object.assign(statement, { run: () => commitOrNot(this) }) : statement
  }
  Object.defineProperty(Database.prototype, 'prepare', { value })
  return openPolku(options)
}

function commitOrNot(db: Database.Database): void {
  try {
    db.exec('COMMIT')
  } catch {
    // that is the mutation
  }
}
