import { createHash } from 'node:crypto'
import { DAY_MS } from '../pathway/calendar/civilDay.ts'
import type { TokenRow } from '../store/peopleRows.ts'
import { readViewer, type Viewer } from './access.ts'
import type { Context } from './context.ts'
import { parse } from './parse.ts'
import { type CreateTokenInput, createTokenSchema } from './peopleSchemas.ts'
import { PolkuProblem } from './problem.ts'
import { write } from './transact.ts'
import { iso } from './view.ts'

/** How every token begins, so that one which has strayed into a text is recognised. */
export const tokenPrefix = 'polku_'

export interface TokenView {
  id: string
  name: string
  user: string
  scopes: string[]
  createdAt: string
  createdBy: string
  expiresAt: string
  revokedAt: string | null
}

export interface VerifiedToken extends TokenView {
  viewer: Viewer
}

/** API tokens, by which systems act as a user. */
export interface Tokens {
  /** Makes a token. It is in this answer and nowhere else: only a hash of it is kept. */
  create(input: CreateTokenInput): Promise<TokenView & { token: string }>
  /** The token and whom it stands for, if it is one, has not expired or been revoked, and they may still sign in. */
  verify(token: string): Promise<VerifiedToken | undefined>
  list(user: string): Promise<TokenView[]>
  /** From the next request on it opens nothing; once more changes nothing. @throws PolkuProblem `not-found` */
  revoke(user: string, id: string): Promise<void>
}

export function tokenCommands(context: Context, random: (length: number) => Uint8Array): Tokens {
  const { store } = context
  const now = () => context.clock.now().getTime()
  return {
    create: async (input) => {
      const { by, name, user, scopes, expiresInDays } = parse(createTokenSchema, input)
      const token = `${tokenPrefix}${Buffer.from(random(32)).toString('base64url')}`
      const createdAt = now()
      const row: TokenRow = {
        id: context.newId(),
        hash: hashOf(token),
        name,
        user,
        scopes,
        createdAt,
        createdBy: by.user,
        expiresAt: createdAt + expiresInDays * DAY_MS,
        revokedAt: null,
      }
      await write(context, async (tx) => {
        if (!(await tx.user(user))) throw new PolkuProblem('not-found', `There is no user "${user}".`)
        await tx.insertToken(row)
      })
      return { ...tokenView(row), token }
    },
    verify: async (token) => {
      if (!token.startsWith(tokenPrefix)) return undefined
      const hash = hashOf(token)
      return store.read(async (tx) => {
        const row = await tx.tokenByHash(hash)
        if (!row || row.revokedAt !== null || row.expiresAt <= now()) return undefined
        const viewer = await readViewer(tx, row.user)
        return viewer && { ...tokenView(row), viewer }
      })
    },
    list: (user) => store.read(async (tx) => (await tx.tokensOf(user)).map(tokenView)),
    revoke: (user, id) =>
      write(context, async (tx) => {
        const isTheirs = (await tx.tokensOf(user)).some((one) => one.id === id)
        if (!isTheirs) throw new PolkuProblem('not-found', `The user "${user}" has no token "${id}".`)
        await tx.revokeToken(id, now())
      }),
  }
}

/** A token has 256 unpredictable bits: a plain hash cannot be guessed back, unlike a password's. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

function tokenView({ hash: _, createdAt, expiresAt, revokedAt, ...row }: TokenRow): TokenView {
  return {
    ...row,
    createdAt: iso(createdAt),
    expiresAt: iso(expiresAt),
    revokedAt: revokedAt === null ? null : iso(revokedAt),
  }
}
