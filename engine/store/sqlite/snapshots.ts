import type { Connection } from './statements.ts'

export interface Snapshots<Tx> {
  /** Runs `work` on one consistent state of committed rows. */
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Resolves when everything asked for has been read; from then on nothing is accepted. */
  close(): Promise<void>
}

/** Reads one after another on a connection of their own, each in a read transaction: what is committed meanwhile stays unseen. */
export function createSnapshots<Tx>(db: Connection, tx: Tx): Snapshots<Tx> {
  const begin = db.prepare('BEGIN')
  const end = db.prepare('COMMIT')
  let last: Promise<unknown> = Promise.resolve()
  let closed = false

  async function runAlone<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    begin.run()
    try {
      return await work(tx)
    } finally {
      if (db.inTransaction) end.run()
    }
  }

  return {
    run(work) {
      if (closed) return Promise.reject(new Error('The store is closed'))
      const result = last.then(() => runAlone(work))
      last = result.catch(() => undefined)
      return result
    },
    async close() {
      closed = true
      await last
    },
  }
}
