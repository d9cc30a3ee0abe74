import type { Polku, SystemRole } from '../../engine/index.ts'
import { scopes } from '../rights/rights.ts'

export interface LetIn {
  user: string
  /** the case roles they act in; default none */
  caseRoles?: readonly string[]
  /** of somebody who is not there yet; default: what administrators and managers may */
  systemRoles?: readonly SystemRole[]
  /** of somebody who is not there yet; default: the organisation that a new database has */
  organisation?: string
}

const by = { user: 'polku' }

/**
 * Lets somebody call the API without ado: adds them, where they are not there yet, in a team of their own, gives them these
 * case roles, and makes a token with every scope. For demonstrations, tests and measurements: there all people are invented.
 * @returns the token
 */
export async function letIn(
  { people, tokens }: Pick<Polku, 'people' | 'tokens'>,
  { user, caseRoles = [], systemRoles = ['administrator', 'manager'], organisation = 'own' }: LetIn,
): Promise<string> {
  const team = `team-of-${user}`
  await people.prepareFirst()
  const known = await people.users({})
  if (!known.some(({ id }) => id === user)) {
    const email = `${user}@polku.invalid`
    await people.createUser({ by, id: user, name: user, email, organisation, systemRoles: [...systemRoles] })
    await people.createTeam({ by, id: team, organisation, name: team })
  }
  await people.join(team, { by, user, caseRoles: [...caseRoles] })
  return (await tokens.create({ by, name: 'polku', user, scopes: [...scopes] })).token
}
