import type { Keyring } from '../store/keyring.ts'
import type { MasterKeysRow, Store } from '../store/store.ts'
import { type Vault, VaultError } from '../store/vault.ts'

/** Clients whose own key is deleted prove nothing; among so many there is one who is not erased. */
const LOOKED_AT = 100

/**
 * Tries the master key on a client. With a wrong one nothing could be read, and what is written from then on would
 * open with another key than the rest.
 *
 * @param where where the key came from, for whoever must put the right one there
 * @throws Error when the database was made under another master key
 */
export async function requireKey(store: Store, vault: Vault, where: string): Promise<void> {
  const clients = await store.read((tx) => tx.clients({ limit: LOOKED_AT }))
  for (const { id, wrappedKey } of clients) {
    if (!wrappedKey) continue
    try {
      vault.unwrap(wrappedKey, id)
      return
    } catch (error) {
      if (!(error instanceof VaultError)) throw error
      throw new Error(
        `${where} is not the key of this database: put the one there that it was made or backed up with`,
        {
          cause: error,
        },
      )
    }
  }
}

/**
 * Goes over to the keys that the database says it is under.
 * @throws Error when one of them is not here, with what to do
 */
export function requireKeys(keyring: Keyring, keys: MasterKeysRow | undefined, where: string): void {
  if (keyring.use(keys)) return
  const isUnfinished = keys?.previous === keyring.vault.keyName() || keys?.current === keyring.vault.keyName()
  throw new Error(
    isUnfinished
      ? `${where}: the master key of this database is being changed, and both keys are needed until that is finished: set POLKU_MASTER_KEY (the new one) and POLKU_MASTER_KEY_OLD, or let "polku rotate-key" finish`
      : `${where} is not the key of this database: its master key has been changed; put the new one there`,
  )
}
