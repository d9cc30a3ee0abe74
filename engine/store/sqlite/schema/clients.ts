/** People, what is known of them, and what was erased. */
import { sql } from 'drizzle-orm'
import { blob, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

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
