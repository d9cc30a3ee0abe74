/**
 * The SQLite tables, for `npm run migrations` (drizzle-kit). Statements stand as SQL beside the functions that run them.
 *
 * Instants are epoch milliseconds, local dates `YYYY-MM-DD`, booleans 0 and 1. Foreign keys hold what belongs to
 * whom, so parents are written first: version and client before journey, journey before its journal, timers, tasks and
 * outbox.
 */
import { sql } from 'drizzle-orm'
import { blob, foreignKey, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

export const pathwayVersions = sqliteTable(
  'pathway_versions',
  {
    pathway: text().notNull(),
    version: integer().notNull(),
    document: text().notNull(),
    parameters: text().notNull(),
    publishedAt: integer('published_at').notNull(),
    publishedBy: text('published_by').notNull(),
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
  },
  (row) => [index('drafts_of_pathway').on(row.pathway, row.id)],
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
    index('journeys_of_responsible').on(row.responsibleUser, row.id),
    index('journeys_by_status').on(row.status, row.id),
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
