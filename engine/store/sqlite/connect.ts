import { accessSync, closeSync, constants, existsSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { makeFolder, syncFolder } from '../makeFolder.ts'
import { migrate, requireOurs } from './migrate.ts'
import type { Connection } from './statements.ts'

export const IN_MEMORY = ':memory:'

/** How long a connection waits while another process holds the write lock, which is one batch or one checkpoint. */
export const BUSY_TIMEOUT_MS = 10_000

/** How much of the database a connection keeps in memory, at most: the one that writes sees to most of it. */
const WRITER_CACHE_KIB = 32_768
const READER_CACHE_KIB = 8_192

/** To what a log that a long read has let grow is cut back. */
const LOG_LIMIT_BYTES = 64 * 1024 * 1024

/** What a database in memory is once it has been migrated: the next one, as each walk of the designer has one, is a copy. */
let migratedInMemory: Buffer | undefined

export interface WriterOptions {
  file: string
  /** `FULL` (default) syncs every commit to the disk; `OFF` is for tests and loses commits when the machine stops */
  synchronous?: 'FULL' | 'OFF'
}

/**
 * Opens the connection that writes, and migrates the database. A file that does not exist is created, readable by its
 * owner only, with its folder.
 *
 * @throws when the file is not a database, not Polku's, newer than this code, or cannot be written
 */
export function connectWriter({ file, synchronous = 'FULL' }: WriterOptions): Connection {
  try {
    if (file !== IN_MEMORY) prepareFile(file)
    const copied = file === IN_MEMORY ? migratedInMemory : undefined
    const db = new Database(copied ?? file, { timeout: BUSY_TIMEOUT_MS })
    try {
      if (!copied) db.transaction(requireOurs)(db, file)
      db.pragma('journal_mode = WAL')
      db.pragma(`journal_size_limit = ${LOG_LIMIT_BYTES}`)
      db.pragma(`synchronous = ${synchronous}`)
      // what a page no longer holds is overwritten in it; of whole pages that are freed `overwriting` sees to it
      db.pragma('secure_delete = FAST')
      tune(db, WRITER_CACHE_KIB)
      if (!copied) migrate(db, file)
      if (file === IN_MEMORY) migratedInMemory ??= db.serialize()
      // from here on whoever writes waits by itself, and does not stand still meanwhile
      db.pragma('busy_timeout = 0')
      return db
    } catch (error) {
      db.close()
      throw error
    }
  } catch (error) {
    throw explain(error, file)
  }
}

/** Opens a connection that only reads; the file is a database of ours already. */
export function connectReader(file: string): Connection {
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS })
    tune(db, READER_CACHE_KIB)
    return db
  } catch (error) {
    throw explain(error, file)
  }
}

function tune(db: Connection, cacheKib: number): void {
  db.pragma(`cache_size = -${cacheKib}`)
  db.pragma('temp_store = MEMORY')
}

/** SQLite itself would open a read-only file without a word and fail at the first write. */
function prepareFile(file: string): void {
  if (existsSync(file)) {
    accessSync(file, constants.R_OK | constants.W_OK)
    return
  }
  const folder = dirname(file)
  makeFolder(folder)
  closeSync(openSync(file, 'a', 0o600))
  syncFolder(folder)
}

/** Says in words what the codes of SQLite and of the system mean for the database file. */
function explain(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const says = (text: string) => new Error(`${file} ${text}`, { cause: error })
  if (code.startsWith('SQLITE_NOTADB'))
    return says('is not an SQLite database: name another file, or restore it from a backup')
  if (code.startsWith('SQLITE_CORRUPT')) return says('is damaged: restore it from a backup')
  if (code.startsWith('SQLITE_BUSY')) return says('is held by another process')
  if (code.startsWith('SQLITE_CANTOPEN')) {
    return says('cannot be opened as a database: it must be a file, in a folder that can be written')
  }
  if (code.startsWith('SQLITE_READONLY') || ['EACCES', 'EPERM', 'EROFS'].includes(code)) {
    return says('cannot be written: check the rights of the file and of its folder')
  }
  return error
}
