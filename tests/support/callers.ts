import { scopes } from '../../api/rights/rights.ts'
import { openPolku, type Polku, type SystemRole } from '../../engine/index.ts'

export interface CallerOptions {
  /** the case roles they act in; default none */
  caseRoles?: readonly string[]
  /** default: everything that is done with clients, and what administrators do */
  systemRoles?: SystemRole[]
  /** default: the organisation that a new database has */
  organisation?: string
}

/** Somebody who may call the API: a user with a token that has every scope. */
export interface Callers {
  /** The headers by which this user calls. Who is not there yet is added, and given these case roles. */
  headersOf(user: string, options?: CallerOptions): Promise<{ Authorization: string }>
}

const everything: SystemRole[] = ['administrator', 'manager']
const by = { user: 'polku' }

/** Adds people to a Polku as tests need them, by the engine’s own commands. */
export function createCallers({ people, tokens }: Polku): Callers {
  const known = new Map<string, { authorization: string; caseRoles: string }>()
  let before: Promise<unknown> = Promise.resolve()
  return {
    // one after another: two that come at once may be the same person
    headersOf(user, options) {
      const next = before.then(() => headersOf(user, options))
      before = next.catch(() => {})
      return next
    },
  }

  async function headersOf(
    user: string,
    { caseRoles = [], systemRoles = everything, organisation = 'own' }: CallerOptions = {},
  ) {
    const there = known.get(user)
    const roles = caseRoles.join()
    if (there?.caseRoles === roles) return { Authorization: there.authorization }
    const team = `team-of-${user}`
    if (!there) {
      await people.prepareFirst()
      const email = `${user}@example.org`
      await people.createUser({ by, id: user, name: user, email, organisation, systemRoles })
      await people.createTeam({ by, id: team, organisation, name: team })
    }
    await people.join(team, { by, user, caseRoles: [...caseRoles] })
    const authorization =
      there?.authorization ?? `Bearer ${(await tokens.create({ by, name: 'tests', user, scopes: [...scopes] })).token}`
    known.set(user, { authorization, caseRoles: roles })
    return { Authorization: authorization }
  }
}

/** Somebody who may call the API of a process on this database; the process may be running, or not yet. */
export async function callerOn(database: string, user: string, options?: CallerOptions) {
  const polku = await openPolku({ database })
  try {
    return await createCallers(polku).headersOf(user, options)
  } finally {
    await polku.close()
  }
}
