/**
 * The SQLite tables, for `npm run migrations` (drizzle-kit). Statements stand as SQL beside the functions that run them.
 *
 * Instants are epoch milliseconds, local dates `YYYY-MM-DD`, booleans 0 and 1. Foreign keys hold what belongs to
 * whom, so parents are written first: version and client before journey, journey before its journal, timers, tasks and
 * outbox.
 */

export * from './clients.ts'
export * from './journeys.ts'
export * from './outbox.ts'
export * from './pathways.ts'
export * from './people.ts'
export * from './signIn.ts'
export * from './work.ts'
