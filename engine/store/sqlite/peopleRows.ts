import type { GrantRow, MembershipRow, PeopleReads, PeopleWrites, TokenRow, UserRow } from '../peopleRows.ts'
import { StoreConflict } from '../store.ts'
import { type Bindable, type Connection, change, EVERY_ROW, filtered, isTaken, type Written } from './statements.ts'

type Reads = Omit<PeopleReads, 'accessLog' | 'isOwn' | 'childJourneys'>
type Writes = Written<Omit<PeopleWrites, 'appendAccess'>>

const ORGANISATION = 'SELECT id, name, kind, created_at AS createdAt FROM organisations'
const TEAM = 'SELECT id, organisation, name, created_at AS createdAt FROM teams'
const USER = `SELECT id, name, email, organisation, system_roles AS systemRoles, active, sees_protected AS seesProtected,
  created_at AS createdAt, updated_at AS updatedAt, revision FROM users`
const MEMBERSHIP = 'SELECT team, user, case_roles AS caseRoles FROM team_members'
type StoredGrant = Omit<GrantRow, 'items'> & { items: string | null }
const toGrant = (row: StoredGrant): GrantRow => ({ ...row, items: row.items === null ? null : JSON.parse(row.items) })

const GRANT = `SELECT id, client, journey, kind, organisation, team, "user", case_role AS caseRole, basis, section, items, sealed,
  "from", until, withdrawn_at AS withdrawnAt, withdrawn_by AS withdrawnBy, granted_at AS grantedAt,
  granted_by AS grantedBy FROM grants`
const TOKEN = `SELECT id, hash, name, "user", scopes, created_at AS createdAt, created_by AS createdBy,
  expires_at AS expiresAt, revoked_at AS revokedAt FROM tokens`

type StoredUser = Omit<UserRow, 'systemRoles' | 'active' | 'seesProtected'> & {
  systemRoles: string
  active: number
  seesProtected: number
}
type StoredMembership = Omit<MembershipRow, 'caseRoles'> & { caseRoles: string }
type StoredToken = Omit<TokenRow, 'scopes'> & { scopes: string }

const toUser = (row: StoredUser): UserRow => ({
  ...row,
  systemRoles: JSON.parse(row.systemRoles),
  active: row.active === 1,
  seesProtected: row.seesProtected === 1,
})
const toMembership = (row: StoredMembership): MembershipRow => ({ ...row, caseRoles: JSON.parse(row.caseRoles) })
const toToken = (row: StoredToken): TokenRow => ({ ...row, scopes: JSON.parse(row.scopes) })
const maybe = <A, B>(row: A | undefined, to: (row: A) => B): B | undefined => (row === undefined ? undefined : to(row))

/** Reads who works with Polku, and what has been granted to whom. */
export function peopleReads(db: Connection): Reads {
  const organisation = db.prepare<[string], Awaited<ReturnType<Reads['organisation']>>>(`${ORGANISATION} WHERE id = ?`)
  const organisations = db.prepare<[], NonNullable<Awaited<ReturnType<Reads['organisation']>>>>(
    `${ORGANISATION} ORDER BY id`,
  )
  const team = db.prepare<[string], Awaited<ReturnType<Reads['team']>>>(`${TEAM} WHERE id = ?`)
  const teams = filtered<NonNullable<Awaited<ReturnType<Reads['team']>>>>(db, TEAM, 'organisation, id')
  const user = db.prepare<[string], StoredUser>(`${USER} WHERE id = ?`)
  const userByEmail = db.prepare<[string], StoredUser>(`${USER} WHERE email = ?`)
  const users = filtered<StoredUser>(db, USER, 'id')
  const membershipsOf = db.prepare<[string], StoredMembership>(`${MEMBERSHIP} WHERE user = ? ORDER BY team`)
  const members = db.prepare<[string], StoredMembership>(`${MEMBERSHIP} WHERE team = ? ORDER BY user`)
  const grant = db.prepare<[string], StoredGrant>(`${GRANT} WHERE id = ?`)
  const grantsOf = db.prepare<[string], StoredGrant>(`${GRANT} WHERE client = ? ORDER BY id DESC`)
  const grantsTo = db.prepare<[string, number, number], StoredGrant>(
    `${GRANT} WHERE organisation = ? AND withdrawn_at IS NULL AND "from" <= ? AND (until IS NULL OR until > ?)
     ORDER BY client, id`,
  )
  const tokenByHash = db.prepare<[string], StoredToken>(`${TOKEN} WHERE hash = ?`)
  const tokensOf = db.prepare<[string], StoredToken>(`${TOKEN} WHERE "user" = ? ORDER BY id`)
  const account = db.prepare('SELECT 1 FROM accounts LIMIT 1')
  return {
    async organisation(id) {
      return organisation.get(id)
    },
    async organisations() {
      return organisations.all()
    },
    async team(id) {
      return team.get(id)
    },
    async teams(of) {
      return teams([of === undefined ? undefined : ['organisation = ?', of]], EVERY_ROW)
    },
    async user(id) {
      return maybe(user.get(id), toUser)
    },
    async userByEmail(email) {
      return maybe(userByEmail.get(email), toUser)
    },
    async users({ organisation: of, limit, after }) {
      const rows = users(
        [of === undefined ? undefined : ['organisation = ?', of], after === undefined ? undefined : ['id > ?', after]],
        limit,
      )
      return rows.map(toUser)
    },
    async membershipsOf(id) {
      return membershipsOf.all(id).map(toMembership)
    },
    async members(id) {
      return members.all(id).map(toMembership)
    },
    async grant(id) {
      return maybe(grant.get(id), toGrant)
    },
    async grantsOf(client) {
      return grantsOf.all(client).map(toGrant)
    },
    async grantsTo(to, now) {
      return grantsTo.all(to, now, now).map(toGrant)
    },
    async tokenByHash(hash) {
      return maybe(tokenByHash.get(hash), toToken)
    },
    async tokensOf(id) {
      return tokensOf.all(id).map(toToken)
    },
    async hasAccounts() {
      return account.get() !== undefined
    },
  }
}

/** Writes them. */
export function peopleWrites(db: Connection): Writes {
  const insertOrganisation = change<[string, string, string, number]>(
    db,
    'INSERT INTO organisations (id, name, kind, created_at) VALUES (?, ?, ?, ?)',
  )
  const renameOrganisation = change<[string, string]>(db, 'UPDATE organisations SET name = ? WHERE id = ?')
  const insertTeam = change<[string, string, string, number]>(
    db,
    'INSERT INTO teams (id, organisation, name, created_at) VALUES (?, ?, ?, ?)',
  )
  const insertUser = change<Bindable[]>(
    db,
    `INSERT INTO users (name, email, organisation, system_roles, active, sees_protected, created_at, updated_at,
       revision, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const updateUser = change<Bindable[]>(
    db,
    `UPDATE users SET name = ?, email = ?, organisation = ?, system_roles = ?, active = ?, sees_protected = ?,
       created_at = ?, updated_at = ?, revision = ? WHERE id = ? AND revision = ?`,
  )
  const saveMembership = change<[string, string, string]>(
    db,
    `INSERT INTO team_members (team, user, case_roles) VALUES (?, ?, ?)
     ON CONFLICT (team, user) DO UPDATE SET case_roles = excluded.case_roles`,
  )
  const deleteMembership = change<[string, string]>(db, 'DELETE FROM team_members WHERE team = ? AND user = ?')
  const insertGrant = change<Bindable[]>(
    db,
    `INSERT INTO grants (id, client, journey, kind, organisation, team, "user", case_role, basis, section, items, sealed,
       "from", until, withdrawn_at, withdrawn_by, granted_at, granted_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const withdrawGrant = change<[number, string, string]>(
    db,
    'UPDATE grants SET withdrawn_at = ?, withdrawn_by = ? WHERE id = ? AND withdrawn_at IS NULL',
  )
  const insertToken = change<Bindable[]>(
    db,
    `INSERT INTO tokens (id, hash, name, "user", scopes, created_at, created_by, expires_at, revoked_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const revokeToken = change<[number, string]>(
    db,
    'UPDATE tokens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL',
  )
  const deleteVerifications = change<[string]>(db, 'DELETE FROM verifications WHERE value = ?')
  const deleteSessions = change<[string]>(db, 'DELETE FROM sessions WHERE user_id = ?')
  const fieldsOf = (row: UserRow): Bindable[] => {
    const { name, email, organisation, systemRoles, active, seesProtected, createdAt, updatedAt, revision, id } = row
    const roles = JSON.stringify(systemRoles)
    const flags = [active ? 1 : 0, seesProtected ? 1 : 0]
    return [name, email, organisation, roles, ...flags, createdAt, updatedAt, revision, id]
  }
  const orConflict = <T>(row: UserRow, write: () => T): T => {
    try {
      return write()
    } catch (error) {
      if (!isTaken(error)) throw error
      throw new StoreConflict('user', `There is a user with the id ${row.id} or with this e-mail address already`)
    }
  }
  return {
    insertOrganisation({ id, name, kind, createdAt }) {
      insertOrganisation(id, name, kind, createdAt)
    },
    renameOrganisation(id, name) {
      renameOrganisation(name, id)
    },
    insertTeam({ id, organisation, name, createdAt }) {
      insertTeam(id, organisation, name, createdAt)
    },
    insertUser(row) {
      orConflict(row, () => insertUser(...fieldsOf(row)))
    },
    updateUser(row, expected) {
      if (orConflict(row, () => updateUser(...fieldsOf(row), expected)) === 1) return
      throw new StoreConflict('revision', `User ${row.id} is no longer at revision ${expected}`)
    },
    saveMembership({ team, user, caseRoles }) {
      saveMembership(team, user, JSON.stringify(caseRoles))
    },
    deleteMembership(team, user) {
      deleteMembership(team, user)
    },
    insertGrant(row) {
      const { id, client, journey, kind, organisation, team, user, caseRole, basis, section, items, sealed } = row
      const { from, until, withdrawnAt, withdrawnBy, grantedAt, grantedBy } = row
      insertGrant(
        id,
        client,
        journey,
        kind,
        organisation,
        team,
        user,
        caseRole,
        basis,
        section,
        items === null ? null : JSON.stringify(items),
        sealed,
        from,
        until,
        withdrawnAt,
        withdrawnBy,
        grantedAt,
        grantedBy,
      )
    },
    withdrawGrant(id, by, at) {
      withdrawGrant(at, by, id)
    },
    insertToken(row) {
      const { id, hash, name, user, scopes, createdAt, createdBy, expiresAt, revokedAt } = row
      insertToken(id, hash, name, user, JSON.stringify(scopes), createdAt, createdBy, expiresAt, revokedAt)
    },
    revokeToken(id, at) {
      revokeToken(at, id)
    },
    deleteVerificationsOf(user) {
      deleteVerifications(user)
    },
    deleteSessionsOf(user) {
      deleteSessions(user)
    },
  }
}
