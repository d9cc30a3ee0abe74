import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createGroupCommit } from '../../../engine/store/sqlite/groupCommit.ts'
import { change } from '../../../engine/store/sqlite/statements.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'

/** Group commit over two small tables, in a file, with a second connection that sees only what is committed. */
function openCommits() {
  const file = join(temporaryFolder(), 'rows.db')
  const db = new Database(file, { timeout: 0 })
  db.exec(`
    PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON;
    CREATE TABLE parents (id INTEGER PRIMARY KEY);
    CREATE TABLE children (id INTEGER PRIMARY KEY, parent REFERENCES parents DEFERRABLE INITIALLY DEFERRED, content BLOB)`)
  const outside = new Database(file, { timeout: 0 })
  onTestFinished(() => {
    outside.close()
    db.close()
  })
  const insert = change<[number, number | null, Uint8Array | null]>(db, 'INSERT INTO children VALUES (?, ?, ?)')
  const tx = {
    async insert(id: number, { parent = null, bytes = 0 }: { parent?: number | null; bytes?: number } = {}) {
      if (!db.inTransaction) throw new Error('The transaction is over: nothing more can be written in it')
      insert(id, parent, new Uint8Array(bytes))
      hasWritten = true
    },
  }
  // rows are written at once here; a work that has written cannot be undone without a savepoint
  let hasWritten = false
  const shared = {
    tx,
    begin: () => false,
    mark() {
      hasWritten = false
    },
    undo: () => !hasWritten,
    flush() {},
    forget() {},
    committed() {},
  }
  const committed = () => outside.prepare<[], number>('SELECT id FROM children ORDER BY id').pluck().all()
  return { commits: createGroupCommit(db, shared, { patienceMs: 20 }), db, outside, committed }
}

const fates = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : String(outcome.reason)))

describe('group commit', () => {
  it('answers nobody before everything that shares the commit is durable', async () => {
    const { commits, committed } = openCommits()
    const seenWhenAnswered = await Promise.all(
      [1, 2, 3].map((id) => commits.run((tx) => tx.insert(id)).then(() => committed())),
    )
    expect(seenWhenAnswered).toEqual([
      [1, 2, 3],
      [1, 2, 3],
      [1, 2, 3],
    ])
  })

  it('runs what arrives meanwhile in the next batch', async () => {
    const { commits, committed } = openCommits()
    let later: Promise<number[]> | undefined
    const seen = await commits
      .run(async (tx) => {
        later = commits.run((next) => next.insert(2)).then(committed)
        await tx.insert(1)
      })
      .then(committed)
    expect(seen).toEqual([1])
    expect(await later).toEqual([1, 2])
  })

  it('shares out more works than fit in one batch', async () => {
    const { commits, committed } = openCommits()
    const ids = Array.from({ length: 1_000 }, (_, index) => index + 1)
    expect(await Promise.all(ids.map((id) => commits.run((tx) => tx.insert(id).then(() => id))))).toEqual(ids)
    expect(committed()).toEqual(ids)
  })

  it('runs the others once when one throws before it has written', async () => {
    const { commits, committed } = openCommits()
    const runs = [0, 0, 0]
    const work = (index: number, refuse: boolean) =>
      commits.run(async (tx) => {
        runs[index] = (runs[index] ?? 0) + 1
        if (refuse) throw new Error('refused')
        await tx.insert(index)
        return index
      })
    const outcomes = await Promise.allSettled([work(0, false), work(1, true), work(2, false)])
    expect(fates(outcomes)).toEqual([0, 'Error: refused', 2])
    expect(runs).toEqual([1, 1, 1])
    expect(committed()).toEqual([0, 2])
  })

  it('takes back the rows of those that throw after writing, and only theirs', async () => {
    const { commits, committed } = openCommits()
    const works = Array.from({ length: 10 }, (_, index) =>
      commits.run(async (tx) => {
        await tx.insert(index)
        await tx.insert(index + 100)
        if (index === 3 || index === 7) throw new Error(`not ${index}`)
        return index
      }),
    )
    expect(fates(await Promise.allSettled(works))).toEqual([0, 1, 2, 'Error: not 3', 4, 5, 6, 'Error: not 7', 8, 9])
    expect(committed()).toEqual(
      [0, 1, 2, 4, 5, 6, 8, 9].flatMap((id) => [id]).concat([0, 1, 2, 4, 5, 6, 8, 9].map((id) => id + 100)),
    )
  })

  it('lets a work swallow a refused row and go on', async () => {
    const { commits, committed } = openCommits()
    const stubborn = commits.run(async (tx) => {
      await tx.insert(1)
      await tx.insert(1).catch(() => undefined)
      await tx.insert(2)
    })
    await Promise.all([stubborn, commits.run((tx) => tx.insert(3))])
    expect(committed()).toEqual([1, 2, 3])
  })

  it('gives each its own fate when the commit fails', async () => {
    const { commits, committed, db } = openCommits()
    const works = Array.from({ length: 10 }, (_, index) =>
      commits.run((tx) => tx.insert(index, { parent: index === 5 ? 404 : null }).then(() => index)),
    )
    const outcomes = fates(await Promise.allSettled(works))
    expect(outcomes[5]).toContain('FOREIGN KEY constraint failed')
    expect(outcomes.toSpliced(5, 1)).toEqual([0, 1, 2, 3, 4, 6, 7, 8, 9])
    expect(committed()).toEqual([0, 1, 2, 3, 4, 6, 7, 8, 9])
    expect(db.inTransaction).toBe(false)
  })

  it('says so when the commit of a single work fails', async () => {
    const { commits, committed } = openCommits()
    await expect(commits.run((tx) => tx.insert(1, { parent: 404 }))).rejects.toThrow('FOREIGN KEY constraint failed')
    await commits.run((tx) => tx.insert(2))
    expect(committed()).toEqual([2])
  })

  it('gives each its own fate when the disk is full and SQLite gives up the transaction', async () => {
    const { commits, committed, db } = openCommits()
    db.pragma('max_page_count = 20')
    const works = [0, 1, 2, 3, 4].map((index) =>
      commits.run(async (tx) => {
        await tx.insert(index, { bytes: index === 2 ? 1_000_000 : 10 })
        return index
      }),
    )
    expect(fates(await Promise.allSettled(works))).toEqual([0, 1, 'SqliteError: database or disk is full', 3, 4])
    expect(committed()).toEqual([0, 1, 3, 4])
  })

  it('lets nobody write on after SQLite has given up the transaction', async () => {
    const { commits, committed, db } = openCommits()
    db.pragma('max_page_count = 20')
    const blind = commits.run(async (tx) => {
      await tx.insert(1)
      await tx.insert(2, { bytes: 1_000_000 }).catch(() => undefined)
      await tx.insert(3)
    })
    const unmoved = commits.run(async (tx) => {
      await tx.insert(4)
      await tx.insert(5, { bytes: 1_000_000 }).catch(() => undefined)
    })
    const other = commits.run((tx) => tx.insert(6))
    const outcomes = fates(await Promise.allSettled([blind, unmoved, other]))
    expect(outcomes).toEqual([
      'Error: The transaction is over: nothing more can be written in it',
      expect.stringContaining('no transaction is active'),
      undefined,
    ])
    expect(committed()).toEqual([6])
  })

  it('tells all of them when another process holds the database too long, and goes on afterwards', async () => {
    const { commits, committed, outside } = openCommits()
    outside.exec('BEGIN IMMEDIATE')
    const outcomes = fates(await Promise.allSettled([1, 2, 3].map((id) => commits.run((tx) => tx.insert(id)))))
    expect(outcomes).toEqual(Array(3).fill('SqliteError: database is locked'))
    await expect(commits.run((tx) => tx.insert(4))).rejects.toThrow('locked')
    outside.exec('ROLLBACK')
    await commits.run((tx) => tx.insert(5))
    expect(committed()).toEqual([5])
  })

  it('lets background work give way, in small batches of its own, and takes turns with it', async () => {
    const { commits, committed } = openCommits()
    const order: string[] = []
    const ask = (name: string, id: number, background: boolean) =>
      commits
        .run((tx) => tx.insert(id), { background })
        .then(() => {
          if (order.at(-1) !== name) order.push(name)
        })
    const timers = Array.from({ length: 80 }, (_, index) => ask('timers', 100 + index, true))
    const people = [1, 2, 3].map((id) => ask('people', id, false))
    const late = people[0]?.then(() => ask('late', 4, false))
    await Promise.all([...timers, ...people, late])
    expect(order).toEqual(['people', 'timers', 'late', 'timers'])
    expect(committed()).toHaveLength(84)
  })

  it('takes a work that throws before it returns a promise for one that failed', async () => {
    const { commits } = openCommits()
    const work = commits.run(() => {
      throw new Error('at once')
    })
    await expect(work).rejects.toThrow('at once')
  })
})
