// @module-tag store/sqlite
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { openSqliteStore } from '../../../engine/store/sqlite/openSqliteStore.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'
import { describeStore } from './storeContract.ts'

const folder = temporaryFolder(afterAll)

let opened = 0
describeStore('SQLite in a file', () => {
  opened += 1
  return openSqliteStore({ file: join(folder, `${opened}.db`), synchronous: 'OFF' })
})
describeStore('SQLite in memory', () => openSqliteStore({ file: ':memory:' }))
