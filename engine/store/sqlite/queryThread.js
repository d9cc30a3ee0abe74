// A thread that runs queries on a connection of its own. Plain JavaScript: a thread does not inherit what reads
// TypeScript in its process, and a loader of its own would cost more memory than all that is done here.
import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'

const db = new Database(workerData.file, { readonly: true, fileMustExist: true, timeout: workerData.timeoutMs })
db.pragma(`cache_size = -${workerData.cacheKib}`)
db.pragma('temp_store = MEMORY')

/** What is asked again and again is prepared once; there are few texts, since values are bound. */
const statements = new Map()
const MOST_STATEMENTS = 100

function prepared(sql) {
  const known = statements.get(sql)
  if (known) return known
  if (statements.size >= MOST_STATEMENTS) statements.delete(statements.keys().next().value)
  const statement = db.prepare(sql)
  statements.set(sql, statement)
  return statement
}

parentPort.on('message', ({ id, sql, values }) => {
  try {
    parentPort.postMessage({ id, rows: prepared(sql).all(values) })
  } catch (error) {
    parentPort.postMessage({ id, error: String(error?.message ?? error) })
  }
})
