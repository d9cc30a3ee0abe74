import { existsSync, realpathSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { isDiskFailure } from '../isDiskFailure.ts'
import { syncFolder } from '../makeFolder.ts'
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
 * Puts a backup in the place of a database. Until the last moment the old one keeps all that it held, and then it is
 * replaced in one step: wherever this is cut off, the one or the other is there, and restoring again works.
 *
 * @throws when `from` is damaged or not a Polku database, when `to` exists and `force` is not set, when `to` is in use,
 * or when the disk is full or fails
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
  } catch (error) {
    if (!isDiskFailure(error)) throw error
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(
      `Restoring ${to} was not finished (${why}). It holds what it held, or the whole backup: make room or mend the disk, and restore again`,
      { cause: error },
    )
  } finally {
    source.close()
  }
}

/**
 * Folds the old database's log into it, so that the log cannot be taken for the new one's; fails when it is in use. The
 * log may be removed only when all of it stands in the database: until the new one has its name, the old one is what is
 * left after a power loss.
 */
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
      // Too damaged to open is what a restore is for.
      if (!/^SQLITE_(NOTADB|CORRUPT)/.test(code)) throw error
    }
  }
  removeLogs(file)
  // A file system need not keep names in the order in which they were changed: the log must be gone first.
  syncFolder(dirname(file))
}
