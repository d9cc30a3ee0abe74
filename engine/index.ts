import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { hostname } from 'node:os'
import type { Queue as JobQueue } from 'bullmq'
import { v7 } from 'uuid'
import { type Access, accessCommands } from './commands/access.ts'
import { type Bulk, bulkCommands } from './commands/bulk.ts'
import { type Census, takeCensus } from './commands/census.ts'
import { type Clients, clientCommands } from './commands/clients.ts'
import { type Contacts, contactCommands } from './commands/contacts.ts'
import { type Clock, type Context, newMemory } from './commands/context.ts'
import { type DeadLetters, deadLetterCommands } from './commands/deadLetters.ts'
import type { Deliver } from './commands/deliver.ts'
import { type Grants, grantCommands } from './commands/grants.ts'
import { createHandlers } from './commands/handlers.ts'
import { type HandOvers, handOverCommands } from './commands/handOvers.ts'
import { type Imports, importCommands } from './commands/imports.ts'
import { type Journeys, journeyCommands } from './commands/journeys.ts'
import { type Notifications, notificationCommands } from './commands/notifications.ts'
import { observed } from './commands/observed.ts'
import { type MailOptions, openMail } from './commands/openMail.ts'
import { type Pathways, pathwayCommands } from './commands/pathways.ts'
import { type People, peopleCommands } from './commands/people.ts'
import { requireKey, requireKeys } from './commands/requireKey.ts'
import { type Retention, retentionCommands } from './commands/retention.ts'
import { rotateKey } from './commands/rotateKey.ts'
import { type SavedLists, savedListCommands } from './commands/savedLists.ts'
import { type Substitutes, substituteCommands } from './commands/substitutes.ts'
import { type Tasks, taskCommands } from './commands/tasks.ts'
import { type Tokens, tokenCommands } from './commands/tokens.ts'
import { codeOf } from './commands/transact.ts'
import { type Worklists, worklistCommands } from './commands/worklists.ts'
import { lateAfterMs } from './journey/actTimer.ts'
import type { Observer } from './observe/observer.ts'
import { openTracing, type Tracing } from './observe/tracing.ts'
import type { BullQueue, QueueState } from './queue/bull/bullQueue.ts'
import { createEmbeddedQueue, runDue } from './queue/embeddedQueue.ts'
import type { Queue } from './queue/queue.ts'
import type { Backlog, StoreFigures } from './store/counted.ts'
import { keyedStore } from './store/keyedStore.ts'
import { loadOrCreateKey } from './store/keyFile.ts'
import { createKeyring } from './store/keyring.ts'
import { openSqliteStore } from './store/sqlite/openSqliteStore.ts'
import type { SignInTables, Store, Turns } from './store/store.ts'
import { tracedStore } from './store/tracedStore.ts'
import { createVault, type Vault } from './store/vault.ts'

export type { Access, AccessView, Admission, Standing, Viewer } from './commands/access.ts'
export type { Audit, AuditDifference } from './commands/auditJournal.ts'
export type { Bulk } from './commands/bulk.ts'
export type { Census } from './commands/census.ts'
export type { ClientView } from './commands/clientRecord.ts'
export * as clientSchemas from './commands/clientSchemas.ts'
export type { Clients, CreatedClient, FactView, RecordAnswer } from './commands/clients.ts'
export type { ContactAnswer, Contacts, ContactView } from './commands/contacts.ts'
export type { Clock } from './commands/context.ts'
export type {
  DeadLetters,
  DeadTimer,
  DeliveryAttempt,
  MessageStatus,
  OutboxMessageView,
} from './commands/deadLetters.ts'
export type { Deliver, Delivery } from './commands/deliver.ts'
export * as designSchemas from './commands/designSchemas.ts'
export type { DraftSummary, DraftView } from './commands/drafts.ts'
export type { RowAnswer } from './commands/eachRow.ts'
export type { Erasure } from './commands/eraseClient.ts'
export type { Grants, GrantView } from './commands/grants.ts'
export type { HandOverAnswer, HandOvers } from './commands/handOvers.ts'
export { hideIdentityCodes } from './commands/identityCode.ts'
export type { Imported, Imports } from './commands/imports.ts'
export type { HistoryEntry, Journeys } from './commands/journeys.ts'
export type { LegalHoldView } from './commands/legalHolds.ts'
export type { NotificationSettings, Notifications, NotificationView } from './commands/notifications.ts'
export type { MailOptions } from './commands/openMail.ts'
export type { Pathways } from './commands/pathways.ts'
export type { OrganisationView, People, TeamView, UserView } from './commands/people.ts'
export * as peopleSchemas from './commands/peopleSchemas.ts'
export {
  type FieldError,
  PolkuProblem,
  type ProblemCode,
  type ProblemDetails,
  problemCodes,
} from './commands/problem.ts'
export type { Published } from './commands/publish.ts'
export type { Reader } from './commands/reader.ts'
export type { DueRecords, ErasedRow, Retention } from './commands/retention.ts'
export type { ListViewer, SavedLists, SavedListView } from './commands/savedLists.ts'
export * as schemas from './commands/schemas.ts'
export type { Duplicate, FoundClient } from './commands/searchClients.ts'
export type { SubstituteQuery, Substitutes, SubstituteView } from './commands/substitutes.ts'
export type { TaskDetails, Tasks } from './commands/tasks.ts'
export type { Tokens, TokenView } from './commands/tokens.ts'
export { tokenPrefix } from './commands/tokens.ts'
export type { VersionSummary, VersionView } from './commands/versions.ts'
export type { JourneyAnswer, JourneyView, TaskView, TimerView } from './commands/view.ts'
export type { ScenarioResult } from './commands/walks/compareWalk.ts'
export type { WalkPoint } from './commands/walks/playWalk.ts'
export type { WalkRefusal } from './commands/walks/refusalOr.ts'
export * as scenarioSchemas from './commands/walks/scenarioSchemas.ts'
export type { Walk } from './commands/walks/walkPathway.ts'
export * as walkSchemas from './commands/walks/walkSchemas.ts'
export type { WorklistRow } from './commands/worklistRow.ts'
export type { WorklistCursor, WorklistPage, WorklistQuery, Worklists, WorklistViewer } from './commands/worklists.ts'
export * as workSchemas from './commands/workSchemas.ts'
export { JournalGap, ReplayMismatch } from './journey/replay.ts'
export { PermanentFailure } from './mail/mailer.ts'
export type { Observer } from './observe/observer.ts'
export { definePathway, documentSchema, type PathwayDocument, type PathwayInput } from './pathway/document.ts'
export { toMermaid } from './pathway/exportMermaid.ts'
export { exportXState, type Loss, type XStateNode, type XStateTransition } from './pathway/exportXState.ts'
export type { Finding } from './pathway/finding.ts'
export { type ImportCode, type ImportNote, importCodes } from './pathway/importNote.ts'
export { importXState } from './pathway/importXState.ts'
export { withChosen } from './pathway/parameters.ts'
export { type Register, recordClasses, registers } from './pathway/recordClasses.ts'
export type { QueueState } from './queue/bull/bullQueue.ts'
export { UnfitRedis } from './queue/bull/requireRedis.ts'
export type { Backlog } from './store/counted.ts'
export { isDatabaseBusy } from './store/isDatabaseBusy.ts'
export { isDiskFailure } from './store/isDiskFailure.ts'
export { isKeyChanged } from './store/keyedStore.ts'
export type { Sight, SystemRole } from './store/peopleRows.ts'
export type { SignInTables } from './store/store.ts'

export interface PolkuOptions {
  /** a SQLite file (`polku.db`, `file:polku.db`) or `:memory:` */
  database: string
  /** `embedded` (default) needs nothing but the database; or a Redis through which several processes share the work */
  queue?: 'embedded' | RedisQueue
  clock?: Clock
  /**
   * takes personal identity codes with individual numbers 900 to 999, which are for tests and nobody's own; default:
   * refuses them
   */
  demo?: boolean
  /** 32 bytes under which clients' keys are wrapped; default: read from (or made in) `<database>.key` */
  masterKey?: Uint8Array
  /** the one before, while the master key is being changed: the process works before, during and after the change */
  oldMasterKey?: Uint8Array
  /** carries messages to the outside, at least once each; default: they are only marked as delivered */
  deliver?: Deliver
  /** the mail server by which people are told as well who wish so; default: they are told on the worklist only */
  mail?: MailOptions
  /** told of what a job could not cope with; default: `console.error` */
  onError?: (error: unknown) => void
  /** told in words what an operator should know, such as that Redis is away; default: `console.warn` */
  say?: (words: string) => void
  /** told what is done, for metrics; default: nobody */
  observer?: Observer
  /** the name of this process, as delivery attempts keep it; default: host and process id */
  worker?: string
}

/** A Redis that carries the worker queue: identities only, never content. */
export interface RedisQueue {
  /** `redis://` or `rediss://` */
  url: string
  /** keeps databases that share one Redis apart; default: a name made from the master key */
  prefix?: string
  /** how many jobs this process does at a time; default 50 */
  concurrency?: number
  /** how many turns of timers and messages all processes begin a second; default: as many as there are */
  ratePerSecond?: number
  /** how often the horizon is moved. Milliseconds; default 5000 */
  sweepMs?: number
}

/** A Polku over one database: the one way in. */
export interface Polku {
  pathways: Pathways
  clients: Clients
  journeys: Journeys
  tasks: Tasks
  contacts: Contacts
  substitutes: Substitutes
  handOvers: HandOvers
  worklists: Worklists
  savedLists: SavedLists
  bulk: Bulk
  notifications: Notifications
  deadLetters: DeadLetters
  people: People
  access: Access
  grants: Grants
  tokens: Tokens
  /** What a library needs that signs people in: its tables, and the secret that it signs by. */
  signIn: {
    tables(): Promise<SignInTables>
    secret: string
    /** Whether anybody can sign in yet. */
    hasAccounts(): Promise<boolean>
    /** One-time links of a user that have not been used work no more. */
    withdrawLinks(user: string): Promise<void>
    /** Signs a user out everywhere. */
    endSessions(user: string): Promise<void>
  }
  imports: Imports
  retention: Retention
  /** The worker: does what comes due, until `close`. */
  work(): void
  /** Does everything that is due at the clock's now, once; `close` breaks it off between two batches. */
  runDue(): Promise<{ timers: number; delivered: number }>
  /** Milliseconds until something is next due; undefined when nothing is. */
  msUntilNext(): Promise<number | undefined>
  /** Something outside has changed what is due, such as a clock that was set. */
  wake(): void
  figures(): Promise<StoreFigures & { overdueMs: number }>
  /** What waits for workers at the clock's `now` (epoch milliseconds). Counting holds up nobody, however much there is. */
  backlog(): Promise<Backlog & { now: number }>
  /** Where live journeys are, and what is open and armed. Reads them all (seconds for a million) and holds up nobody. */
  census(): Promise<Census>
  /** How Redis and the queue in it are; undefined when the queue is embedded. */
  queueState(): Promise<QueueState | undefined>
  /** The jobs in Redis, to look at; undefined when the queue is embedded or Redis has not answered yet. */
  jobQueue(): JobQueue | undefined
  /** Copies the database to a file while it is in use. */
  backup(file: string): Promise<void>
  close(): Promise<void>
}

const systemClock: Clock = { now: () => new Date() }

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

export interface RotateKeyOptions {
  /** a SQLite file, in use or not */
  database: string
  /** the new one; 32 bytes */
  masterKey: Uint8Array
  /** the one that the database is under; default: read from `<database>.key` */
  oldMasterKey?: Uint8Array
  clock?: Clock
  /** told after each batch how many clients have been changed by now */
  onBatch?: (clients: number) => void
}

/**
 * Brings a database under another master key, while it is in use or not. It may be cut off at any time and is then begun
 * again with the same keys.
 * @returns how many clients this run has changed
 * @throws Error when the database is under neither key
 */
export async function rotateMasterKey(options: RotateKeyOptions): Promise<number> {
  const { database, masterKey, clock = systemClock, onBatch } = options
  const file = database.replace(/^file:/, '')
  if (!existsSync(file)) throw new Error(`There is no database ${file}`)
  const random = (length: number): Uint8Array => randomBytes(length)
  const oldMasterKey = options.oldMasterKey ?? loadOrCreateKey(`${file}.key`, { mayCreate: false })
  const [to, from] = [masterKey, oldMasterKey].map((key) => createVault({ masterKey: key, random })) as [Vault, Vault]
  if (to.keyName() === from.keyName()) throw new Error('The new master key is the old one: make another')
  const store = await openSqliteStore({ file })
  try {
    return await rotateKey({
      store,
      keyring: createKeyring({ masterKey, oldMasterKey, random }),
      from,
      to,
      clock,
      onBatch,
    })
  } finally {
    await store.close()
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
