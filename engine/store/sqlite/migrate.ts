import { fileURLToPath } from 'node:url'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import type { Connection } from './statements.ts'

/** Stands in the header of every Polku database ("POLK"), so that no other file is taken for one. */
const APPLICATION_ID = 0x504f4c4b

const FOLDER = fileURLToPath(new URL('./migrations', import.meta.url))

/** What a file is to this version of Polku. */
export type DatabaseKind = 'empty' | 'polku' | 'newer' | 'foreign'

/** Tells a database of ours from an empty file, from one that a newer Polku has changed, and from somebody else's. */
export function databaseKind(db: Connection): DatabaseKind {
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    const tables = db.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get()
    return tables === 0 ? 'empty' : 'foreign'
  }
  const known = new Set(readMigrationFiles({ migrationsFolder: FOLDER }).map((migration) => migration.folderMillis))
  return appliedMigrations(db).every((at) => known.has(at)) ? 'polku' : 'newer'
}

/** @throws unless the file is empty, or a database of ours that this code knows */
export function requireOurs(db: Connection, name: string): 'empty' | 'polku' {
  const kind = databaseKind(db)
  if (kind === 'foreign') throw new Error(`${name} is an SQLite database, but not one of Polku's`)
  if (kind === 'newer') throw new Error(`${name} was written by a newer version of Polku than this one: upgrade Polku`)
  return kind
}

/**
 * Brings an empty or older database up to date: all pending migrations in one transaction, under the write lock, so
 * that two processes opening one new file do not run them twice. The bookkeeping table is drizzle's own.
 *
 * @throws when the database is newer than this code, or not Polku's
 */
export function migrate(db: Connection, name: string): void {
  // Rebuilding a table, as drizzle-kit does for a changed column, drops rows that others refer to; the references are
  // checked as a whole before the commit instead.
  db.pragma('foreign_keys = OFF')
  db.transaction(() => {
    const kind = databaseKind(db)
    if (kind === 'foreign') throw new Error(`${name} is an SQLite database, but not one of Polku's`)
    if (kind === 'newer')
      throw new Error(`${name} was written by a newer version of Polku than this one: upgrade Polku`)
    db.exec(`CREATE TABLE IF NOT EXISTS __drizzle_migrations (
      id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)`)
    const applied = new Set(appliedMigrations(db))
    const keep = db.prepare<[string, number]>('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)')
    for (const migration of readMigrationFiles({ migrationsFolder: FOLDER })) {
      if (applied.has(migration.folderMillis)) continue
      for (const statement of migration.sql) db.exec(statement)
      keep.run(migration.hash, migration.folderMillis)
    }
    if (kind === 'empty') db.pragma(`application_id = ${APPLICATION_ID}`)
    const broken = db.pragma('foreign_key_check')
    if (Array.isArray(broken) && broken.length > 0) {
      throw new Error(`${name} cannot be upgraded: ${broken.length} of its rows refer to rows that do not exist`)
    }
  }).immediate()
  db.pragma('foreign_keys = ON')
}

function appliedMigrations(db: Connection): number[] {
  return db.prepare<[], number>('SELECT created_at FROM __drizzle_migrations').pluck().all()
}
