import type { Keyring } from './keyring.ts'
import type { ReadTx, Store } from './store.ts'

/** The database is under a master key that this process does not have. Nothing was read or written. */
class KeyChanged extends Error {
  override readonly name = 'KeyChanged'
}

/** Whether an error says that the master key has been changed: the process must be started again, with the new one. */
export const isKeyChanged = (error: unknown): boolean => error instanceof KeyChanged

/**
 * A store for a process with these keys: before each work it looks under which key the database is by now, so that
 * nothing is written, or looked for, under another. When that is none of these keys, everything is refused.
 */
export function keyedStore(store: Store, keyring: Keyring): Store {
  const check = async (tx: ReadTx): Promise<void> => {
    if (keyring.use(await tx.masterKeys())) return
    throw new KeyChanged('The master key of the database has been changed: start this process again with the new one')
  }
  return {
    ...store,
    write: (work, options) =>
      store.write(async (tx) => {
        await check(tx)
        return work(tx)
      }, options),
    read: (work) =>
      store.read(async (tx) => {
        await check(tx)
        return work(tx)
      }),
  }
}
