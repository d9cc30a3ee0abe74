// A thread that runs queries on a connection of its own. Plain JavaScript: a thread does not inherit what reads
// TypeScript in its process, and a loader of its own would cost more memory than all that is done here.
import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'

const db = new Database(workerData.file, { readonly: true, fileMustExist: true, timeout: workerData.timeoutMs })
db.pragma(`cache_size = -${workerData.cacheKib}`)
db.pragma('temp_store = MEMORY')

parentPort.on('message', ({ id, sql, values }) => {
  try {
    parentPort.postMessage({ id, rows: db.prepare(sql).all(values) })
  } catch (error) {
    parentPort.postMessage({ id, error: String(error?.message ?? error) })
  }
})
