/** What goes to the outside, and what people are told. */
import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { journeys } from './journeys.ts'

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
