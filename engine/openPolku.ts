import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { hostname } from 'node:os'
import { v7 } from 'uuid'
import { accessCommands } from './commands/access.ts'
import { bulkCommands } from './commands/bulk.ts'
import { takeCensus } from './commands/census.ts'
import { clientCommands } from './commands/clients.ts'
import { contactCommands } from './commands/contacts.ts'
import { type Clock, type Context, newMemory } from './commands/context.ts'
import { deadLetterCommands } from './commands/deadLetters.ts'
import { grantCommands } from './commands/grants.ts'
import { createHandlers } from './commands/handlers.ts'
import { handOverCommands } from './commands/handOvers.ts'
import { importCommands } from './commands/imports.ts'
import { journeyCommands } from './commands/journeys.ts'
import { migrationCommands } from './commands/migrations.ts'
import { notificationCommands } from './commands/notifications.ts'
import { observed } from './commands/observed.ts'
import { openMail } from './commands/openMail.ts'
import { pathwayCommands } from './commands/pathways.ts'
import { peopleCommands } from './commands/people.ts'
import { requireKey, requireKeys } from './commands/requireKey.ts'
import { retentionCommands } from './commands/retention.ts'
import { savedListCommands } from './commands/savedLists.ts'
import { substituteCommands } from './commands/substitutes.ts'
import { taskCommands } from './commands/tasks.ts'
import { tokenCommands } from './commands/tokens.ts'
import { codeOf } from './commands/transact.ts'
import { worklistCommands } from './commands/worklists.ts'
import { lateAfterMs } from './journey/actTimer.ts'
import type { Observer } from './observe/observer.ts'
import { openTracing, type Tracing } from './observe/tracing.ts'
import type { Polku, PolkuOptions } from './polku.ts'
import type { BullQueue } from './queue/bull/bullQueue.ts'
import { createEmbeddedQueue, runDue } from './queue/embeddedQueue.ts'
import type { Queue } from './queue/queue.ts'
import { keyedStore } from './store/keyedStore.ts'
import { loadOrCreateKey } from './store/keyFile.ts'
import { createKeyring } from './store/keyring.ts'
import { openSqliteStore } from './store/sqlite/openSqliteStore.ts'
import type { Store, Turns } from './store/store.ts'
import { tracedStore } from './store/tracedStore.ts'
import { systemClock } from './systemClock.ts'

/**
 * Opens Polku: creates or migrates the database, reads or makes its key. It traces what it does where an OpenTelemetry
 * provider has been registered before.
 * @throws Error when the database cannot be opened, or its key is missing or another one
 * @throws PolkuProblem `invalid-request` when `mail` is not what it should be
 * @throws UnfitRedis when the Redis that is to carry the queue evicts keys, or is too old
 * @example const polku = await openPolku({ database: 'polku.db' })
 */
export async function openPolku(options: PolkuOptions): Promise<Polku> {
  const { database, clock = systemClock } = options
  const { observer, onError: tell = (error) => console.error(error), say = (words) => console.warn(words) } = options
  const onError = (error: unknown) => {
    observer?.jobFailed(error)
    tell(error)
  }
  const file = database.replace(/^file:/, '')
  const random = (length: number): Uint8Array => randomBytes(length)
  const mail = await openMail(options.mail)
  const keyring = createKeyring({
    masterKey: options.masterKey ?? keyOf(file, random),
    oldMasterKey: options.oldMasterKey,
    random,
  })
  const { vault } = keyring
  const tracing = openTracing(codeOf)
  const opened = await openStore(file, (turns) => queue?.wake(turns), observer, tracing)
  const store = keyedStore(opened, keyring)
  let queue: Queue | BullQueue | undefined
  try {
    const where = options.masterKey ? 'The master key' : `The key file ${file}.key`
    requireKeys(keyring, await opened.read((tx) => tx.masterKeys()), where)
    await requireKey(store, vault, where)
    queue = await openQueue(options, `polku-${vault.databaseName()}`, clock, onError, say)
  } catch (error) {
    await store.close()
    throw error
  }
  const jobs = queue
  const context: Context = {
    store,
    vault,
    clock,
    isDemo: options.demo ?? false,
    newId: createIds(clock, random),
    memory: newMemory(),
    trace: tracing?.traceparent ?? (() => null),
  }
  const { deliver, worker = `${hostname()} ${process.pid}` } = options
  const handlers = createHandlers(context, { deliver, mail, worker, onError, observer, tracing })
  const deadLetters = deadLetterCommands(context, (what, by) => say(`${by} lets ${what} try again`))
  const watchers = { observer, tracing }
  const journeys = observed('journeys', journeyCommands(context), watchers)
  const contacts = observed('contacts', contactCommands(context), watchers)
  const tasks = observed('tasks', taskCommands(context), watchers)
  let isClosed = false
  const turns = new Set<Promise<unknown>>()
  return {
    pathways: observed('pathways', pathwayCommands(context), watchers),
    clients: observed('clients', clientCommands(context), watchers),
    journeys,
    tasks,
    contacts,
    substitutes: observed('substitutes', substituteCommands(context), watchers),
    savedLists: observed('savedLists', savedListCommands(context), watchers),
    bulk: observed('bulk', bulkCommands(context, { journeys, tasks, contacts }), watchers),
    worklists: observed('worklists', worklistCommands(context), watchers),
    handOvers: observed('handOvers', handOverCommands(context, { journeys, tasks }), watchers),
    migrations: observed('migrations', migrationCommands(context, journeys), watchers),
    notifications: observed('notifications', notificationCommands(context, mail !== undefined), watchers),
    deadLetters: observed('deadLetters', deadLetters, watchers),
    people: observed('people', peopleCommands(context), watchers),
    access: accessCommands(context),
    grants: observed('grants', grantCommands(context), watchers),
    tokens: tokenCommands(context, random),
    signIn: {
      tables: store.signIn,
      secret: vault.secretFor('sign-in'),
      hasAccounts: () => store.read((tx) => tx.hasAccounts()),
      endSessions: (user) => store.write((tx) => tx.deleteSessionsOf(user)),
      withdrawLinks: (user) => store.write((tx) => tx.deleteVerificationsOf(user)),
    },
    imports: observed('imports', importCommands(context), watchers),
    retention: observed('retention', retentionCommands(context), watchers),
    work: () => jobs.start(handlers),
    runDue: async () => {
      const turn = runDue(handlers, () => !isClosed)
      turns.add(turn)
      return turn.finally(() => turns.delete(turn))
    },
    msUntilNext: handlers.msUntilNext,
    wake: () => jobs.wake(),
    jobQueue: () => ('jobs' in jobs ? jobs.jobs() : undefined),
    backlog: async () => {
      const now = clock.now().getTime()
      return { now, ...(await store.backlog({ now, lateSince: now - lateAfterMs - 1 })) }
    },
    census: () => takeCensus(context),
    queueState: async () => ('state' in jobs ? jobs.state() : undefined),
    figures: () =>
      store.read(async (tx) => {
        const next = await tx.nextTimerAt()
        const overdueMs = next === undefined ? 0 : Math.max(0, clock.now().getTime() - next)
        return { ...(await tx.figures()), overdueMs }
      }),
    backup: (to) => store.backup(to),
    close: async () => {
      isClosed = true
      await jobs.stop()
      await Promise.allSettled(turns)
      await store.close()
      mail?.mailer.close()
      if ('close' in jobs) await jobs.close()
    },
  }
}

async function openStore(
  file: string,
  wake: (turns: Turns) => void,
  observer: Observer | undefined,
  tracing: Tracing | undefined,
): Promise<Store> {
  if (!tracing) return openSqliteStore({ file, onCommit: wake, observer })
  // the worker would go on within the span of whoever happens to have written
  const onCommit = (turns: Turns) => tracing.apart(() => wake(turns))
  return tracedStore(await openSqliteStore({ file, onCommit, observer }), tracing)
}

async function openQueue(
  { queue = 'embedded', observer }: PolkuOptions,
  prefix: string,
  clock: Clock,
  onError: (error: unknown) => void,
  say: (words: string) => void,
): Promise<Queue | BullQueue> {
  if (queue === 'embedded') return createEmbeddedQueue(onError)
  // what is not used is not loaded: it would cost twenty megabytes
  const { createBullQueue } = await import('./queue/bull/bullQueue.ts')
  return createBullQueue({ prefix, ...queue, now: () => clock.now().getTime(), onError, say, observer })
}

/** Ids that sort in the order in which they were made, also within a millisecond and when the clock is set back (RFC 9562, 6.2). */
function createIds(clock: Clock, random: (length: number) => Uint8Array): () => string {
  let msecs = 0
  let seq = 0
  return () => {
    const now = clock.now().getTime()
    seq = now > msecs ? 0 : seq + 1
    msecs = Math.max(msecs, now)
    return v7({ msecs, seq, random: random(16) })
  }
}

function keyOf(file: string, random: (length: number) => Uint8Array): Uint8Array {
  if (file === ':memory:') return random(32)
  return loadOrCreateKey(`${file}.key`, { mayCreate: !existsSync(file) })
}
