/**
 * The SQLite tables, for `npm run migrations` (drizzle-kit). Statements stand as SQL beside the functions that run them.
 *
 * Instants are epoch milliseconds, local dates `YYYY-MM-DD`, booleans 0 and 1. Foreign keys hold what belongs to
 * whom, so parents are written first: version and client before journey, journey before its journal, timers, tasks and
 * outbox.
 */
import { sql } from 'drizzle-orm'
import { blob, foreignKey, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** What the designer has drawn nothing of yet. */
const noLayout = '{"positions":{},"collapsed":[]}'

export const pathwayVersions = sqliteTable(
  'pathway_versions',
  {
    pathway: text().notNull(),
    version: integer().notNull(),
    document: text().notNull(),
    parameters: text().notNull(),
    publishedAt: integer('published_at').notNull(),
    publishedBy: text('published_by').notNull(),
    note: text(),
    /** who decided that it be published */
    approver: text(),
    /** the local date from which journeys begin on it; empty: from its publishing on */
    startsOn: text('starts_on').notNull().default(''),
    /** where the designer draws what, as JSON */
    layout: text().notNull().default(noLayout),
  },
  (row) => [primaryKey({ columns: [row.pathway, row.version] })],
)

export const drafts = sqliteTable(
  'drafts',
  {
    id: text().primaryKey().notNull(),
    pathway: text().notNull(),
    document: text().notNull(),
    revision: integer().notNull(),
    savedAt: integer('saved_at').notNull(),
    savedBy: text('saved_by').notNull(),
    layout: text().notNull().default(noLayout),
    /** the published version that it began from */
    basedOn: integer('based_on'),
  },
  (row) => [index('drafts_of_pathway').on(row.pathway, row.id)],
)

/** Walks of example clients that were kept, with how each must come out. */
export const scenarios = sqliteTable(
  'scenarios',
  {
    pathway: text().notNull(),
    id: text().notNull(),
    name: text().notNull(),
    /** the walk and what is expected of it, as JSON */
    content: text().notNull(),
    revision: integer().notNull(),
    savedAt: integer('saved_at').notNull(),
    savedBy: text('saved_by').notNull(),
  },
  (row) => [primaryKey({ columns: [row.pathway, row.id] })],
)

export const clients = sqliteTable(
  'clients',
  {
    id: text().primaryKey().notNull(),
    createdAt: integer('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    identityHash: text('identity_hash'),
    sealed: blob().notNull(),
    wrappedKey: blob('wrapped_key'),
    organisation: text().notNull().default('own'),
    team: text(),
    revision: integer().notNull().default(1),
    changedAt: integer('changed_at').notNull().default(0),
    changedBy: text('changed_by').notNull().default(''),
    /** registers that the client is said to be in, as a JSON list */
    customerships: text().notNull().default('[]'),
  },
  (row) => [
    uniqueIndex('clients_by_identity').on(row.organisation, row.identityHash).where(sql`identity_hash IS NOT NULL`),
    index('clients_of_organisation').on(row.organisation, row.id),
    index('clients_of_team').on(row.team, row.id),
  ],
)

/** The blind index that clients are searched by: keyed hashes of parts of names and telephone numbers. */
export const clientMarks = sqliteTable(
  'client_marks',
  {
    client: text()
      .notNull()
      .references(() => clients.id),
    mark: integer().notNull(),
  },
  (row) => [index('client_marks_by_mark').on(row.mark, row.client), index('client_marks_of_client').on(row.client)],
)

/** That data of a client was erased, and on what ground. */
export const erasures = sqliteTable(
  'erasures',
  {
    client: text()
      .notNull()
      .references(() => clients.id),
    /** null for all there was */
    recordClass: text('record_class'),
    erasedAt: integer('erased_at').notNull(),
    erasedBy: text('erased_by').notNull(),
    reason: text().notNull(),
    basis: text().notNull(),
  },
  (row) => [index('erasures_of_client').on(row.client, row.erasedAt)],
)

export const legalHolds = sqliteTable(
  'legal_holds',
  {
    id: text().primaryKey().notNull(),
    client: text()
      .notNull()
      .references(() => clients.id),
    sealed: blob().notNull(),
    placedBy: text('placed_by').notNull(),
    placedAt: integer('placed_at').notNull(),
    until: text(),
    endedAt: integer('ended_at'),
    endedBy: text('ended_by'),
  },
  (row) => [index('legal_holds_of_client').on(row.client, row.id)],
)

/** One row, from the first change of the master key on: under which key the rows are, and how far the change has come. */
export const masterKeys = sqliteTable('master_keys', {
  id: integer().primaryKey().notNull(),
  /** names of keys, never keys */
  current: text().notNull(),
  previous: text(),
  changedAt: integer('changed_at').notNull(),
  client: text(),
  answers: integer().notNull(),
})

export const facts = sqliteTable(
  'facts',
  {
    id: text().primaryKey().notNull(),
    client: text()
      .notNull()
      .references(() => clients.id),
    name: text().notNull(),
    class: text().notNull(),
    sealed: blob().notNull(),
    source: text().notNull(),
    recordedBy: text('recorded_by').notNull(),
    recordedAt: integer('recorded_at').notNull(),
    holdsFrom: integer('holds_from').notNull(),
    /** 1 for the one row of its client and name that holds now */
    current: integer().notNull(),
  },
  (row) => [
    uniqueIndex('facts_current').on(row.client, row.name).where(sql`current = 1`),
    index('facts_of_client').on(row.client, row.recordedAt, row.id),
  ],
)

export const journeys = sqliteTable(
  'journeys',
  {
    id: text().primaryKey().notNull(),
    client: text()
      .notNull()
      .references(() => clients.id),
    pathway: text().notNull(),
    version: integer().notNull(),
    status: text().notNull(),
    revision: integer().notNull(),
    responsibleUser: text('responsible_user').notNull(),
    responsibleTeam: text('responsible_team'),
    startedAt: integer('started_at').notNull(),
    endedAt: integer('ended_at'),
    changedAt: integer('changed_at').notNull(),
    state: text().notNull(),
  },
  (row) => [
    foreignKey({
      columns: [row.pathway, row.version],
      foreignColumns: [pathwayVersions.pathway, pathwayVersions.version],
    }),
    index('journeys_of_client').on(row.client, row.status, row.id),
    index('journeys_of_pathway').on(row.pathway, row.id),
    index('journeys_of_version').on(row.pathway, row.version, row.status, row.id),
    index('journeys_of_responsible').on(row.responsibleUser, row.id),
    index('journeys_by_status').on(row.status, row.id),
    index('journeys_of_team').on(row.responsibleTeam, row.id).where(sql`responsible_team IS NOT NULL`),
  ],
)

export const journal = sqliteTable(
  'journal',
  {
    journey: text()
      .notNull()
      .references(() => journeys.id),
    seq: integer().notNull(),
    type: text().notNull(),
    by: text().notNull(),
    byRule: integer('by_rule').notNull(),
    recordedAt: integer('recorded_at').notNull(),
    occurredAt: integer('occurred_at').notNull(),
    entry: text().notNull(),
    sealed: blob(),
  },
  (row) => [primaryKey({ columns: [row.journey, row.seq] })],
)

/**
 * A live timer stands in exactly one of two partial indices: never failed (by due time, the order of work) or waiting
 * for its next attempt (by when that may be). A dead one stands in neither. When much has failed at once, those whose
 * wait is over are sorted within their index, which therefore holds every column that the search names.
 */
export const timers = sqliteTable(
  'timers',
  {
    journey: text()
      .notNull()
      .references(() => journeys.id),
    id: integer().notNull(),
    arming: integer().notNull(),
    kind: text().notNull(),
    name: text().notNull(),
    dueAt: integer('due_at').notNull(),
    attempts: integer().notNull().default(0),
    /** the next attempt is not before this; null when none has failed, or when dead */
    notBefore: integer('not_before'),
    dead: integer().notNull().default(0),
    lastError: text('last_error'),
  },
  (row) => [
    primaryKey({ columns: [row.journey, row.id] }),
    index('timers_due').on(row.dueAt, row.arming, row.journey, row.id).where(sql`dead = 0 AND not_before IS NULL`),
    index('timers_retry')
      .on(row.notBefore, row.dueAt, row.arming, row.journey, row.id, row.dead)
      .where(sql`dead = 0 AND not_before IS NOT NULL`),
    index('timers_dead').on(row.journey, row.id).where(sql`dead = 1`),
  ],
)

export const tasks = sqliteTable(
  'tasks',
  {
    journey: text()
      .notNull()
      .references(() => journeys.id),
    id: integer().notNull(),
    client: text().notNull(),
    kind: text().notNull(),
    name: text().notNull(),
    role: text(),
    assignee: text(),
    status: text().notNull(),
    dueDate: text('due_date'),
    overdue: integer().notNull(),
    openedAt: integer('opened_at').notNull(),
    closedAt: integer('closed_at'),
    closedBy: text('closed_by'),
    sealed: blob(),
    /** ticked items of its checklist, as a JSON list */
    ticked: text(),
    /** sorts after every date when there is none */
    dueOrder: text('due_order').notNull().generatedAlwaysAs(sql`coalesce(due_date, '~')`, { mode: 'virtual' }),
  },
  (row) => [
    primaryKey({ columns: [row.journey, row.id] }),
    index('tasks_open').on(row.dueOrder, row.journey, row.id).where(sql`status = 'open'`),
    index('tasks_open_of_role').on(row.role, row.dueOrder, row.journey, row.id).where(sql`status = 'open'`),
    index('tasks_open_of_assignee').on(row.assignee, row.dueOrder, row.journey, row.id).where(sql`status = 'open'`),
    index('tasks_of_client').on(row.client, row.dueOrder, row.journey, row.id),
  ],
)

/** Like timers: an undelivered message is either new (in order of writing) or waiting for its next attempt. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    journey: text()
      .notNull()
      .references(() => journeys.id),
    seq: integer().notNull(),
    topic: text().notNull(),
    payload: text().notNull(),
    createdAt: integer('created_at').notNull(),
    deliveredAt: integer('delivered_at'),
    attempts: integer().notNull().default(0),
    /** the next attempt is not before this: a failure waits so long, and an attempt under way has until then */
    notBefore: integer('not_before'),
    dead: integer().notNull().default(0),
    lastError: text('last_error'),
    /** the trace that the command belonged to (W3C traceparent), where there was one */
    trace: text(),
  },
  (row) => [
    index('outbox_new').on(row.id, row.createdAt).where(sql`delivered_at IS NULL AND dead = 0 AND not_before IS NULL`),
    index('outbox_retry')
      .on(row.notBefore, row.id, row.deliveredAt, row.dead)
      .where(sql`delivered_at IS NULL AND dead = 0 AND not_before IS NOT NULL`),
    index('outbox_dead').on(row.id).where(sql`dead = 1`),
  ],
)

/** One attempt to carry a message outside, or one that failed to deal with it inside. */
export const deliveryAttempts = sqliteTable(
  'delivery_attempts',
  {
    message: integer()
      .notNull()
      .references(() => outbox.id),
    attempt: integer().notNull(),
    worker: text().notNull(),
    startedAt: integer('started_at').notNull(),
    /** null while it is under way, and for ever when its worker died */
    endedAt: integer('ended_at'),
    /** null when it has not failed */
    error: text(),
  },
  (row) => [primaryKey({ columns: [row.message, row.attempt] })],
)

/**
 * What a person is told, once by each channel. How far an e-mail has come is not kept here: that is the message's that
 * carries it.
 */
export const notifications = sqliteTable(
  'notifications',
  {
    id: text().primaryKey().notNull(),
    journey: text()
      .notNull()
      .references(() => journeys.id),
    seq: integer().notNull(),
    /** the message that tells it */
    message: integer()
      .notNull()
      .references(() => outbox.id),
    recipient: text().notNull(),
    channel: text().notNull(),
    language: text().notNull(),
    template: text().notNull(),
    payload: text().notNull(),
    createdAt: integer('created_at').notNull(),
    /** null while it is unread, and for every channel but the worklist */
    seenAt: integer('seen_at'),
    /** the message that carries it outside; null for the worklist */
    carrier: integer().references(() => outbox.id),
  },
  (row) => [
    uniqueIndex('notifications_of_message').on(row.message, row.recipient, row.channel),
    index('notifications_of_recipient').on(row.recipient, row.id),
    index('notifications_unread').on(row.recipient, row.id).where(sql`channel = 'worklist' AND seen_at IS NULL`),
  ],
)

/** How a person wishes to be told. Who has no row is told on the worklist, in Finnish. */
export const notificationSettings = sqliteTable('notification_settings', {
  user: text().primaryKey().notNull(),
  email: text(),
  language: text().notNull(),
  /** the templates that go by e-mail as well, as a JSON list */
  byEmail: text('by_email').notNull(),
  savedAt: integer('saved_at').notNull(),
})

export const answers = sqliteTable(
  'answers',
  {
    caller: text().notNull(),
    key: text().notNull(),
    bodyHash: text('body_hash').notNull(),
    createdAt: integer('created_at').notNull(),
    answer: text().notNull(),
  },
  (row) => [primaryKey({ columns: [row.caller, row.key] })],
)

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

/** Sessions, accounts, one-time links and counted attempts, as the library that signs people in keeps them. */
export const sessions = sqliteTable(
  'sessions',
  {
    id: text().primaryKey().notNull(),
    token: text().notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (row) => [uniqueIndex('sessions_by_token').on(row.token), index('sessions_of_user').on(row.userId)],
)

export const accounts = sqliteTable(
  'accounts',
  {
    id: text().primaryKey().notNull(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: integer('access_token_expires_at', { mode: 'timestamp_ms' }),
    refreshTokenExpiresAt: integer('refresh_token_expires_at', { mode: 'timestamp_ms' }),
    scope: text(),
    password: text(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (row) => [
    uniqueIndex('accounts_by_provider').on(row.providerId, row.accountId),
    index('accounts_of_user').on(row.userId),
  ],
)

export const verifications = sqliteTable(
  'verifications',
  {
    id: text().primaryKey().notNull(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (row) => [index('verifications_by_identifier').on(row.identifier)],
)

export const rateLimits = sqliteTable(
  'rate_limits',
  {
    id: text().primaryKey().notNull(),
    key: text().notNull(),
    count: integer().notNull(),
    lastRequest: integer('last_request').notNull(),
  },
  (row) => [uniqueIndex('rate_limits_by_key').on(row.key)],
)

/** What was done with or about a client. Rows stay as they are; a mistake is marked, and may be replaced by another row. */
export const contacts = sqliteTable(
  'contacts',
  {
    id: text().primaryKey().notNull(),
    client: text()
      .notNull()
      .references(() => clients.id),
    journey: text().references(() => journeys.id),
    organisation: text().notNull(),
    kind: text().notNull(),
    channel: text(),
    outcome: text(),
    minutes: integer(),
    class: text().notNull(),
    occurredAt: integer('occurred_at').notNull(),
    recordedAt: integer('recorded_at').notNull(),
    recordedBy: text('recorded_by').notNull(),
    sealed: blob().notNull(),
    /** what was agreed next: a task of the journey */
    task: integer(),
    replaces: text(),
    errorAt: integer('error_at'),
    errorBy: text('error_by'),
    errorSealed: blob('error_sealed'),
  },
  (row) => [
    index('contacts_of_client').on(row.client, row.occurredAt, row.id),
    index('contacts_of_journey').on(row.journey, row.occurredAt, row.id).where(sql`journey IS NOT NULL`),
    index('contacts_by_recording').on(row.client, row.recordedAt),
    uniqueIndex('contacts_corrected').on(row.replaces).where(sql`replaces IS NOT NULL`),
  ],
)

/** Who stands in for whom; both days are included. */
export const substitutes = sqliteTable(
  'substitutes',
  {
    id: text().primaryKey().notNull(),
    user: text().notNull(),
    substitute: text().notNull(),
    fromDate: text('from_date').notNull(),
    untilDate: text('until_date').notNull(),
    createdAt: integer('created_at').notNull(),
    createdBy: text('created_by').notNull(),
  },
  (row) => [
    index('substitutes_of_user').on(row.user, row.fromDate, row.id),
    index('substitutes_by_substitute').on(row.substitute, row.untilDate),
  ],
)

/** What people have looked at, and what is new to them: a row a person and journey. Of most there is none. */
export const looks = sqliteTable(
  'looks',
  {
    user: text().notNull(),
    journey: text()
      .notNull()
      .references(() => journeys.id),
    client: text().notNull(),
    /** the last journal entry seen */
    revision: integer().notNull(),
    /** null before the first look */
    lookedAt: integer('looked_at'),
    newSince: integer('new_since'),
  },
  (row) => [
    primaryKey({ columns: [row.user, row.journey] }),
    index('looks_new').on(row.user, row.newSince, row.journey).where(sql`looked_at IS NULL`),
  ],
)

/** Worklists with filters and an order, under a name of their owner's. */
export const savedLists = sqliteTable(
  'saved_lists',
  {
    id: text().primaryKey().notNull(),
    owner: text().notNull(),
    name: text().notNull(),
    /** list, filters and order, as JSON */
    content: text().notNull(),
    sharedKind: text('shared_kind'),
    sharedWith: text('shared_with'),
    savedAt: integer('saved_at').notNull(),
  },
  (row) => [
    index('saved_lists_of_owner').on(row.owner),
    index('saved_lists_shared').on(row.sharedKind, row.sharedWith).where(sql`shared_kind IS NOT NULL`),
  ],
)
