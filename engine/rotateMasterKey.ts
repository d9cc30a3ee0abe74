import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { Clock } from './commands/context.ts'
import { rotateKey } from './commands/rotateKey.ts'
import { loadOrCreateKey } from './store/keyFile.ts'
import { createKeyring } from './store/keyring.ts'
import { openSqliteStore } from './store/sqlite/openSqliteStore.ts'
import { createVault } from './store/vault.ts'
import { systemClock } from './systemClock.ts'

/**
 * Brings a database under another master key, while it is in use or not. It may be cut off at any time and is then begun
 * again with the same keys.
 * @returns how many clients this run has changed
 * @throws Error when the database is under neither key
 */
export async function rotateMasterKey(options: RotateKeyOptions): Promise<number> {
  const { database, masterKey, clock = systemClock, onBatch } = options
  const file = database.replace(/^file:/, '')
  if (!existsSync(file)) throw new Error(`There is no database ${file}`)
  const random = (length: number): Uint8Array => randomBytes(length)
  const oldMasterKey = options.oldMasterKey ?? loadOrCreateKey(`${file}.key`, { mayCreate: false })
  const to = createVault({ masterKey, random })
  const from = createVault({ masterKey: oldMasterKey, random })
  if (to.keyName() === from.keyName()) throw new Error('The new master key is the old one: make another')
  const store = await openSqliteStore({ file })
  try {
    return await rotateKey({
      store,
      keyring: createKeyring({ masterKey, oldMasterKey, random }),
      from,
      to,
      clock,
      onBatch,
    })
  } finally {
    await store.close()
  }
}

export interface RotateKeyOptions {
  /** a SQLite file, in use or not */
  database: string
  /** the new one; 32 bytes */
  masterKey: Uint8Array
  /** the one that the database is under; default: read from `<database>.key` */
  oldMasterKey?: Uint8Array
  clock?: Clock
  /** told after each batch how many clients have been changed by now */
  onBatch?: (clients: number) => void
}
