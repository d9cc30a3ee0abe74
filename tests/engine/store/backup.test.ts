import { execFile } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import Database from 'better-sqlite3'
import { beforeEach, describe, expect, it } from 'vitest'
import { backupDatabase } from '../../../engine/store/sqlite/backup.ts'
import { openSqliteStore } from '../../../engine/store/sqlite/openSqliteStore.ts'
import { restoreDatabase } from '../../../engine/store/sqlite/restore.ts'
import type { Store } from '../../../engine/store/store.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'
import { clientRow, journalRow, journeyRow, plantJourney } from './rows.ts'

const open = (file: string) => openSqliteStore({ file, synchronous: 'OFF' })

/** A file that holds journey-1 and one more client for each of `clients`. */
async function fill(file: string, clients: string[] = []): Promise<void> {
  const store = await open(file)
  await store.write(async (tx) => {
    await plantJourney(tx)
    for (const id of clients) await tx.insertClient(clientRow({ id }))
  })
  await store.close()
}

async function clientsIn(file: string): Promise<string[]> {
  const store = await open(file)
  const ids = await store.read(async (tx) => (await tx.clients({})).map((row) => row.id))
  await store.close()
  return ids
}

/** One step of journey-1, with its journal entry. */
const step = (store: Store, revision: number) =>
  store.write(async (tx) => {
    await tx.updateJourney(journeyRow({ revision, state: 'x'.repeat(2_000) }), revision - 1)
    await tx.appendJournal(journalRow({ seq: revision, entry: 'y'.repeat(2_000) }))
  })

let folder: string
let file: string
let copy: string
beforeEach(() => {
  folder = temporaryFolder()
  file = join(folder, 'polku.db')
  copy = join(folder, 'backups', 'monday.db')
})

describe('backup', () => {
  it('copies one consistent state while a thousand steps are written, and stops none of them', async () => {
    await fill(file)
    const store = await open(file)
    for (let revision = 2; revision <= 200; revision += 1) await step(store, revision)
    let copied = false
    let revision = 200
    let during = 0
    const backup = backupDatabase({ from: file, to: copy }).finally(() => {
      copied = true
    })
    for (let count = 0; count < 1_000; count += 1) {
      revision += 1
      await step(store, revision)
      if (!copied) during += 1
    }
    const { journalEntries } = await backup
    await store.close()
    expect(during).toBeGreaterThan(0)

    const restored = join(folder, 'restored.db')
    expect(await restoreDatabase({ from: copy, to: restored })).toMatchObject({ journeys: 1, journalEntries })
    const again = await open(restored)
    const [journey, journal] = await again.read(async (tx) => [
      await tx.journey('journey-1'),
      await tx.journal('journey-1'),
    ])
    expect(journey?.revision).toBeGreaterThanOrEqual(200)
    expect(journal.map((row) => row.seq)).toEqual(Array.from({ length: journalEntries }, (_, index) => index + 2))
    expect(journal.at(-1)?.seq).toBe(journey?.revision)
    await again.close()
    const db = new Database(restored)
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    db.close()
  })

  it('has every row of a quiet database, in one file of its owner only', async () => {
    await fill(file, ['client-2'])
    expect(await backupDatabase({ from: file, to: copy })).toMatchObject({ clients: 2, journeys: 1, journalEntries: 0 })
    expect(readdirSync(dirname(copy))).toEqual(['monday.db'])
    expect(statSync(copy).mode & 0o777).toBe(0o600)
    expect(await clientsIn(copy)).toEqual(['client-1', 'client-2'])
  })

  it('is a method of the store, in a file and in memory', async () => {
    for (const source of [file, ':memory:']) {
      const store = await open(source)
      await store.write((tx) => plantJourney(tx))
      const to = join(folder, `copy of ${source === file ? 'file' : 'memory'}`)
      await store.backup(to)
      await expect(store.backup(to)).rejects.toThrow('exists already')
      await store.close()
      expect(await clientsIn(to)).toEqual(['client-1'])
    }
  })

  it('overwrites nothing and leaves nothing half done', async () => {
    await fill(file)
    const key = join(folder, 'polku.db.key')
    writeFileSync(key, 'the key')
    await expect(backupDatabase({ from: file, to: key })).rejects.toThrow('exists already')
    expect(readFileSync(key, 'utf8')).toBe('the key')
    await expect(backupDatabase({ from: join(folder, 'nothing.db'), to: copy })).rejects.toThrow('There is no database')
    await expect(backupDatabase({ from: key, to: copy })).rejects.toThrow('is not an SQLite database')
    expect(existsSync(copy)).toBe(false)
  })

  it('does not pass on a damaged database', async () => {
    await fill(
      file,
      Array.from({ length: 2_000 }, (_, index) => `client-${index + 1000}`),
    )
    damage(file)
    await expect(backupDatabase({ from: file, to: copy })).rejects.toThrow()
    expect(existsSync(copy)).toBe(false)
    expect(readdirSync(dirname(copy))).toEqual([])
  })
})

describe('restore', () => {
  it('brings back what was, instead of what is', async () => {
    await fill(file)
    await backupDatabase({ from: file, to: copy })
    const store = await open(file)
    await store.write((tx) => tx.insertClient(clientRow({ id: 'later' })))
    await store.close()
    await expect(restoreDatabase({ from: copy, to: file })).rejects.toThrow('exists already: add --force')
    await restoreDatabase({ from: copy, to: file, force: true })
    expect(await clientsIn(file)).toEqual(['client-1'])
  })

  it('does not let the log of a crashed database into the restored one', async () => {
    await fill(file)
    await backupDatabase({ from: file, to: copy })
    const store = await open(file)
    await store.write((tx) => tx.insertClient(clientRow({ id: 'in the log' })))
    const crashed = join(folder, 'crashed.db')
    for (const suffix of ['', '-wal']) copyFileSync(`${file}${suffix}`, `${crashed}${suffix}`)
    await store.close()
    const headless = join(folder, 'headless.db')
    copyFileSync(`${crashed}-wal`, `${headless}-wal`)

    await restoreDatabase({ from: copy, to: crashed, force: true })
    await restoreDatabase({ from: copy, to: headless })
    expect(readdirSync(folder).filter((name) => name.includes('-'))).toEqual([])
    expect(await clientsIn(crashed)).toEqual(['client-1'])
    expect(await clientsIn(headless)).toEqual(['client-1'])
  })

  it('replaces a database that is too damaged to open', async () => {
    await fill(copy)
    writeFileSync(file, 'not a database any more. '.repeat(100))
    await restoreDatabase({ from: copy, to: file, force: true })
    expect(await clientsIn(file)).toEqual(['client-1'])
  })

  it('leaves a database alone that is in use', async () => {
    await fill(file)
    await backupDatabase({ from: file, to: copy })
    const store = await open(file)
    await expect(restoreDatabase({ from: copy, to: file, force: true })).rejects.toThrow('in use: stop Polku first')
    await store.write((tx) => tx.insertClient(clientRow({ id: 'still working' })))
    await store.close()
    expect(await clientsIn(file)).toEqual(['client-1', 'still working'])
  })

  it('takes only a whole database of ours', async () => {
    await fill(file)
    const other = join(folder, 'other.db')
    const db = new Database(other)
    db.exec('CREATE TABLE recipes (id INTEGER PRIMARY KEY)')
    db.close()
    const damaged = join(folder, 'damaged.db')
    await fill(
      damaged,
      Array.from({ length: 2_000 }, (_, index) => `client-${index + 1000}`),
    )
    damage(damaged)
    const restore = (from: string) => restoreDatabase({ from, to: file, force: true })
    await expect(restore(other)).rejects.toThrow("not one of Polku's")
    await expect(restore(damaged)).rejects.toThrow('is damaged')
    await expect(restore(join(folder, 'nothing.db'))).rejects.toThrow('There is no backup')
    await expect(restore(file)).rejects.toThrow('is the database itself')
    expect(await clientsIn(file)).toEqual(['client-1'])
  })

  it('reads a backup from where nothing can be written', async () => {
    await fill(file)
    await backupDatabase({ from: file, to: copy })
    chmodSync(copy, 0o400)
    chmodSync(dirname(copy), 0o500)
    const restored = join(folder, 'restored.db')
    await restoreDatabase({ from: copy, to: restored })
    chmodSync(dirname(copy), 0o700)
    expect(await clientsIn(restored)).toEqual(['client-1'])
  })
})

describe('the commands', () => {
  const run = (name: string, ...args: string[]) =>
    promisify(execFile)(
      process.execPath,
      [
        '--import',
        'tsx',
        fileURLToPath(new URL(`../../../engine/store/sqlite/${name}-cli.ts`, import.meta.url)),
        ...args,
      ],
      { env: { ...process.env, POLKU_DATABASE: file } },
    )

  it('back up and restore, and say what they did', async () => {
    await fill(file)
    const backup = await run('backup', copy)
    expect(backup.stdout).toContain(`Backed up ${file} to ${copy}: 1 clients, 1 journeys, 0 journal entries`)
    expect(backup.stdout).toContain(`${file}.key`)
    const restored = join(folder, 'restored.db')
    const restore = await run('restore', copy, '--database', restored)
    expect(restore.stdout).toContain(`Restored ${copy} to ${restored}`)
    expect(await clientsIn(restored)).toEqual(['client-1'])
    await expect(run('restore', copy)).rejects.toMatchObject({
      code: 1,
      stderr: `${file} exists already: add --force to replace it\n`,
    })
    await run('restore', copy, '--force')
  })

  it('explain themselves when misused', async () => {
    const [nothing, unknown] = await Promise.allSettled([run('backup'), run('restore', copy, '--now')])
    expect(nothing).toMatchObject({ reason: { code: 1, stderr: expect.stringContaining('Usage: npm run backup') } })
    expect(unknown).toMatchObject({
      reason: { code: 1, stderr: expect.stringMatching(/--now(.|\n)*Usage: npm run restore/) },
    })
  })
})

/** Overwrites the middle of a file, as a failing disk might. */
function damage(path: string): void {
  const bytes = readFileSync(path)
  bytes.fill(0x55, bytes.length - 40_000, bytes.length - 20_000)
  writeFileSync(path, bytes)
}
