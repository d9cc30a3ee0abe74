import { createRequire } from 'node:module'
import Database from 'better-sqlite3'

/** What tests run on. A file of tests says so by its tag, in a comment: `// @module-tag queue/embedded`. */
export interface StoreOrQueue {
  tag: string
  kind: 'store' | 'queue'
  /** name and version, for people */
  name(redisName: string): string
}

export const storesAndQueues: readonly StoreOrQueue[] = [
  { tag: 'store/sqlite', kind: 'store', name: () => `SQLite ${sqliteVersion()} (better-sqlite3)` },
  { tag: 'queue/embedded', kind: 'queue', name: () => 'embedded' },
  { tag: 'queue/bullmq', kind: 'queue', name: (redisName) => `BullMQ ${bullmqVersion()} on ${redisName}` },
]

function sqliteVersion(): string {
  const database = new Database(':memory:')
  const version = database.prepare<[], string>('select sqlite_version()').pluck().get()
  database.close()
  return String(version)
}

function bullmqVersion(): string {
  const { version } = createRequire(import.meta.url)('bullmq/package.json') as { version: string }
  return version
}
