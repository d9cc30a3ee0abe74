// @module-tag store/sqlite
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { openSqliteStore } from '../../../engine/store/sqlite/openSqliteStore.ts'
import { describeStore } from './storeContract.ts'

const folder = mkdtempSync(join(tmpdir(), 'polku-store-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let opened = 0
describeStore('SQLite in a file', () => {
  opened += 1
  return openSqliteStore({ file: join(folder, `${opened}.db`), synchronous: 'OFF' })
})
describeStore('SQLite in memory', () => openSqliteStore({ file: ':memory:' }))
