import type { MembershipRow, OrganisationRow, SystemRole, TeamRow, UserRow } from '../store/peopleRows.ts'
import type { ReadTx } from '../store/store.ts'
import type { Context } from './context.ts'
import { parse } from './parse.ts'
import {
  type ChangeUserInput,
  type CreateOrganisationInput,
  type CreateTeamInput,
  type CreateUserInput,
  changeUserSchema,
  createOrganisationSchema,
  createTeamSchema,
  createUserSchema,
  type JoinTeamInput,
  joinTeamSchema,
} from './peopleSchemas.ts'
import { PolkuProblem } from './problem.ts'
import { write } from './transact.ts'
import { iso } from './view.ts'

export interface OrganisationView {
  id: string
  name: string
  kind: OrganisationRow['kind']
  createdAt: string
}

export interface TeamView {
  id: string
  organisation: string
  name: string
  createdAt: string
}

export interface UserView {
  id: string
  name: string
  email: string
  organisation: string
  systemRoles: SystemRole[]
  active: boolean
  seesProtected: boolean
  revision: number
  teams: { team: string; caseRoles: string[] }[]
}

/** The organisation that a new database has, and in whose register clients are unless another is named. */
export const ownOrganisation = 'own'
/** The first person, until they have said who they are. */
const firstUser = { id: 'admin', email: 'admin@polku.invalid' } as const

/** Organisations, their teams, and the people who work with Polku. */
export interface People {
  /** Makes the first organisation and the first administrator, where there is nobody yet. */
  prepareFirst(): Promise<{ id: string; email: string }>
  /** The first administrator says who they are, and for whom they work. */
  nameFirst(input: { name: string; email: string; organisation: string }): Promise<UserView>
  createOrganisation(input: CreateOrganisationInput): Promise<OrganisationView>
  organisations(): Promise<OrganisationView[]>
  createTeam(input: CreateTeamInput): Promise<TeamView>
  teams(organisation?: string): Promise<TeamView[]>
  /** The team. @throws PolkuProblem `not-found` */
  team(id: string): Promise<TeamView & { members: { user: string; caseRoles: string[] }[] }>
  /** Puts a person into a team, or changes the case roles there. */
  join(team: string, input: JoinTeamInput): Promise<void>
  leave(team: string, user: string): Promise<void>
  /** Adds a person, who cannot sign in before a password is chosen or a provider is used. */
  createUser(input: CreateUserInput): Promise<UserView>
  /** Changes a person; who may not sign in any more is signed out everywhere at once. */
  changeUser(id: string, input: ChangeUserInput): Promise<UserView>
  user(id: string): Promise<UserView>
  users(filter: { organisation?: string; limit?: number; after?: string }): Promise<UserView[]>
}

/** @throws PolkuProblem `not-found`, `user-taken`, `stale-revision`, `last-administrator`, `invalid-request` */
export function peopleCommands(context: Context): People {
  const { store } = context
  const now = () => context.clock.now().getTime()
  return {
    prepareFirst: () =>
      write(context, async (tx) => {
        const at = now()
        if (!(await tx.organisation(ownOrganisation))) {
          const row = { id: ownOrganisation, name: 'Oma organisaatio', kind: 'authority' as const, createdAt: at }
          await tx.insertOrganisation(row)
        }
        if (!(await tx.user(firstUser.id))) {
          await tx.insertUser({
            ...firstUser,
            name: 'Pääkäyttäjä',
            organisation: ownOrganisation,
            systemRoles: ['administrator'],
            active: true,
            seesProtected: false,
            createdAt: at,
            updatedAt: at,
            revision: 1,
          })
        }
        const { id, email } = await requireUser(tx, firstUser.id)
        return { id, email }
      }),
    nameFirst: ({ name, email, organisation }) =>
      write(context, async (tx) => {
        const before = await requireUser(tx, firstUser.id)
        const row = { ...before, name, email: email.toLowerCase(), updatedAt: now(), revision: before.revision + 1 }
        await tx.updateUser(row, before.revision)
        await tx.renameOrganisation(ownOrganisation, organisation)
        return userView(row, await tx.membershipsOf(row.id))
      }),
    createOrganisation: async (input) => {
      const { by: _, ...given } = parse(createOrganisationSchema, input)
      const row: OrganisationRow = { ...given, createdAt: now() }
      await write(context, async (tx) => {
        if (await tx.organisation(row.id)) throw taken('organisation', row.id)
        await tx.insertOrganisation(row)
      })
      return dated(row)
    },
    organisations: () => store.read(async (tx) => (await tx.organisations()).map(dated)),
    createTeam: async (input) => {
      const { by: _, ...given } = parse(createTeamSchema, input)
      const row: TeamRow = { ...given, createdAt: now() }
      await write(context, async (tx) => {
        await requireOrganisation(tx, row.organisation)
        if (await tx.team(row.id)) throw taken('team', row.id)
        await tx.insertTeam(row)
      })
      return dated(row)
    },
    teams: (organisation) => store.read(async (tx) => (await tx.teams(organisation)).map(dated)),
    team: (id) =>
      store.read(async (tx) => {
        const row = await requireTeam(tx, id)
        const members = (await tx.members(id)).map(({ user, caseRoles }) => ({ user, caseRoles }))
        return { ...dated(row), members }
      }),
    join: async (team, input) => {
      const { user, caseRoles } = parse(joinTeamSchema, input)
      await write(context, async (tx) => {
        const { organisation } = await requireTeam(tx, team)
        const person = await requireUser(tx, user)
        if (person.organisation !== organisation) {
          const message = `is of the organisation "${person.organisation}", and the team of "${organisation}"`
          throw new PolkuProblem('invalid-request', `The user ${message}.`, { errors: [{ path: ['user'], message }] })
        }
        await tx.saveMembership({ team, user, caseRoles })
      })
    },
    leave: (team, user) => write(context, (tx) => tx.deleteMembership(team, user)),
    createUser: async (input) => {
      const { by: _, ...given } = parse(createUserSchema, input)
      const at = now()
      const row: UserRow = { ...given, active: true, createdAt: at, updatedAt: at, revision: 1 }
      await write(context, async (tx) => {
        await requireOrganisation(tx, row.organisation)
        await tx.insertUser(row)
      })
      return userView(row, [])
    },
    changeUser: async (id, input) => {
      const { by: _, revision, ...changes } = parse(changeUserSchema, input)
      return write(context, async (tx) => {
        const before = await requireUser(tx, id)
        if (before.revision !== revision) {
          const words = `User ${id} is at revision ${before.revision}, not ${revision}. Look again and decide anew.`
          throw new PolkuProblem('stale-revision', words, { revision: before.revision })
        }
        const row = { ...before, ...changes, updatedAt: now(), revision: revision + 1 }
        await requireAdministrator(tx, row)
        await tx.updateUser(row, revision)
        if (!row.active) await tx.deleteSessionsOf(id)
        return userView(row, await tx.membershipsOf(id))
      })
    },
    user: (id) => store.read(async (tx) => userView(await requireUser(tx, id), await tx.membershipsOf(id))),
    users: (filter) =>
      store.read(async (tx) => {
        const found: UserView[] = []
        for (const row of await tx.users(filter)) found.push(userView(row, await tx.membershipsOf(row.id)))
        return found
      }),
  }
}

const dated = <R extends { createdAt: number }>(row: R): Omit<R, 'createdAt'> & { createdAt: string } => ({
  ...row,
  createdAt: iso(row.createdAt),
})

function userView({ createdAt: _, updatedAt: __, ...row }: UserRow, memberships: readonly MembershipRow[]): UserView {
  return { ...row, teams: memberships.map(({ team, caseRoles }) => ({ team, caseRoles })) }
}

/** Somebody must be able to let people in. */
async function requireAdministrator(tx: ReadTx, changed: UserRow): Promise<void> {
  if (changed.active && changed.systemRoles.includes('administrator')) return
  const all = await tx.users({})
  const others = all.filter(({ id, active, systemRoles }) => {
    return id !== changed.id && active && systemRoles.includes('administrator')
  })
  const was = all.find(({ id }) => id === changed.id)
  if (others.length === 0 && was?.active && was.systemRoles.includes('administrator')) {
    throw new PolkuProblem(
      'last-administrator',
      'This is the last administrator: make somebody else one first, or nobody could let people in.',
    )
  }
}

function taken(what: string, id: string): PolkuProblem {
  return new PolkuProblem('id-taken', `There is a ${what} with the id "${id}" already.`)
}

async function requireOrganisation(tx: ReadTx, id: string): Promise<OrganisationRow> {
  return found(await tx.organisation(id), 'organisation', id)
}

async function requireTeam(tx: ReadTx, id: string): Promise<TeamRow> {
  return found(await tx.team(id), 'team', id)
}

async function requireUser(tx: ReadTx, id: string): Promise<UserRow> {
  return found(await tx.user(id), 'user', id)
}

function found<R>(row: R | undefined, what: string, id: string): R {
  if (row) return row
  throw new PolkuProblem('not-found', `There is no ${what} "${id}".`)
}
