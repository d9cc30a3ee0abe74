/** Journeys with their journal, timers and tasks, and the answers that were given. */
import { sql } from 'drizzle-orm'
import { blob, foreignKey, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { clients } from './clients.ts'
import { pathwayVersions } from './pathways.ts'

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
