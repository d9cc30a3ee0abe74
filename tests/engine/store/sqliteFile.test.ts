import { fork } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openSqliteStore } from '../../../engine/store/sqlite/openSqliteStore.ts'
import { temporaryFile, temporaryFolder } from '../../support/temporaryFolder.ts'
import { clientRow, journeyRow, plantJourney } from './rows.ts'

const open = (file: string) => openSqliteStore({ file, synchronous: 'OFF' })

/** Runs `secondProcess.ts`, which takes steps with one journey until it has done `steps`. */
function startSecondProcess(file: string, steps: number): Promise<number | null> {
  const script = fileURLToPath(new URL('./secondProcess.ts', import.meta.url))
  const child = fork(script, [file, String(steps)], { execArgv: ['--import', 'tsx'] })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
}

describe('an SQLite file', () => {
  it('hides uncommitted rows from every reader', async () => {
    const store = await open(temporaryFile())
    const count = () => store.read(async (tx) => (await tx.clients({})).length)
    const seenDuring = await store.write(async (tx) => {
      await tx.insertClient(clientRow())
      return count()
    })
    expect(seenDuring).toBe(0)
    expect(await count()).toBe(1)
    await store.close()
  })

  it('shows a reader one state although others commit meanwhile', async () => {
    const store = await open(temporaryFile())
    const seen = await store.read(async (tx) => {
      const before = await tx.clients({})
      await store.write((writing) => writing.insertClient(clientRow()))
      return [before.length, (await tx.clients({})).length, (await tx.figures()).clients]
    })
    expect(seen).toEqual([0, 0, 0])
    expect(await store.read((tx) => tx.figures())).toMatchObject({ clients: 1 })
    await store.close()
  })

  it('goes on reading after a read has thrown', async () => {
    const store = await open(temporaryFile())
    await expect(store.read(() => Promise.reject(new Error('mine')))).rejects.toThrow('mine')
    expect(await store.read((tx) => tx.clients({}))).toEqual([])
    await store.close()
  })

  it('keeps what was written when it is opened again, and leaves one file behind', async () => {
    const file = temporaryFile()
    const store = await open(file)
    await store.write((tx) => plantJourney(tx))
    await store.close()
    expect(readdirSync(dirname(file))).toEqual(['polku.db'])
    const again = await open(file)
    expect(await again.read((tx) => tx.journey('journey-1'))).toEqual(journeyRow())
    await again.close()
  })

  it('makes the folder and a file that only its owner may read', async () => {
    const file = join(temporaryFolder(), 'data', 'polku.db')
    await (await open(file)).close()
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('lets two processes open one new file at once and step one journey by turns', async () => {
    const file = temporaryFile()
    const steps = 200
    const codes = await Promise.all([startSecondProcess(file, steps), startSecondProcess(file, steps)])
    expect(codes).toEqual([0, 0])
    const store = await open(file)
    expect(await store.read((tx) => tx.journey('journey-1'))).toMatchObject({ revision: 1 + 2 * steps })
    const seqs = (await store.read((tx) => tx.journal('journey-1'))).map((row) => row.seq)
    expect(seqs).toEqual(Array.from({ length: 2 * steps }, (_, index) => index + 2))
    await store.close()
  })

  it('shares the file between two stores of one process', async () => {
    const file = temporaryFile()
    const [one, two] = [await open(file), await open(file)]
    const ids = Array.from({ length: 100 }, (_, index) => `client-${String(index).padStart(3, '0')}`)
    await Promise.all(ids.map((id, index) => (index % 2 ? one : two).write((tx) => tx.insertClient(clientRow({ id })))))
    for (const store of [one, two]) {
      expect((await store.read((tx) => tx.clients({}))).map((row) => row.id)).toEqual(ids)
    }
    await one.close()
    await two.close()
  })
})

describe('opening what is no database of ours', () => {
  it('waits for another process that writes, and serves readers meanwhile', async () => {
    const file = temporaryFile()
    const store = await open(file)
    const other = new Database(file)
    other.exec('BEGIN IMMEDIATE')
    const order: string[] = []
    const written = store.write((tx) => tx.insertClient(clientRow())).then(() => order.push('written'))
    for (let looks = 0; looks < 50; looks++) {
      await store.read((tx) => tx.clients({}))
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    order.push('fifty looks')
    other.exec('COMMIT')
    await written
    expect(order).toEqual(['fifty looks', 'written'])
    other.close()
    await store.close()
  })

  it('refuses a file that is not a database, and leaves it as it was', async () => {
    const file = temporaryFile()
    writeFileSync(file, 'A letter to the ministry, long enough to be taken for a header of something.\n'.repeat(20))
    await expect(open(file)).rejects.toThrow(`${file} is not an SQLite database`)
    expect(readdirSync(dirname(file))).toEqual(['polku.db'])
  })

  it("refuses somebody else's database, and leaves it as it was", async () => {
    const file = temporaryFile()
    const other = new Database(file)
    other.exec('CREATE TABLE recipes (id INTEGER PRIMARY KEY)')
    other.close()
    const before = readFileSync(file)
    await expect(open(file)).rejects.toThrow("but not one of Polku's")
    expect(readFileSync(file)).toEqual(before)
  })

  it('refuses a database that a newer Polku has changed', async () => {
    const file = temporaryFile()
    await (await open(file)).close()
    const newer = new Database(file)
    newer.exec(`INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('of the future', 99999999999999)`)
    newer.close()
    await expect(open(file)).rejects.toThrow('newer version of Polku')
  })

  it('refuses a folder', async () => {
    const folder = join(temporaryFolder(), 'polku.db')
    mkdirSync(folder)
    await expect(open(folder)).rejects.toThrow('must be a file')
  })

  it('refuses a file that cannot be written, before anybody tries', async () => {
    const file = temporaryFile()
    await (await open(file)).close()
    chmodSync(file, 0o444)
    await asOrdinaryUser(file, () => expect(open(file)).rejects.toThrow('cannot be written'))
  })

  it('refuses to make a file in a folder that cannot be written', async () => {
    const file = temporaryFile()
    chmodSync(dirname(file), 0o555)
    await asOrdinaryUser(dirname(file), () => expect(open(file)).rejects.toThrow('cannot be written'))
    expect(existsSync(file)).toBe(false)
  })
})

/** The superuser may write everything, so as one the check is made in another user's name. */
async function asOrdinaryUser(path: string, check: () => Promise<void>): Promise<void> {
  const { getuid, seteuid } = process
  if (getuid?.() !== 0 || seteuid === undefined) return check()
  if (statSync(path).isFile()) chmodSync(dirname(path), 0o755)
  seteuid(65_534)
  try {
    await check()
  } finally {
    seteuid(0)
  }
}
