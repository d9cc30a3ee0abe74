import type { Keyring } from '../store/keyring.ts'
import type { MasterKeysRow, Store, WriteTx } from '../store/store.ts'
import type { Vault } from '../store/vault.ts'
import { marksOf } from './clientMarks.ts'
import type { Person } from './clientSchemas.ts'
import type { Clock } from './context.ts'
import { requireKey } from './requireKey.ts'

/** How many clients, and how many answers, one transaction changes: people wait for no more than that. */
const CLIENTS_AT_ONCE = 100
const ANSWERS_AT_ONCE = 5_000

export interface RotateOptions {
  store: Store
  /** of both keys */
  keyring: Keyring
  from: Vault
  to: Vault
  clock: Clock
  /** told after each batch how many clients have been changed by now; what it throws leaves the rest for another time */
  onBatch?: (clients: number) => void
}

/**
 * Brings a database under another master key: wraps every client's key anew, and makes the hashes of identity codes and
 * the marks of the blind index anew. In batches, each whole by itself, so it can be cut off at any time and goes on
 * where it was; it may be started twice. Clients that are created meanwhile are under the new key from the start.
 * @returns how many clients this run has changed
 * @throws Error when the database is under neither key
 */
export async function rotateKey({ store, keyring, from, to, clock, onBatch }: RotateOptions): Promise<number> {
  if (!(await begin(store, from, to, clock))) return 0
  let changed = 0
  for (let more = true; more; ) {
    const count = await store.write((tx) => changeClients(tx, keyring, to), { background: true })
    changed += count
    more = count > 0
    onBatch?.(changed)
  }
  for (let more = true; more; ) {
    more = await store.write(
      async (tx) => {
        const keys = await rotating(tx)
        const end = await tx.endOfAnswers({ after: keys.answers, limit: ANSWERS_AT_ONCE })
        if (end !== undefined) await tx.forgetRequests({ after: keys.answers, end })
        await tx.saveMasterKeys({ ...keys, ...(end === undefined ? { previous: null } : { answers: end }) })
        return end !== undefined
      },
      { background: true },
    )
  }
  return changed
}

/** @returns whether there is anything to change */
async function begin(store: Store, from: Vault, to: Vault, clock: Clock): Promise<boolean> {
  const keys = await store.read((tx) => tx.masterKeys())
  if (keys === undefined) await requireKey(store, from, 'POLKU_MASTER_KEY_OLD')
  return store.write(async (tx) => {
    const known = await tx.masterKeys()
    const isUnder = (vault: Vault) => known?.current === vault.keyName()
    if (known && !isUnder(from) && !isUnder(to)) throw new Error('The database is under neither of these master keys')
    if (isUnder(to)) return known?.previous !== null
    if (known?.previous) throw new Error('Another change of the master key has to be finished first: with its keys')
    const changedAt = clock.now().getTime()
    await tx.saveMasterKeys({ current: to.keyName(), previous: from.keyName(), changedAt, client: null, answers: 0 })
    return true
  })
}

async function rotating(tx: WriteTx): Promise<MasterKeysRow> {
  const keys = await tx.masterKeys()
  if (!keys) throw new Error('the change of the master key has not begun')
  return keys
}

async function changeClients(tx: WriteTx, keyring: Keyring, to: Vault): Promise<number> {
  const keys = await rotating(tx)
  if (keys.previous === null) return 0
  keyring.use(keys)
  const rows = await tx.clients({ limit: CLIENTS_AT_ONCE, after: keys.client ?? undefined })
  for (const row of rows) {
    const { id, organisation, wrappedKey, sealed, revision } = row
    if (!wrappedKey) continue
    const key = keyring.vault.unwrap(wrappedKey, id)
    const person = to.open(key, sealed, `client:${id}`) as Person
    const identityHash = person.identityCode === undefined ? null : to.hashIdentity(person.identityCode)
    await tx.updateClient({ ...row, wrappedKey: to.wrap(key, id), identityHash }, revision)
    await tx.replaceMarks(id, marksOf(to, organisation, person))
  }
  const last = rows.at(-1)
  if (last) await tx.saveMasterKeys({ ...keys, client: last.id })
  return rows.length
}
