import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { describe, expect, it } from 'vitest'
import { databaseKind } from '../../../engine/store/sqlite/migrate.ts'
import { openSqliteStore } from '../../../engine/store/sqlite/openSqliteStore.ts'
import { temporaryFile } from '../../support/temporaryFolder.ts'
import {
  answerRow,
  attemptRow,
  clientRow,
  factRow,
  journalRow,
  journeyRow,
  message,
  notificationRow,
  settingsRow,
  taskRow,
  timerRow,
  versionRow,
} from './rows.ts'

const migrationsFolder = fileURLToPath(new URL('../../../engine/store/sqlite/migrations', import.meta.url))
const migrations = readMigrationFiles({ migrationsFolder })

/** One row of everything as the first release wrote it; never edited, so that its files open for ever. */
const firstRows = readFileSync(new URL('./rowsOfFirstMigration.sql', import.meta.url), 'utf8')

/** A file as it was when only the first `count` migrations existed. */
function olderFile(count: number): string {
  const file = temporaryFile()
  const db = new Database(file)
  db.exec(`PRAGMA application_id = ${0x504f4c4b};
    CREATE TABLE __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)`)
  for (const [index, migration] of migrations.slice(0, count).entries()) {
    for (const statement of migration.sql) db.exec(statement)
    db.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)').run(
      migration.hash,
      migration.folderMillis,
    )
    if (index === 0) db.exec(firstRows)
  }
  db.close()
  return file
}

describe('migrations', () => {
  it.each(migrations.map((_, index) => index + 1))(
    'open a file that has had %i of them, with its rows',
    async (count) => {
      const file = olderFile(count)
      const store = await openSqliteStore({ file, synchronous: 'OFF' })
      await store.read(async (tx) => {
        expect(await tx.versionsFrom('2026-01-01')).toEqual([versionRow()])
        expect(await tx.scenarios('suunto')).toEqual([])
        expect(await tx.client('client-1')).toEqual(clientRow())
        expect(await tx.currentFacts('client-1')).toEqual([factRow()])
        expect(await tx.journey('journey-1')).toEqual(journeyRow())
        expect(await tx.journal('journey-1')).toEqual([journalRow()])
        expect(await tx.timers('journey-1')).toEqual([{ ...timerRow(), attempts: 0, notBefore: null }])
        expect(await tx.tasks({})).toEqual([taskRow()])
        expect(await tx.undelivered(9_000, 9)).toEqual([{ ...message(), id: 1, attempts: 0 }])
        expect(await tx.answer('api:aino', 'key-1')).toEqual(answerRow())
        expect(await tx.deliveryAttempts(1)).toEqual([])
        expect(await tx.isTold(1)).toBe(false)
        expect(await tx.notificationSettings('aino')).toBeUndefined()
      })
      // what later migrations have added takes rows that belong to the old ones
      await store.write(async (tx) => {
        await tx.deliveryStarted(attemptRow(), 9_000)
        await tx.insertNotification(notificationRow())
        await tx.saveNotificationSettings(settingsRow())
      })
      await store.read(async (tx) => {
        expect(await tx.deliveryAttempts(1)).toEqual([attemptRow()])
        expect(await tx.notifications({ recipient: 'aino' })).toMatchObject([notificationRow()])
        expect(await tx.notificationSettings('aino')).toEqual(settingsRow())
      })
      await store.close()
      const db = new Database(file)
      expect(db.prepare('SELECT count(*) FROM __drizzle_migrations').pluck().get()).toBe(migrations.length)
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
      expect(db.pragma('foreign_key_check')).toEqual([])
      db.close()
    },
  )

  it('are applied once', async () => {
    const file = temporaryFile()
    for (let time = 0; time < 2; time += 1) await (await openSqliteStore({ file, synchronous: 'OFF' })).close()
    const db = new Database(file)
    expect(db.prepare('SELECT created_at FROM __drizzle_migrations').pluck().all()).toEqual(
      migrations.map((migration) => migration.folderMillis),
    )
    expect(databaseKind(db)).toBe('polku')
    db.close()
  })
})
