import { setTimeout as sleep } from 'node:timers/promises'
import type { WriteOptions } from '../store.ts'
import type { Connection } from './statements.ts'

/** How many works share a transaction at most: enough to hide the disk, few enough not to hold up the event loop. */
const LARGEST_BATCH = 256

/** How many background works share one: a person who comes meanwhile waits for as many, a hundredth of a second. */
const LARGEST_BACKGROUND_BATCH = 32

const PATIENCE_MS = 10_000

/** How often it is tried to begin while another process writes. Milliseconds; background work is less eager. */
const EAGER_MS = 1
const PATIENT_MS = 4

/**
 * What a batch of background work leaves to other processes' people before the next, and how long after they have
 * written last. Milliseconds. SQLite keeps no queue: without a gap that is longer than they sleep they would never get in.
 */
const GAP_MS = 2
const OTHERS_MS = 250

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
  /** Runs `work` alone among others, and resolves after its commit. Background work gives way to other work. */
  run<T>(work: Work<Tx, T>, options?: WriteOptions): Promise<T>
  /** Resolves when everything asked for has been answered; from then on nothing is accepted. */
  close(): Promise<void>
}

export interface GroupCommitOptions<Left> {
  /** told what each commit has left to be done; it does not throw */
  onCommit?: (left: Left, isBackground: boolean) => void
  /** told of each commit how many works shared it and how long it took (milliseconds); it does not throw */
  commitDone?: (works: number, ms: number) => void
  /** how long a transaction may have to wait for other processes' before it fails. Milliseconds, ten seconds by default */
  patienceMs?: number
}

/** The transaction as works see it, and what whoever runs them must tell it; `gatherWrites` makes one. */
export interface SharedTx<Tx, Left> {
  readonly tx: Tx
  /** A write transaction has begun. @returns whether another process has written since the one before */
  begin(): boolean
  /** A work begins: the point that `undo` goes back to. */
  mark(): void
  /** Takes back what was asked for since the mark; false when some of it is written already. */
  undo(): boolean
  /** Writes what has been asked for. @throws what SQLite says of a row; then nothing more can be written in this transaction */
  flush(): void
  /** Rows that were written since the mark are undone. */
  forget(): void
  /** What the rows of the transaction, now durable, have left to be done. */
  committed(): Left
}

/**
 * Lets works that arrive together share one durable commit, which costs more than all their rows.
 *
 * They run one after another, never interleaved, and nobody is answered before the commit. A work that throws takes
 * only its own rows with it. Rows are written together at the batch's end, so those of a work that throws are nearly
 * always not written yet. Where they are, or where a row is refused, the batch starts over with a savepoint around each
 * work (a savepoint keeps copies of all pages the work touches: a sixth of the whole step). When SQLite gives up the
 * transaction by itself (disk full, I/O), or the commit fails, every work runs again in a transaction of its own and
 * gets its own fate.
 *
 * Background works have batches of their own, smaller and in turns with the others: a month's timers hold up nobody.
 */
export function createGroupCommit<Tx, Left>(
  db: Connection,
  shared: SharedTx<Tx, Left>,
  { onCommit, commitDone, patienceMs = PATIENCE_MS }: GroupCommitOptions<Left> = {},
): GroupCommit<Tx> {
  const beginImmediate = db.prepare('BEGIN IMMEDIATE')
  const commitRows = db.prepare('COMMIT')
  const rollback = db.prepare('ROLLBACK')
  const savepoint = db.prepare('SAVEPOINT work')
  const rollbackToSavepoint = db.prepare('ROLLBACK TO work')
  const release = db.prepare('RELEASE work')

  const people = createLine<Waiting<Tx>>(LARGEST_BATCH)
  const background = createLine<Waiting<Tx>>(LARGEST_BACKGROUND_BATCH)
  let lastLine = background
  let busy = false
  let whenIdle: (() => void)[] = []
  let closed = false
  let othersWroteAt = Number.NEGATIVE_INFINITY
  let gap: NodeJS.Timeout | undefined

  /** How a batch may end: `needsGuards` when one's rows could not be told from the others', `lost` with the transaction. */
  type End = 'committed' | 'needsGuards' | 'lost'

  /** Runs works one after another, and writes all their rows at the end. */
  async function runPlainly(batch: Waiting<Tx>[]): Promise<End> {
    for (const item of batch) {
      shared.mark()
      await attempt(item)
      if (!db.inTransaction) return 'lost'
      if (item.failed && !shared.undo()) return 'needsGuards'
    }
    shared.flush()
    commit(batch.length)
    return 'committed'
  }

  /** Runs works one after another, each within a savepoint. */
  async function runGuarded(batch: Waiting<Tx>[]): Promise<End> {
    for (const item of batch) {
      shared.mark()
      savepoint.run()
      await attemptWhole(item)
      if (!db.inTransaction) return 'lost'
      if (item.failed) {
        rollbackToSavepoint.run()
        shared.forget()
      }
      release.run()
    }
    commit(batch.length)
    return 'committed'
  }

  async function attempt(item: Waiting<Tx>): Promise<void> {
    try {
      item.outcome = await item.work(shared.tx)
      item.failed = false
    } catch (error) {
      item.outcome = error
      item.failed = true
    }
  }

  /** Runs a work and writes its rows. */
  async function attemptWhole(item: Waiting<Tx>): Promise<void> {
    await attempt(item)
    if (item.failed) return
    try {
      shared.flush()
    } catch (error) {
      item.outcome = error
      item.failed = true
    }
  }

  async function runAlone(item: Waiting<Tx>): Promise<void> {
    try {
      await begin()
      await attemptWhole(item)
      if (!item.failed) {
        commit(1)
        tell()
      }
    } catch (error) {
      item.outcome = error
      item.failed = true
    }
    if (item.failed) abandon()
    settle(item)
  }

  function commit(works: number): void {
    if (commitDone === undefined) {
      commitRows.run()
      return
    }
    const from = performance.now()
    commitRows.run()
    commitDone(works, performance.now() - from)
  }

  function tell(): void {
    onCommit?.(shared.committed(), lastLine === background)
  }

  /** Waits for other processes without holding up this one. @throws SQLITE_BUSY when it takes too long */
  async function begin(): Promise<void> {
    const until = performance.now() + patienceMs
    for (;;) {
      try {
        beginImmediate.run()
        break
      } catch (error) {
        if (!isBusy(error) || performance.now() > until) throw error
        await sleep(lastLine === background ? PATIENT_MS : EAGER_MS)
      }
    }
    if (shared.begin()) othersWroteAt = performance.now()
  }

  function abandon(): void {
    shared.forget()
    if (db.inTransaction) rollback.run()
  }

  async function runTogether(batch: Waiting<Tx>[]): Promise<void> {
    for (const run of [runPlainly, runGuarded]) {
      try {
        await begin()
      } catch (error) {
        // Another process has held the database for as long as we wait: it would for each of them again.
        abandon()
        for (const item of batch) item.reject(error)
        return
      }
      const end = await run(batch).catch((): End => (run === runPlainly && db.inTransaction ? 'needsGuards' : 'lost'))
      if (end !== 'committed') abandon()
      if (end === 'needsGuards') continue
      if (end === 'committed') tell()
      for (const item of batch) {
        if (end === 'committed') settle(item)
        else await runAlone(item)
      }
      return
    }
  }

  async function runNext(): Promise<void> {
    lastLine = nextLine()
    const batch = lastLine.take()
    const [first] = batch
    if (first !== undefined && batch.length === 1) await runAlone(first)
    else await runTogether(batch)
    if (people.length > 0) setImmediate(runNext)
    else if (background.length > 0 && performance.now() - othersWroteAt < OTHERS_MS) gap = setTimeout(endGap, GAP_MS)
    else if (background.length > 0) setImmediate(runNext)
    else rest()
  }

  function endGap(): void {
    clearTimeout(gap)
    gap = undefined
    setImmediate(runNext)
  }

  function rest(): void {
    busy = false
    for (const resolve of whenIdle) resolve()
    whenIdle = []
  }

  /** Whoever waits alone, else the line that was not served last. */
  function nextLine(): Line<Waiting<Tx>> {
    if (background.length === 0) return people
    if (people.length === 0) return background
    return lastLine === people ? background : people
  }

  return {
    run<T>(work: Work<Tx, T>, options: WriteOptions = {}): Promise<T> {
      if (closed) return Promise.reject(new Error('The store is closed'))
      return new Promise<T>((resolve, reject) => {
        const line = options.background ? background : people
        line.push({ work, resolve, reject, failed: false, outcome: undefined })
        // people of this process need not wait for those of others
        if (gap && line === people) endGap()
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

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
}

interface Line<T> {
  readonly length: number
  push(item: T): void
  /** takes the first ones out, as many as may share a batch */
  take(): T[]
}

function createLine<T>(largestBatch: number): Line<T> {
  let items: T[] = []
  return {
    get length() {
      return items.length
    },
    push(item) {
      items.push(item)
    },
    take() {
      const taken = items.length <= largestBatch ? items : items.slice(0, largestBatch)
      items = taken === items ? [] : items.slice(largestBatch)
      return taken
    },
  }
}

function settle<Tx>(item: Waiting<Tx>): void {
  if (item.failed) item.reject(item.outcome)
  else item.resolve(item.outcome)
}
