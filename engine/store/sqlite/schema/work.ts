/** The day's work: contacts, substitutes, looks, lists. */
import { sql } from 'drizzle-orm'
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { clients } from './clients.ts'
import { journeys } from './journeys.ts'

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
