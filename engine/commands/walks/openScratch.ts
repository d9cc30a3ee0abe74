import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import { runDue } from '../../queue/embeddedQueue.ts'
import { openSqliteStore } from '../../store/sqlite/openSqliteStore.ts'
import { createVault } from '../../store/vault.ts'
import { type Context, newMemory } from '../context.ts'
import { createHandlers } from '../handlers.ts'

/** A Polku of its own in memory, with a clock that is set: what happens in it is gone when it is closed. */
export interface Scratch {
  context: Context
  /** epoch milliseconds */
  now(): number
  setClock(at: number): void
  /** Does everything that is due now, once. @returns how many timers have acted */
  runDue(): Promise<number>
  /** What timers and messages could not cope with since the last time this was asked. */
  takeFailures(): unknown[]
  close(): Promise<void>
}

/** @param startsAt what its clock shows, epoch milliseconds */
export async function openScratch(startsAt: number): Promise<Scratch> {
  let now = startsAt
  let sequence = 0
  let failures: unknown[] = []
  const store = await openSqliteStore({ file: ':memory:' })
  const random = (length: number): Uint8Array => randomBytes(length)
  const context: Context = {
    store,
    vault: createVault({ masterKey: random(32), random }),
    clock: { now: () => new Date(now) },
    isDemo: false,
    // the same walk gives the same ids
    newId: () => v7({ msecs: now, seq: sequence++, random: new Uint8Array(16) }),
    memory: newMemory(),
    trace: () => null,
  }
  const handlers = createHandlers(context, { worker: 'walk', onError: (error) => failures.push(error) })
  return {
    context,
    now: () => now,
    setClock: (at) => {
      now = at
    },
    runDue: async () => (await runDue(handlers)).timers,
    takeFailures: () => {
      const taken = failures
      failures = []
      return taken
    },
    close: () => store.close(),
  }
}
