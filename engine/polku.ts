import type { Queue as JobQueue } from 'bullmq'
import type { Access } from './commands/access.ts'
import type { Bulk } from './commands/bulk.ts'
import type { Census } from './commands/census.ts'
import type { Clients } from './commands/clients.ts'
import type { Contacts } from './commands/contacts.ts'
import type { Clock } from './commands/context.ts'
import type { DeadLetters } from './commands/deadLetters.ts'
import type { Deliver } from './commands/deliver.ts'
import type { Grants } from './commands/grants.ts'
import type { HandOvers } from './commands/handOvers.ts'
import type { Imports } from './commands/imports.ts'
import type { Journeys } from './commands/journeys.ts'
import type { Migrations } from './commands/migrations.ts'
import type { Notifications } from './commands/notifications.ts'
import type { MailOptions } from './commands/openMail.ts'
import type { Pathways } from './commands/pathways.ts'
import type { People } from './commands/people.ts'
import type { Retention } from './commands/retention.ts'
import type { SavedLists } from './commands/savedLists.ts'
import type { Substitutes } from './commands/substitutes.ts'
import type { Tasks } from './commands/tasks.ts'
import type { Tokens } from './commands/tokens.ts'
import type { Worklists } from './commands/worklists.ts'
import type { Observer } from './observe/observer.ts'
import type { QueueState } from './queue/bull/bullQueue.ts'
import type { Backlog, StoreFigures } from './store/counted.ts'
import type { SignInTables } from './store/store.ts'

/** A Polku over one database: all that whoever embeds the engine may ask of it. `openPolku` gives one. */
export interface Polku {
  pathways: Pathways
  clients: Clients
  journeys: Journeys
  tasks: Tasks
  contacts: Contacts
  substitutes: Substitutes
  handOvers: HandOvers
  migrations: Migrations
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

/** What `openPolku` is told. */
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
