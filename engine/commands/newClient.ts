import type { Register } from '../pathway/recordClasses.ts'
import type { WriteTx } from '../store/store.ts'
import { marksOf } from './clientMarks.ts'
import type { Person } from './clientSchemas.ts'
import type { Context } from './context.ts'
import { PolkuProblem } from './problem.ts'
import { clientWithCode } from './searchClients.ts'

/** Who becomes a client, and whose. */
export interface NewClient {
  id: string
  /** whose register the client is in */
  organisation: string
  /** who looks after the client before a journey has begun */
  team: string | null
  customerships: readonly Register[]
  /** held against the rules already */
  person: Person
}

/** Writes a client under a key of their own. @throws PolkuProblem `identity-taken` */
export async function writeClient(context: Context, tx: WriteTx, client: NewClient, by: string): Promise<void> {
  const { id, organisation, team, customerships, person } = client
  const createdAt = context.clock.now().getTime()
  const { key, wrapped } = context.vault.newClientKey(id)
  await tx.insertClient({
    id,
    createdAt,
    createdBy: by,
    organisation,
    team,
    revision: 1,
    changedAt: createdAt,
    changedBy: by,
    customerships: JSON.stringify(customerships),
    identityHash: await freeIdentityHash(context, tx, id, organisation, person),
    sealed: context.vault.seal(key, person, `client:${id}`),
    wrappedKey: wrapped,
  })
  await tx.replaceMarks(id, marksOf(context.vault, organisation, person))
}

/** The hash of a person's identity code; null without one. @throws PolkuProblem `identity-taken` when it is another's */
export async function freeIdentityHash(
  context: Context,
  tx: WriteTx,
  id: string,
  organisation: string,
  { identityCode }: Person,
): Promise<string | null> {
  if (identityCode === undefined) return null
  const holder = await clientWithCode(context, tx, organisation, identityCode)
  if (holder && holder.id !== id)
    throw new PolkuProblem('identity-taken', 'There is a client with this identity code already.')
  return context.vault.hashIdentity(identityCode)
}
