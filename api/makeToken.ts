import { parseArgs } from 'node:util'
import { openPolku, peopleSchemas } from '../engine/index.ts'
import { scopes } from './rights/rights.ts'
import type { Settings } from './settings.ts'

export const tokenUsage = `polku token <user> makes a token by which a system acts as a user, and prints it. It is shown once.
  --name <text>        what it is for ("polku token")
  --scopes <list>      what it may do, with commas between; without it, everything that the user may
  --days <number>      until it expires (365)
  --roles <list>       adds the user, where there is none yet, with these system roles:
                       administrator, counsellor, manager, provider, auditor, integration
  --organisation <id>  of a user that it adds (own)

Scopes: ${scopes.join(', ')}`

const rolesSchema = peopleSchemas.createUserSchema.shape.systemRoles

/** Words that `polku token` cannot make anything of. */
export class WrongWords extends Error {
  override readonly name = 'WrongWords'
}

/**
 * Makes a token as whoever runs the server may: they have the database and its key. The server may be running.
 * @returns the token
 * @throws WrongWords; PolkuProblem
 */
export async function makeToken(
  { database, masterKey, oldMasterKey }: Pick<Settings, 'database' | 'masterKey' | 'oldMasterKey'>,
  words: readonly string[],
): Promise<string> {
  const { user, given, systemRoles, wanted } = readWords(words)
  const by = { user: 'polku' }
  const polku = await openPolku({ database, ...(masterKey && { masterKey }), ...(oldMasterKey && { oldMasterKey }) })
  try {
    if (systemRoles && !(await exists(() => polku.people.user(user)))) {
      await polku.people.prepareFirst()
      // whom nobody writes to: a system has no mailbox
      const email = `${user}@polku.invalid`.toLowerCase()
      const { organisation = 'own' } = given
      await polku.people.createUser({ by, id: user, name: user, email, organisation, systemRoles })
    }
    const expiresInDays = Number(given.days ?? 365)
    const made = await polku.tokens.create({
      by,
      user,
      name: given.name ?? 'polku token',
      scopes: wanted,
      expiresInDays,
    })
    return made.token
  } finally {
    await polku.close()
  }
}

function readWords(words: readonly string[]) {
  const text = { type: 'string' } as const
  const options = { name: text, scopes: text, days: text, roles: text, organisation: text }
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true })
    const [user, ...more] = positionals
    if (user === undefined || more.length > 0) throw new WrongWords(tokenUsage)
    const { success, data: systemRoles } = rolesSchema.optional().safeParse(values.roles?.split(','))
    if (!success) throw new WrongWords(`There is no such role in "${values.roles}".\n${tokenUsage}`)
    const wanted = values.scopes?.split(',') ?? [...scopes]
    const unknown = wanted.filter((scope) => !scopes.includes(scope))
    if (unknown.length > 0) throw new WrongWords(`There is no scope ${unknown.join(', ')}. ${tokenUsage}`)
    return { user, given: values, systemRoles, wanted }
  } catch (error) {
    if (error instanceof WrongWords) throw error
    throw new WrongWords(`${error instanceof Error ? error.message : error}\n${tokenUsage}`)
  }
}

async function exists(look: () => Promise<unknown>): Promise<boolean> {
  return look().then(
    () => true,
    () => false,
  )
}
