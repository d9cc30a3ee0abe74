import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { SignInTables, Store } from '../store.ts'
import { accounts, rateLimits, sessions, users, verifications } from './schema/index.ts'
import type { Connection } from './statements.ts'

/**
 * The tables of the library that signs people in. Its writes are works of the group commit like any other: none falls
 * into the middle of somebody else's transaction, and each is on the disk before anybody is answered.
 */
export function signInTables(db: Connection, write: Store['write']): SignInTables {
  const schema = {
    user: users,
    session: sessions,
    account: accounts,
    verification: verifications,
    rateLimit: rateLimits,
  }
  const open = drizzleAdapter(drizzle({ client: db }), { provider: 'sqlite', schema })
  return (options) => {
    const inner = open(options)
    const alone =
      <A extends unknown[], T>(act: (...values: A) => Promise<T>) =>
      (...values: A): Promise<T> =>
        write(() => act(...values))
    // a read that falls into an open transaction waits for its end: it would see what may yet be undone
    const settled =
      <A extends unknown[], T>(ask: (...values: A) => Promise<T>) =>
      (...values: A): Promise<T> =>
        db.inTransaction ? write(() => ask(...values)) : ask(...values)
    const tables: ReturnType<typeof open> = {
      ...inner,
      create: alone(inner.create) as typeof inner.create,
      update: alone(inner.update) as typeof inner.update,
      updateMany: alone(inner.updateMany),
      delete: alone(inner.delete),
      deleteMany: alone(inner.deleteMany),
      consumeOne: alone(inner.consumeOne) as typeof inner.consumeOne,
      incrementOne: alone(inner.incrementOne) as typeof inner.incrementOne,
      findOne: settled(inner.findOne) as typeof inner.findOne,
      findMany: settled(inner.findMany) as typeof inner.findMany,
      count: settled(inner.count),
      // each of its writes alone: what the library does in several, it does in an order that may break off
      transaction: (work) => work(tables),
    }
    return tables
  }
}
