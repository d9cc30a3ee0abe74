import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { migrate } from './migrate.ts'
import type { Connection } from './statements.ts'

export const IN_MEMORY = ':memory:'

/** How long a connection waits while another process holds the write lock, which is one batch or one checkpoint. */
const BUSY_TIMEOUT_MS = 10_000

/** How much of the database each connection keeps in memory, at most. */
const CACHE_KIB = 32_768

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
    const db = new Database(file, { timeout: BUSY_TIMEOUT_MS })
    try {
      db.pragma('journal_mode = WAL')
      db.pragma(`synchronous = ${synchronous}`)
      tune(db)
      migrate(db, file)
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
    tune(db)
    return db
  } catch (error) {
    throw explain(error, file)
  }
}

function tune(db: Connection): void {
  db.pragma(`cache_size = -${CACHE_KIB}`)
  db.pragma('temp_store = MEMORY')
}

/** SQLite itself would open a read-only file without a word and fail at the first write. */
function prepareFile(file: string): void {
  if (existsSync(file)) {
    accessSync(file, constants.R_OK | constants.W_OK)
    return
  }
  mkdirSync(dirname(file), { recursive: true })
  closeSync(openSync(file, 'a', 0o600))
}

/** Says in words what the codes of SQLite and of the system mean for the database file. */
function explain(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'SQLITE_NOTADB':
      return new Error(`${file} is not an SQLite database`, { cause: error })
    case 'SQLITE_CORRUPT':
      return new Error(`${file} is damaged: restore it from a backup`, { cause: error })
    case 'SQLITE_BUSY':
      return new Error(`${file} is held by another process`, { cause: error })
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_CANTOPEN_ISDIR':
      return new Error(`${file} cannot be opened as a database: it must be a file, in a folder that can be written`, {
        cause: error,
      })
    case 'SQLITE_READONLY':
    case 'SQLITE_READONLY_DIRECTORY':
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new Error(`${file} cannot be written: check the rights of the file and of its folder`, { cause: error })
    default:
      return error
  }
}
