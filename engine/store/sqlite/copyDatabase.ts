import { randomUUID } from 'node:crypto'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { makeFolder, syncFolder } from '../makeFolder.ts'
import { requireOurs } from './migrate.ts'
import type { Connection } from './statements.ts'

/** Pages copied before the event loop gets its turn again: about a millisecond's worth. */
const PAGES_AT_ONCE = 256

export interface CopyOptions {
  /** looks at the finished copy before it gets its name; what it throws leaves nothing behind */
  inspect?(copy: Connection, name: string): void
  /** makes room under the name at the last moment; without it an existing file is refused */
  makeRoom?(): void
}

/**
 * Copies the database behind a connection to a file, beside it first, so that under that name there is a whole
 * database or nothing, whatever happens.
 *
 * Pages are copied in small steps between which others may write: a connection with an open read transaction gives
 * the state at that instant.
 */
export async function copyDatabase(source: Connection, to: string, options: CopyOptions = {}): Promise<void> {
  const { inspect, makeRoom = () => requireAbsent(to) } = options
  if (options.makeRoom === undefined) requireAbsent(to)
  makeFolder(dirname(to))
  const unfinished = `${to}.${randomUUID()}.unfinished`
  try {
    // Made first and empty, because SQLite would let everybody read it.
    await (await open(unfinished, 'wx', 0o600)).close()
    await source.backup(unfinished, { progress: () => PAGES_AT_ONCE })
    finish(unfinished, to, inspect)
    await sync(unfinished)
    makeRoom()
    renameSync(unfinished, to)
    syncFolder(dirname(to))
  } finally {
    removeDatabase(unfinished)
  }
}

/** @throws unless the connection's database is one of Polku's that this version can read */
export function requirePolku(db: Connection, name: string): void {
  if (requireOurs(db, name) === 'empty') throw new Error(`${name} is empty, not a Polku database`)
}

/** Runs SQLite's own check of every page and index. @throws when it finds anything */
export function requireIntegrity(db: Connection, name: string): void {
  const found = db.pragma('integrity_check', { simple: true })
  if (found !== 'ok') throw new Error(`${name} is damaged: ${String(found)}`)
}

/** Removes what SQLite keeps beside a database while it is open, or after a crash. */
export function removeLogs(file: string): void {
  for (const suffix of ['-wal', '-shm', '-journal']) rmSync(`${file}${suffix}`, { force: true })
}

function removeDatabase(file: string): void {
  rmSync(file, { force: true })
  removeLogs(file)
}

function requireAbsent(file: string): void {
  if (existsSync(file)) throw new Error(`${file} exists already: give the copy a name of its own`)
}

function finish(unfinished: string, to: string, inspect: CopyOptions['inspect']): void {
  const copy = new Database(unfinished, { fileMustExist: true })
  try {
    // One file that can be carried away, without a log beside it.
    copy.pragma('journal_mode = DELETE')
    requirePolku(copy, to)
    inspect?.(copy, to)
  } finally {
    copy.close()
  }
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
