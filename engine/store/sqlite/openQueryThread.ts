import { Worker } from 'node:worker_threads'
import { BUSY_TIMEOUT_MS } from './connect.ts'
import type { Bindable } from './statements.ts'

/** Named values that a query binds. */
export type Values = Readonly<Record<string, Bindable>>

/** Gives the rows of a query. */
export type Query = <Row>(sql: string, values: Values) => Promise<Row[]>

export interface QueryThread {
  all: Query
  /** Ends the thread; what is still being asked fails. */
  close(): Promise<void>
}

interface Asked {
  resolve(rows: never[]): void
  reject(error: Error): void
}

type Answer = { id: number; rows: never[] } | { id: number; error: string }

/** Queries here read much once: what they leave in memory serves nobody. */
const CACHE_KIB = 2_048
const limits = { maxOldGenerationSizeMb: 48, maxYoungGenerationSizeMb: 2 }

/**
 * Runs queries that count many rows in a thread of their own, on a connection that only reads: the event loop goes on
 * meanwhile. The thread begins with the first query, and holds no process open.
 */
export function openQueryThread(file: string): QueryThread {
  let thread: Worker | undefined
  let asked = new Map<number, Asked>()
  let ids = 0
  let isClosed = false

  const begin = (): Worker => {
    const workerData = { file, cacheKib: CACHE_KIB, timeoutMs: BUSY_TIMEOUT_MS }
    // it would load TypeScript's loader as its process does
    const execArgv: string[] = []
    const script = new URL('./queryThread.js', import.meta.url)
    const made = new Worker(script, { workerData, execArgv, resourceLimits: limits })
    made.unref()
    made.on('message', (answer: Answer) => {
      const waiting = asked.get(answer.id)
      asked.delete(answer.id)
      if ('rows' in answer) waiting?.resolve(answer.rows)
      else waiting?.reject(new Error(answer.error))
    })
    made.on('error', (error) => fail(made, error))
    made.on('exit', () => fail(made, new Error('The thread that counts has ended')))
    return made
  }

  /** The next query begins another thread. */
  const fail = (ended: Worker, error: unknown) => {
    if (thread !== ended) return
    thread = undefined
    const lost = asked
    asked = new Map()
    for (const { reject } of lost.values()) reject(error instanceof Error ? error : new Error(String(error)))
  }

  return {
    all: (sql, values) => {
      if (isClosed) return Promise.reject(new Error('The store is closed'))
      thread ??= begin()
      ids += 1
      const id = ids
      return new Promise((resolve, reject) => {
        asked.set(id, { resolve, reject })
        thread?.postMessage({ id, sql, values })
      })
    },
    async close() {
      isClosed = true
      const ending = thread
      if (!ending) return
      fail(ending, new Error('The store is closed'))
      await ending.terminate()
    },
  }
}
