import { existsSync, statSync } from 'node:fs'
import { connectReader } from './connect.ts'
import { copyDatabase, requireIntegrity, requirePolku } from './copyDatabase.ts'
import type { Connection } from './statements.ts'

/** What a backup or a restored database holds. */
export interface Copied {
  from: string
  to: string
  bytes: number
  clients: number
  journeys: number
  journalEntries: number
}

/**
 * Backs up a database, in use or not, to a new file: its state at one instant, checked by SQLite before it gets its
 * name. Writers are not stopped.
 *
 * @throws when `to` exists, `from` is not a Polku database, or the copy fails its check
 */
export async function backupDatabase({ from, to }: { from: string; to: string }): Promise<Copied> {
  const copied: Copied = { from, to, bytes: 0, clients: 0, journeys: 0, journalEntries: 0 }
  await copySnapshot(from, to, (copy) => {
    requireIntegrity(copy, to)
    Object.assign(copied, countRows(copy))
  })
  return { ...copied, bytes: statSync(to).size }
}

/**
 * Copies a database file as it is at one instant, held by a read transaction while its pages are copied. Without an
 * `inspect` nothing takes long enough to hold up whoever else runs in this process.
 */
export async function copySnapshot(from: string, to: string, inspect?: (copy: Connection) => void): Promise<void> {
  if (!existsSync(from)) throw new Error(`There is no database ${from}`)
  const source = connectReader(from)
  try {
    source.exec('BEGIN')
    requirePolku(source, from)
    await copyDatabase(source, to, { inspect })
  } finally {
    source.close()
  }
}

/** Counts what people will want to compare. */
export function countRows(db: Connection): Pick<Copied, 'clients' | 'journeys' | 'journalEntries'> {
  const count = (table: string) => db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0
  return { clients: count('clients'), journeys: count('journeys'), journalEntries: count('journal') }
}
