import type { Writer } from './statements.ts'

/** How many works share a transaction at most: enough to hide the disk, few enough not to hold up the event loop. */
const LARGEST_BATCH = 256

type Work<Tx, T> = (tx: Tx) => Promise<T>

interface Waiting<Tx> {
  work: Work<Tx, unknown>
  resolve(value: unknown): void
  reject(error: unknown): void
  failed: boolean
  /** what the work gave, or what it threw */
  outcome: unknown
}

export interface GroupCommit<Tx> {
  /** Runs `work` alone among others, and resolves after its commit. */
  run<T>(work: Work<Tx, T>): Promise<T>
  /** Resolves when everything asked for has been answered; from then on nothing is accepted. */
  close(): Promise<void>
}

/**
 * Lets works that arrive together share one durable commit, which costs more than all their rows.
 *
 * They run one after another, never interleaved, and nobody is answered before the commit. A work that throws takes
 * only its own rows with it. Most that throw have written nothing yet, so a batch first runs plainly; when one has
 * written something and then throws, the batch starts over with a savepoint around each work (a savepoint keeps copies
 * of all pages the work touches: a sixth of the whole step). When SQLite gives up the transaction by itself (disk
 * full, I/O), or the commit fails, every work runs again in a transaction of its own and gets its own fate.
 */
export function createGroupCommit<Tx>(writer: Writer, tx: Tx): GroupCommit<Tx> {
  const { db } = writer
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const rollback = db.prepare('ROLLBACK')
  const savepoint = db.prepare('SAVEPOINT work')
  const undo = db.prepare('ROLLBACK TO work')
  const release = db.prepare('RELEASE work')

  let waiting: Waiting<Tx>[] = []
  let busy = false
  let whenIdle: (() => void)[] = []
  let closed = false

  /**
   * Runs the works one after another in the open transaction. `needsGuards` when one threw after writing without a
   * savepoint to go back to; `lost` when the transaction is gone or did not commit.
   */
  async function runShared(batch: Waiting<Tx>[], guarded: boolean): Promise<'committed' | 'needsGuards' | 'lost'> {
    try {
      for (const item of batch) {
        if (guarded) savepoint.run()
        await attempt(item)
        if (!db.inTransaction) return 'lost'
        if (item.failed && !guarded && writer.wrote) return 'needsGuards'
        if (item.failed && guarded) undo.run()
        if (guarded) release.run()
      }
      commit.run()
      return 'committed'
    } catch {
      return 'lost'
    }
  }

  async function attempt(item: Waiting<Tx>): Promise<void> {
    writer.wrote = false
    try {
      item.outcome = await item.work(tx)
      item.failed = false
    } catch (error) {
      item.outcome = error
      item.failed = true
    }
  }

  async function runAlone(item: Waiting<Tx>): Promise<void> {
    try {
      begin.run()
      await attempt(item)
      if (!item.failed) commit.run()
    } catch (error) {
      item.outcome = error
      item.failed = true
    }
    abandon()
    settle(item)
  }

  function abandon(): void {
    if (db.inTransaction) rollback.run()
  }

  async function runTogether(batch: Waiting<Tx>[]): Promise<void> {
    for (const guarded of [false, true]) {
      try {
        begin.run()
      } catch (error) {
        // Another process has held the database for as long as we wait: it would for each of them again.
        for (const item of batch) item.reject(error)
        return
      }
      const end = await runShared(batch, guarded)
      abandon()
      if (end === 'needsGuards') continue
      for (const item of batch) {
        if (end === 'committed') settle(item)
        else await runAlone(item)
      }
      return
    }
  }

  async function runNext(): Promise<void> {
    const batch = waiting.length <= LARGEST_BATCH ? waiting : waiting.slice(0, LARGEST_BATCH)
    waiting = waiting.length <= LARGEST_BATCH ? [] : waiting.slice(LARGEST_BATCH)
    const [first] = batch
    if (first !== undefined && batch.length === 1) await runAlone(first)
    else await runTogether(batch)
    if (waiting.length > 0) {
      setImmediate(runNext)
      return
    }
    busy = false
    for (const resolve of whenIdle) resolve()
    whenIdle = []
  }

  return {
    run<T>(work: Work<Tx, T>): Promise<T> {
      if (closed) return Promise.reject(new Error('The store is closed'))
      return new Promise<T>((resolve, reject) => {
        waiting.push({ work, resolve, reject, failed: false, outcome: undefined })
        if (busy) return
        busy = true
        setImmediate(runNext)
      })
    },
    async close() {
      closed = true
      if (busy) await new Promise<void>((resolve) => whenIdle.push(resolve))
    },
  }
}

function settle<Tx>(item: Waiting<Tx>): void {
  if (item.failed) item.reject(item.outcome)
  else item.resolve(item.outcome)
}
