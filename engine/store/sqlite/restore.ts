import { existsSync, realpathSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { type Copied, countRows } from './backup.ts'
import { connectReader } from './connect.ts'
import { copyDatabase, removeLogs, requireIntegrity, requirePolku } from './copyDatabase.ts'

export interface RestoreOptions {
  from: string
  to: string
  /** replace the database that is there */
  force?: boolean
}

/**
 * Puts a backup in the place of a database. Until the last moment nothing of the old one is touched, and then it is
 * replaced in one step.
 *
 * @throws when `from` is damaged or not a Polku database, when `to` exists and `force` is not set, or when `to` is in use
 */
export async function restoreDatabase({ from, to, force = false }: RestoreOptions): Promise<Copied> {
  if (!existsSync(from)) throw new Error(`There is no backup ${from}`)
  if (existsSync(to)) {
    if (realpathSync(from) === realpathSync(to)) throw new Error(`${from} is the database itself`)
    if (!force) throw new Error(`${to} exists already: add --force to replace it`)
  }
  const source = connectReader(from)
  try {
    source.exec('BEGIN')
    requirePolku(source, from)
    requireIntegrity(source, from)
    await copyDatabase(source, to, { makeRoom: () => retire(to) })
    return { from, to, bytes: statSync(to).size, ...countRows(source) }
  } finally {
    source.close()
  }
}

/** Folds the old database's log into it, so that the log cannot be taken for the new one's; fails when it is in use. */
function retire(file: string): void {
  if (existsSync(file)) {
    try {
      const old = new Database(file, { timeout: 0 })
      try {
        old.pragma('journal_mode = DELETE')
      } finally {
        old.close()
      }
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      if (code.startsWith('SQLITE_BUSY')) throw new Error(`${file} is in use: stop Polku first`, { cause: error })
      // Too damaged to open: what a restore is for.
    }
  }
  removeLogs(file)
}
