/** What the library that signs people in keeps. */
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { users } from './people.ts'

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
