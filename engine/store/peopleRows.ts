/**
 * The part of the `Store` port that keeps who works with Polku, and what they may see. Rows are plain data; instants are
 * epoch milliseconds.
 */

/** An authority has clients of its own; a provider serves those it is let in to. */
export type OrganisationKind = 'authority' | 'provider'

export interface OrganisationRow {
  id: string
  name: string
  kind: OrganisationKind
  createdAt: number
}

export interface TeamRow {
  id: string
  organisation: string
  name: string
  createdAt: number
}

export type SystemRole = 'administrator' | 'counsellor' | 'manager' | 'provider' | 'auditor' | 'integration'

export interface UserRow {
  id: string
  name: string
  /** in lower case; unique */
  email: string
  organisation: string
  systemRoles: SystemRole[]
  /** false: may not sign in any more */
  active: boolean
  seesProtected: boolean
  createdAt: number
  updatedAt: number
  /** grows by one with every change */
  revision: number
}

/** In a team, with the case roles the person acts in on the team's journeys. */
export interface MembershipRow {
  team: string
  user: string
  caseRoles: string[]
}

export type GrantKind = 'referral' | 'breakGlass'

export interface GrantRow {
  id: string
  client: string
  /** null: all journeys of the client */
  journey: string | null
  kind: GrantKind
  organisation: string
  /** null: the whole organisation */
  team: string | null
  /** null: the whole team */
  user: string | null
  caseRole: string | null
  basis: 'statute' | 'consent'
  /** the statute section, where the basis is one */
  section: string | null
  /** names of the facts that a consent covers; null where the basis is a statute */
  items: string[] | null
  sealed: Uint8Array
  from: number
  /** null: as long as its journey has duties left */
  until: number | null
  withdrawnAt: number | null
  withdrawnBy: string | null
  grantedAt: number
  grantedBy: string
}

export interface TokenRow {
  id: string
  /** of the token itself, which is kept nowhere */
  hash: string
  name: string
  user: string
  scopes: string[]
  createdAt: number
  createdBy: string
  expiresAt: number
  revokedAt: number | null
}

/** One request that read or wrote data of clients. */
export interface AccessRow {
  at: number
  user: string
  organisation: string
  /** the API token it came with; null for a person's session */
  token: string | null
  operation: string
  access: 'read' | 'write'
  recordClass: string
  purpose: string
  basis: string
  journey: string | null
  request: string
}

export interface StoredAccessRow extends AccessRow {
  id: number
  clients: string[]
}

/**
 * What somebody may see, for lists: clients of an organisation, all of them or those that some people and teams look after,
 * and what has been granted by name.
 */
export interface Sight {
  /** the organisation whose clients are seen; undefined for none */
  organisation?: string
  /** undefined: all its clients. Else those of these people (or with a task for them), of these teams and of their members */
  within?: { users: readonly string[]; teams: readonly string[] }
  granted: readonly { client: string; journey: string | null }[]
}

export interface PeopleReads {
  organisation(id: string): Promise<OrganisationRow | undefined>
  organisations(): Promise<OrganisationRow[]>
  team(id: string): Promise<TeamRow | undefined>
  teams(organisation?: string): Promise<TeamRow[]>
  user(id: string): Promise<UserRow | undefined>
  userByEmail(email: string): Promise<UserRow | undefined>
  /** By id. */
  users(filter: { organisation?: string; limit?: number; after?: string }): Promise<UserRow[]>
  membershipsOf(user: string): Promise<MembershipRow[]>
  members(team: string): Promise<MembershipRow[]>
  grant(id: string): Promise<GrantRow | undefined>
  /** Newest first, withdrawn ones too. */
  grantsOf(client: string): Promise<GrantRow[]>
  /** Those to an organisation that hold at `now`. */
  grantsTo(organisation: string, now: number): Promise<GrantRow[]>
  tokenByHash(hash: string): Promise<TokenRow | undefined>
  tokensOf(user: string): Promise<TokenRow[]>
  /** Whether anybody has ever chosen a password or signed in through a provider. */
  hasAccounts(): Promise<boolean>
  /** Newest first. */
  accessLog(filter: { client?: string; user?: string; limit: number; before?: number }): Promise<StoredAccessRow[]>
  /** Whether somebody with this sight sees a client because their organisation has the client. */
  isOwn(client: string, sight: Sight): Promise<boolean>
  /** Journeys that are modules of this one, running or ended. */
  childJourneys(client: string, parent: string): Promise<{ id: string; status: 'active' | 'ended' }[]>
}

export interface PeopleWrites {
  insertOrganisation(row: OrganisationRow): Promise<void>
  renameOrganisation(id: string, name: string): Promise<void>
  insertTeam(row: TeamRow): Promise<void>
  /** @throws StoreConflict `user` */
  insertUser(row: UserRow): Promise<void>
  /** @throws StoreConflict `user`, `revision` */
  updateUser(row: UserRow, expectedRevision: number): Promise<void>
  saveMembership(row: MembershipRow): Promise<void>
  deleteMembership(team: string, user: string): Promise<void>
  insertGrant(row: GrantRow): Promise<void>
  withdrawGrant(id: string, by: string, at: number): Promise<void>
  insertToken(row: TokenRow): Promise<void>
  revokeToken(id: string, at: number): Promise<void>
  deleteSessionsOf(user: string): Promise<void>
  deleteVerificationsOf(user: string): Promise<void>
  appendAccess(row: AccessRow, clients: readonly string[]): Promise<void>
}
