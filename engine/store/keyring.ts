import type { MasterKeysRow } from './store.ts'
import { createVault, type Vault, VaultError } from './vault.ts'

export interface Keyring {
  /** works under the key that the database is under; opens under the one before as well while it is being changed */
  readonly vault: Vault
  /** Goes over to the keys that the database is under. @returns false when one of them is not here */
  use(keys: MasterKeysRow | undefined): boolean
}

export interface KeyringOptions {
  masterKey: Uint8Array
  /** the one before, while the master key is being changed */
  oldMasterKey?: Uint8Array
  /** that many unpredictable bytes */
  random(length: number): Uint8Array
}

/**
 * The vaults of the master keys that a process has. Which one counts is what the database says, not the process: so
 * one that has both keys goes on while another changes them.
 */
export function createKeyring({ masterKey, oldMasterKey, random }: KeyringOptions): Keyring {
  const vaults = [masterKey, ...(oldMasterKey ? [oldMasterKey] : [])].map((key) =>
    createVault({ masterKey: key, random }),
  )
  const byName = new Map(vaults.map((vault) => [vault.keyName(), vault]))
  // as long as the database says nothing, it is under the key that it was made with
  const first = vaults.at(-1)
  if (!first) throw new VaultError('There is no master key')
  let current: Vault = first
  let previous: Vault | undefined
  let used: MasterKeysRow | undefined
  const vault: Vault = {
    newClientKey: (client) => current.newClientKey(client),
    wrap: (key, client) => current.wrap(key, client),
    unwrap(wrapped, client) {
      try {
        return current.unwrap(wrapped, client)
      } catch (error) {
        if (!previous || !(error instanceof VaultError)) throw error
        return previous.unwrap(wrapped, client)
      }
    },
    seal: (key, value, boundTo) => current.seal(key, value, boundTo),
    open: (key, sealed, boundTo) => current.open(key, sealed, boundTo),
    hashIdentity: (code) => current.hashIdentity(code),
    markOf: (part) => current.markOf(part),
    hashRequest: (text) => current.hashRequest(text),
    secretFor: (purpose) => current.secretFor(purpose),
    keyName: () => current.keyName(),
    databaseName: () => current.databaseName(),
    get previous() {
      return previous
    },
  }
  return {
    vault,
    use(keys) {
      if (keys?.current === used?.current && keys?.previous === used?.previous) return true
      const now = keys === undefined ? first : byName.get(keys.current)
      const before = keys?.previous == null ? undefined : byName.get(keys.previous)
      if (!now || (keys?.previous != null && !before)) return false
      current = now
      previous = before
      used = keys
      return true
    },
  }
}
