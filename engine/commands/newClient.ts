import { FinnishSSN } from 'finnish-ssn'
import type { WriteTx } from '../store/store.ts'
import type { Context } from './context.ts'
import { PolkuProblem } from './problem.ts'

/** What is known of a person who becomes a client. */
export interface NewClient {
  /** whose register the client is in */
  organisation: string
  /** who looks after the client before a journey has begun */
  team?: string
  name?: string
  identityCode?: string
  language?: 'fi' | 'sv' | 'en'
}

/** A personal identity code as it is kept. @throws PolkuProblem `invalid-request` when its form or check character is wrong */
export function readIdentityCode(given: string, path: string[] = ['identityCode']): string {
  const identityCode = given.trim().toUpperCase()
  if (FinnishSSN.validate(identityCode)) return identityCode
  const message = 'is not a Finnish personal identity code (form or check character)'
  throw new PolkuProblem('invalid-request', `"${path.join('.')}" ${message}.`, { errors: [{ path, message }] })
}

/** Writes a client under a key of their own, and returns the id. */
export async function writeClient(
  { vault, clock, newId }: Context,
  tx: WriteTx,
  given: NewClient,
  by: string,
): Promise<string> {
  const id = newId()
  const { identityCode } = given
  const { key, wrapped } = vault.newClientKey(id)
  await tx.insertClient({
    id,
    organisation: given.organisation,
    team: given.team ?? null,
    createdAt: clock.now().getTime(),
    createdBy: by,
    identityHash: identityCode === undefined ? null : vault.hashIdentity(identityCode),
    sealed: vault.seal(key, given, `client:${id}`),
    wrappedKey: wrapped,
  })
  return id
}
