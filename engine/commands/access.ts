import { localDate } from '../pathway/calendar/zoneDay.ts'
import type {
  AccessRow,
  GrantRow,
  MembershipRow,
  OrganisationKind,
  Sight,
  StoredAccessRow,
  SystemRole,
} from '../store/peopleRows.ts'
import type { JourneyRow, ReadTx } from '../store/store.ts'
import type { Context } from './context.ts'
import { type Reader, readerOf } from './reader.ts'
import { iso } from './view.ts'

/** A person (or a system) who is known to be who they say, with what decides on what they may see. */
export interface Viewer {
  user: string
  name: string
  organisation: string
  organisationKind: OrganisationKind
  systemRoles: SystemRole[]
  memberships: MembershipRow[]
  seesProtected: boolean
}

/** How somebody stands to a client, or to one of the client's journeys. */
export interface Standing {
  client: string
  journey: string | null
  /**
   * `owner`: works at the organisation that has the client, and looks after the client; `grant`: let in as a case role;
   * `breakGlass`: of the owner organisation, and let in for a day with a reason
   */
  through: 'owner' | 'grant' | 'breakGlass'
  /** sees the client as an auditor only: to read, and nothing that is confidential */
  isAudit?: boolean
  /** for the access log: on what it rests, with the grant's id where there is one */
  basis: string
  /** the case roles in which the person acts there */
  caseRoles: string[]
  /** where it rests on grants: the journeys of the client that they cover; of the others, nothing is theirs */
  covered?: CoveredJourney[]
}

/** What grants let somebody do on one journey. */
export interface CoveredJourney {
  journey: JourneyRow
  caseRoles: string[]
  /** the facts that consents cover, where it rests on nothing else; undefined: all that the case roles read */
  items?: string[]
}

/** How somebody stands to what they ask about, and what they read of it. */
export interface Admission {
  standing: Standing
  reader: Reader
}

/** One line of the access log, as people read it. */
export type AccessView = Omit<StoredAccessRow, 'at' | 'request'> & { at: string }

/** What somebody may see, and who has seen what. */
export interface Access {
  /** The person as a viewer; undefined when there is none, or they may not sign in any more. */
  viewer(user: string): Promise<Viewer | undefined>
  /** What they see, for lists. */
  sight(viewer: Viewer): Promise<Sight>
  /** How they stand to a client; undefined when they do not see the client, or there is none. */
  toClient(viewer: Viewer, client: string): Promise<Standing | undefined>
  /** How they stand to a journey; undefined when they do not see it, or there is none. */
  toJourney(viewer: Viewer, journey: string): Promise<Standing | undefined>
  /** How they stand to one of the two, and what they read of it, at one moment; undefined when they do not see it. */
  admit(viewer: Viewer, subject: { client: string } | { journey: string }): Promise<Admission | undefined>
  /** Keeps that somebody has read or written data of clients. Durable when it resolves. */
  log(row: Omit<AccessRow, 'at'>, clients: readonly string[]): Promise<void>
  /** The log of a client or of a user, newest first. */
  list(filter: { client?: string; user?: string; limit: number; before?: number }): Promise<AccessView[]>
}

/** Roles that see every client of their organisation; a counsellor sees those of the own teams. */
const seeAll: ReadonlySet<SystemRole> = new Set(['manager', 'auditor', 'integration'])
/** Roles that may be let in to clients by a grant. */
const letIn: ReadonlySet<SystemRole> = new Set(['counsellor', 'manager', 'provider', 'integration'])

export function accessCommands(context: Context): Access {
  const { store } = context
  const now = () => context.clock.now().getTime()
  return {
    viewer: (id) => store.read((tx) => readViewer(tx, id)),
    sight: (viewer) => store.read((tx) => sightOf(tx, viewer, now())),
    toClient: (viewer, client) => store.read((tx) => toClient(tx, viewer, now(), client)),
    toJourney: (viewer, id) => store.read((tx) => toJourney(tx, viewer, now(), id)),
    admit: (viewer, subject) =>
      store.read(async (tx) => {
        const standing =
          'journey' in subject
            ? await toJourney(tx, viewer, now(), subject.journey)
            : await toClient(tx, viewer, now(), subject.client)
        return standing && { standing, reader: await readerOf(context, tx, viewer, standing) }
      }),
    log: (row, clients) => store.write((tx) => tx.appendAccess({ ...row, at: now() }, clients)),
    list: (filter) => store.read(async (tx) => (await tx.accessLog(filter)).map(accessView)),
  }
}

/** A person as a viewer; undefined when there is none, or they may not sign in any more. */
export async function readViewer(tx: ReadTx, id: string): Promise<Viewer | undefined> {
  const user = await tx.user(id)
  if (!user?.active) return undefined
  const organisation = await tx.organisation(user.organisation)
  if (!organisation) throw new Error(`user ${id} is of the organisation ${user.organisation}, which is not there`)
  const { name, systemRoles, seesProtected } = user
  const memberships = await tx.membershipsOf(id)
  const { id: of, kind: organisationKind } = organisation
  return { user: id, name, organisation: of, organisationKind, systemRoles, memberships, seesProtected }
}

const accessView = ({ at, request: _, ...row }: StoredAccessRow): AccessView => ({ ...row, at: iso(at) })

async function sightOf(tx: ReadTx, viewer: Viewer, now: number): Promise<Sight> {
  const granted = (await heldGrants(tx, viewer, now)).map(({ client, journey }) => ({ client, journey }))
  return { ...(await ownSight(tx, viewer, now)), granted: await withModules(tx, granted) }
}

async function toClient(tx: ReadTx, viewer: Viewer, now: number, client: string): Promise<Standing | undefined> {
  return (await tx.client(client)) && standing(tx, viewer, now, client)
}

async function toJourney(tx: ReadTx, viewer: Viewer, now: number, id: string): Promise<Standing | undefined> {
  const journey = await tx.journey(id)
  return journey && standing(tx, viewer, now, journey.client, journey)
}

/** What they see of the own organisation's clients because of their role. */
async function ownSight(tx: ReadTx, viewer: Viewer, now: number): Promise<OwnSight> {
  const sight = sightByRole(viewer, viewer.systemRoles)
  if (!sight.within) return sight
  const { users, teams } = sight.within
  return { ...sight, within: { users: [...users, ...(await stoodInForBy(tx, viewer, now))], teams } }
}

type OwnSight = Omit<Sight, 'granted'>

/** The same without those for whom they stand in. */
function sightByRole({ user, organisation, memberships }: Viewer, roles: readonly SystemRole[]): OwnSight {
  if (roles.some((role) => seeAll.has(role))) return { organisation }
  if (!roles.includes('counsellor')) return {}
  return { organisation, within: { users: [user], teams: memberships.map(({ team }) => team) } }
}

async function stoodInForBy(tx: ReadTx, { user }: Viewer, now: number): Promise<string[]> {
  const rows = await tx.substitutes({ substitute: user, on: localDate(now, 'Europe/Helsinki') })
  return rows.map((one) => one.user)
}

/** Whether a client is one of the own organisation's whom these roles show. Most ask about a client of their own. */
async function isOwn(
  tx: ReadTx,
  viewer: Viewer,
  now: number,
  client: string,
  roles: readonly SystemRole[],
): Promise<boolean> {
  const sight = sightByRole(viewer, roles)
  if (await tx.isOwn(client, { ...sight, granted: [] })) return true
  const users = sight.within ? await stoodInForBy(tx, viewer, now) : []
  return users.length > 0 && tx.isOwn(client, { ...sight, within: { users, teams: [] }, granted: [] })
}

async function standing(
  tx: ReadTx,
  viewer: Viewer,
  now: number,
  client: string,
  journey?: JourneyRow,
): Promise<Standing | undefined> {
  const place = { client, journey: journey?.id ?? null }
  const working = viewer.systemRoles.filter((role) => role !== 'auditor')
  const isAudit = !(await isOwn(tx, viewer, now, client, working))
  if (!isAudit || (await isOwn(tx, viewer, now, client, viewer.systemRoles))) {
    const caseRoles = [...new Set(viewer.memberships.flatMap((one) => one.caseRoles))]
    if (isAudit) return { ...place, through: 'owner', isAudit, basis: 'audit', caseRoles: [] }
    return { ...place, through: 'owner', basis: 'owner', caseRoles }
  }
  const grants = (await heldGrants(tx, viewer, now)).filter((grant) => grant.client === client)
  const about = journey ? await coveringJourney(tx, grants, journey) : grants
  const broken = about.find(({ kind }) => kind === 'breakGlass')
  if (broken) return { ...place, through: 'breakGlass', basis: `breakGlass ${broken.id}`, caseRoles: [] }
  const [first] = about
  if (!first) return undefined
  const covered: CoveredJourney[] = []
  for (const one of journey ? [journey] : await tx.journeys({ client })) {
    const over = await coveringJourney(tx, about, one)
    if (over.length > 0) covered.push(coverage(one, over))
  }
  return { ...place, through: 'grant', basis: `${first.basis} ${first.id}`, caseRoles: caseRolesOf(about), covered }
}

function coverage(journey: JourneyRow, grants: readonly GrantRow[]): CoveredJourney {
  const items = grants.every((one) => one.items !== null) ? grants.flatMap((one) => one.items ?? []) : undefined
  return { journey, caseRoles: caseRolesOf(grants), ...(items && { items }) }
}

const caseRolesOf = (grants: readonly GrantRow[]) => [...new Set(grants.flatMap(({ caseRole }) => caseRole ?? []))]

/** Grants that let this person in now. */
async function heldGrants(tx: ReadTx, viewer: Viewer, now: number): Promise<GrantRow[]> {
  if (!viewer.systemRoles.some((role) => letIn.has(role))) return []
  const teams = viewer.memberships.map(({ team }) => team)
  const held: GrantRow[] = []
  for (const grant of await tx.grantsTo(viewer.organisation, now)) {
    const isMine = grant.user ? grant.user === viewer.user : grant.team === null || teams.includes(grant.team)
    if (isMine && (await hasDuties(tx, grant))) held.push(grant)
  }
  return held
}

/** A grant without a last day lasts as long as its journey, or a module of it: what is reported after the end belongs to it. */
async function hasDuties(tx: ReadTx, { client, journey, until }: GrantRow): Promise<boolean> {
  if (until !== null || journey === null) return true
  return (await tx.journey(journey))?.status === 'active' || hasLiveModule(tx, client, journey)
}

async function hasLiveModule(tx: ReadTx, client: string, journey: string): Promise<boolean> {
  for (const child of await tx.childJourneys(client, journey)) {
    if (child.status === 'active' || (await hasLiveModule(tx, client, child.id))) return true
  }
  return false
}

/** Grants on the journey itself, on one that it is a module of, or on all of the client's. */
async function coveringJourney(tx: ReadTx, grants: readonly GrantRow[], journey: JourneyRow): Promise<GrantRow[]> {
  const line = new Set<string>()
  for (let row: JourneyRow | undefined = journey; row; ) {
    line.add(row.id)
    const { parent }: { parent: { journey: string } | null } = JSON.parse(row.state)
    row = parent ? await tx.journey(parent.journey) : undefined
  }
  return grants.filter((grant) => grant.journey === null || line.has(grant.journey))
}

async function withModules(tx: ReadTx, granted: Sight['granted']): Promise<Sight['granted']> {
  const all = [...granted]
  for (const { client, journey } of all) {
    if (journey === null) continue
    for (const { id } of await tx.childJourneys(client, journey)) all.push({ client, journey: id })
  }
  return all
}
