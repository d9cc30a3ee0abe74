/** Who works with Polku, whom they may see, and whom they have seen. */
import { sql } from 'drizzle-orm'
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { clients } from './clients.ts'
import { journeys } from './journeys.ts'

/** Who has clients and who serves them: an authority (TE office, municipality), or a service provider. */
export const organisations = sqliteTable('organisations', {
  id: text().primaryKey().notNull(),
  name: text().notNull(),
  kind: text().notNull(),
  createdAt: integer('created_at').notNull(),
})

export const teams = sqliteTable(
  'teams',
  {
    id: text().primaryKey().notNull(),
    organisation: text()
      .notNull()
      .references(() => organisations.id),
    name: text().notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (row) => [index('teams_of_organisation').on(row.organisation, row.id)],
)

/** People who work with Polku. The library that signs them in reads this table too. */
export const users = sqliteTable(
  'users',
  {
    id: text().primaryKey().notNull(),
    name: text().notNull(),
    /** in lower case */
    email: text().notNull(),
    emailVerified: integer('email_verified', { mode: 'boolean' }).notNull().default(false),
    image: text(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
    organisation: text()
      .notNull()
      .references(() => organisations.id),
    /** a JSON list */
    systemRoles: text('system_roles').notNull(),
    /** 0: may not sign in any more */
    active: integer().notNull(),
    /** 1: sees addresses that are protected */
    seesProtected: integer('sees_protected').notNull(),
    revision: integer().notNull(),
  },
  (row) => [uniqueIndex('users_by_email').on(row.email), index('users_of_organisation').on(row.organisation, row.id)],
)

export const teamMembers = sqliteTable(
  'team_members',
  {
    team: text()
      .notNull()
      .references(() => teams.id),
    user: text()
      .notNull()
      .references(() => users.id),
    /** the case roles they act in on the team's journeys, as a JSON list */
    caseRoles: text('case_roles').notNull(),
  },
  (row) => [primaryKey({ columns: [row.team, row.user] }), index('teams_of_user').on(row.user, row.team)],
)

/** Who may see a client besides the owner organisation's own people, as what, on what basis, and until when. */
export const grants = sqliteTable(
  'grants',
  {
    id: text().primaryKey().notNull(),
    client: text()
      .notNull()
      .references(() => clients.id),
    /** null: all journeys of the client */
    journey: text().references(() => journeys.id),
    kind: text().notNull(),
    organisation: text()
      .notNull()
      .references(() => organisations.id),
    /** null: the whole organisation */
    team: text().references(() => teams.id),
    /** null: the whole team */
    user: text().references(() => users.id),
    caseRole: text('case_role'),
    /** `statute` with its section, or `consent` */
    basis: text().notNull(),
    section: text(),
    /** the facts that a consent covers, as a JSON list of names */
    items: text(),
    /** what people wrote: the purpose, who gave consent, why glass was broken */
    sealed: blob().notNull(),
    from: integer().notNull(),
    until: integer(),
    withdrawnAt: integer('withdrawn_at'),
    withdrawnBy: text('withdrawn_by'),
    grantedAt: integer('granted_at').notNull(),
    grantedBy: text('granted_by').notNull(),
  },
  (row) => [
    index('grants_of_client').on(row.client, row.id),
    index('grants_to_organisation').on(row.organisation, row.client).where(sql`withdrawn_at IS NULL`),
  ],
)

/** API tokens of systems: only a hash of each is kept. */
export const tokens = sqliteTable(
  'tokens',
  {
    id: text().primaryKey().notNull(),
    hash: text().notNull(),
    name: text().notNull(),
    user: text()
      .notNull()
      .references(() => users.id),
    /** a JSON list */
    scopes: text().notNull(),
    createdAt: integer('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    expiresAt: integer('expires_at').notNull(),
    revokedAt: integer('revoked_at'),
  },
  (row) => [uniqueIndex('tokens_by_hash').on(row.hash), index('tokens_of_user').on(row.user, row.id)],
)

/** One row a request that read or wrote data of clients; who they were stands beside it. Append only. */
export const accessLog = sqliteTable(
  'access_log',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: integer().notNull(),
    user: text().notNull(),
    organisation: text().notNull(),
    /** the API token it came with; null for a person's session */
    token: text(),
    operation: text().notNull(),
    /** `read` or `write` */
    access: text().notNull(),
    recordClass: text('record_class').notNull(),
    purpose: text().notNull(),
    /** what the viewer's right rested on: `owner`, `grant` with its id, `breakGlass` with its id, `audit` */
    basis: text().notNull(),
    journey: text(),
    request: text().notNull(),
  },
  (row) => [index('access_log_of_user').on(row.user, row.id)],
)

/** Whom a row of the access log is about. */
export const accessLogClients = sqliteTable(
  'access_log_clients',
  {
    client: text().notNull(),
    entry: integer()
      .notNull()
      .references(() => accessLog.id),
  },
  (row) => [primaryKey({ columns: [row.client, row.entry] }), index('access_log_clients_of').on(row.entry, row.client)],
)
