/**
 * The `Store` port: where everything is kept. One adapter per database, all held by one contract suite.
 *
 * Rows are plain data. Instants are epoch milliseconds, local dates `YYYY-MM-DD`, sealed values opaque bytes that only
 * the vault opens. The store keeps what it is given and decides nothing.
 */
import type { DBAdapterInstance } from 'better-auth/types'
import type { ClientReads, ClientWrites } from './clientRows.ts'
import type { Backlog, Census, StoreFigures, VersionCount, VersionPlace } from './counted.ts'
import type { CustomershipFilter, CustomershipRow, ErasureReads, ErasureWrites, Traces } from './erasureRows.ts'
import type { NotificationReads, NotificationWrites } from './notificationRows.ts'
import type { MessageTurn, OutboxReads, OutboxWrites } from './outboxRows.ts'
import type { PathwayReads, PathwayWrites } from './pathwayRows.ts'
import type { PeopleReads, PeopleWrites, Sight } from './peopleRows.ts'
import type { JourneyPlace, WorklistEntry, WorklistFilter, WorklistScope, WorkReads, WorkWrites } from './workRows.ts'

/** What the library that signs people in reads and writes by. */
export type SignInTables = DBAdapterInstance

export type JourneyStatus = 'active' | 'ended'

export interface JourneyRow {
  id: string
  client: string
  pathway: string
  version: number
  status: JourneyStatus
  /** grows by one with every journalled step; compared and set */
  revision: number
  /** the journey's state as canonical JSON of our own schema */
  state: string
  responsibleUser: string
  responsibleTeam: string | null
  startedAt: number
  endedAt: number | null
  /** the last journalled time */
  changedAt: number
}

/** One journalled step. `entry` folds; `sealed` holds what people wrote (reasons, event data), under the client's key. */
export interface JournalRow {
  journey: string
  seq: number
  type: string
  by: string
  byRule: boolean
  recordedAt: number
  occurredAt: number
  entry: string
  sealed: Uint8Array | null
}

/** An armed timer; the row goes when the timer has acted or was cancelled. */
export interface TimerRow {
  journey: string
  id: number
  /** counts how often this timer has been (re-)armed: work that names an older arming is stale */
  arming: number
  kind: string
  name: string
  dueAt: number
}

/** A timer together with what its failures were, as the worker sees it. */
export interface DueTimerRow extends TimerRow {
  attempts: number
}

/** An armed timer with what its failures were and when it may next be tried; null when none has failed, or when dead. */
export interface ArmedTimerRow extends DueTimerRow {
  notBefore: number | null
}

export type TaskStatus = 'open' | 'completed' | 'cancelled'

export interface TaskRow {
  journey: string
  id: number
  client: string
  kind: 'pathway' | 'adHoc' | 'proposal' | 'review'
  name: string
  /** case role it waits for; null when a named person has it */
  role: string | null
  assignee: string | null
  status: TaskStatus
  /** local date, null when it has none */
  dueDate: string | null
  overdue: boolean
  openedAt: number
  closedAt: number | null
  closedBy: string | null
  /** title of an ad hoc task and what was filled in: sealed under the client's key */
  sealed: Uint8Array | null
  /** items of its checklist that are ticked; null while none has been */
  ticked: string[] | null
}

export interface TaskFilter {
  journey?: string
  client?: string
  role?: string
  assignee?: string
  status?: TaskStatus
  /** by the rule of `isOverdue` on that local date */
  overdue?: { is: boolean; today: string }
  limit?: number
  /** return tasks after this one (in the list's own order: due date, then journey and id) */
  after?: { dueDate: string | null; journey: string; id: number }
  /** only tasks on journeys that are seen so */
  sight?: Sight
}

/** A timer that failed so often that a person must look. */
export interface DeadTimerRow extends TimerRow {
  attempts: number
  lastError: string | null
}

/** How an attempt failed; `notBefore` is when the next may be made, null when there is none: dead. */
export interface Failure {
  attempts: number
  notBefore: number | null
  error: string
}

/** A timer's next attempt to act, by identity; at `at` (epoch milliseconds) its turn comes. */
export interface TimerTurn {
  journey: string
  id: number
  arming: number
  /** how often it has failed before */
  attempts: number
  at: number
}

/** What a commit has left for workers to do: what it has armed, written to the outbox, or put off. */
export interface Turns {
  timers: TimerTurn[]
  messages: MessageTurn[]
  /** left by background work, not by what a person asked for */
  background: boolean
}

/** The stored answer of a command, under the caller's key. */
export interface AnswerRow {
  caller: string
  key: string
  bodyHash: string
  answer: string
  createdAt: number
}

/** Under which master key the database is, by the names of keys, and how far its change has come. */
export interface MasterKeysRow {
  /** what is written is wrapped under this one */
  current: string
  /** the one before, as long as there are rows under it */
  previous: string | null
  /** when the change began */
  changedAt: number
  /** the last client that was changed; null before the first */
  client: string | null
  /** the last place among the answers */
  answers: number
}

export interface JourneyFilter {
  client?: string
  pathway?: string
  version?: number
  status?: JourneyStatus
  responsible?: string
  limit?: number
  /** return journeys whose id sorts after this one */
  after?: string
  /** only those that are seen so */
  sight?: Sight
}

/** What can be read, inside a transaction or on a snapshot. */
export interface ReadTx
  extends ClientReads,
    PathwayReads,
    PeopleReads,
    WorkReads,
    ErasureReads,
    OutboxReads,
    NotificationReads {
  journey(id: string): Promise<JourneyRow | undefined>
  journeys(filter: JourneyFilter): Promise<JourneyRow[]>
  /** the last journalled time of any of a client's journeys; 0 when there is none */
  lastChangeOf(client: string): Promise<number>
  /** ids of a client's active journeys, in id order (the order in which they are locked) */
  activeJourneyIds(client: string): Promise<string[]>
  /** a page of the journal in `seq` order, from `from` (default 1) on */
  journal(journey: string, range?: { from?: number; limit?: number }): Promise<JournalRow[]>

  /** armed timers of a journey, by id */
  timers(journey: string): Promise<ArmedTimerRow[]>
  /** timers due at or before `now` whose back-off is over and that are not dead, by due time then arming then journey and id */
  dueTimers(now: number, limit: number): Promise<DueTimerRow[]>
  /** turns of timers that have never failed, due until `until` and after the given one, in the order of `dueTimers` */
  timerTurns(filter: { until: number; after?: TimerTurn; limit: number }): Promise<TimerTurn[]>
  /** timers that are dead, by journey and id */
  deadTimers(filter: { limit: number; after?: { journey: string; id: number } }): Promise<DeadTimerRow[]>
  /** when the next timer (or its next attempt) is due; undefined when none is armed */
  nextTimerAt(): Promise<number | undefined>
  /** whether a timer or a message waits for its next attempt until after that instant, a timer also after it is due */
  hasWaitsPast(instant: number): Promise<boolean>
  task(journey: string, id: number): Promise<TaskRow | undefined>
  /** by due date (none last), then journey and id */
  tasks(filter: TaskFilter): Promise<TaskRow[]>
  answer(caller: string, key: string): Promise<AnswerRow | undefined>
  figures(): Promise<StoreFigures>

  // keys
  /** under which master key the rows are; undefined as long as it has never been changed */
  masterKeys(): Promise<MasterKeysRow | undefined>
  /** where a batch of answers ends that begins after the given place; undefined when there are no more */
  endOfAnswers(batch: { after: number; limit: number }): Promise<number | undefined>
}

/**
 * What can be written, all or nothing. A row that the database refuses fails the whole work, at the latest at its end:
 * there is no going on without it.
 */
export interface WriteTx
  extends ReadTx,
    ClientWrites,
    PathwayWrites,
    PeopleWrites,
    WorkWrites,
    ErasureWrites,
    OutboxWrites,
    NotificationWrites {
  insertJourney(row: JourneyRow): Promise<void>
  /** @throws StoreConflict unless the stored revision is `expectedRevision` */
  updateJourney(row: JourneyRow, expectedRevision: number): Promise<void>
  appendJournal(row: JournalRow): Promise<void>

  insertTimer(row: TimerRow): Promise<void>
  /** re-arms: new due time and arming, failures forgotten */
  updateTimer(row: TimerRow): Promise<void>
  deleteTimer(journey: string, id: number): Promise<void>
  /** keeps the failure of one attempt; an arming that is no longer there is passed over */
  timerFailed(timer: Pick<TimerRow, 'journey' | 'id' | 'arming'>, failure: Failure): Promise<void>
  /** gives a dead timer another turn */
  reviveTimer(timer: Pick<TimerTurn, 'journey' | 'id' | 'arming' | 'attempts' | 'at'>): Promise<void>
  /** ends those waits (`hasWaitsPast`) at `now`, that of a timer not before it is due */
  endWaitsPast(instant: number, now: number): Promise<void>
  insertTask(row: TaskRow): Promise<void>
  updateTask(row: TaskRow): Promise<void>
  saveAnswer(row: AnswerRow): Promise<void>

  // keys
  saveMasterKeys(row: MasterKeysRow): Promise<void>
  /** takes the hashes of their requests out of the answers between two places: the keys alone stand for them then */
  forgetRequests(batch: { after: number; end: number }): Promise<void>
}

/** How a piece of work stands among others. */
export interface WriteOptions {
  /** nobody waits for it (timers, deliveries): it gives way to what people ask */
  background?: boolean
}

export interface Store {
  /**
   * Runs `work` in a transaction that it may share with other work arriving at the same time (group commit). Resolves
   * after the commit is durable; when `work` throws, its own writes are undone and nobody else's. `work` awaits nothing
   * but the transaction's own methods, and may be run again when a commit fails, so it has no other effects.
   */
  write<T>(work: (tx: WriteTx) => Promise<T>, options?: WriteOptions): Promise<T>
  /** Reads one consistent state of committed rows. */
  read<T>(work: (tx: ReadTx) => Promise<T>): Promise<T>
  /**
   * Counts what waits to be done at `now`, of which what has been due since `lateSince` is late (epoch milliseconds).
   * Counting holds up neither readers nor writers, however much there is.
   */
  backlog(at: { now: number; lateSince: number }): Promise<Backlog>
  /**
   * Counts live journeys, open tasks and armed timers: reads them all, and holds up nobody meanwhile.
   * @param of.today the local date; tasks are overdue by the rule of `isOverdue`
   * @param of.overdueBefore a local date: what was due before it is long overdue
   */
  census(of: { today: string; overdueBefore: string }): Promise<Census>
  /** How many journeys run, and have run, on each version of a pathway. Counting holds up nobody. */
  journeysByVersion(pathway: string): Promise<VersionCount[]>
  /** Where the live journeys on one version are: reads them all, and holds up nobody meanwhile. */
  placesOf(version: { pathway: string; version: number }): Promise<VersionPlace[]>
  /** A part of a worklist, in its order. It is found in a thread of its own, and holds up nobody. */
  worklist(filter: WorklistFilter): Promise<WorklistEntry[]>
  /** The places in which the journeys of a list stand: few, however many journeys there are. */
  worklistPlaces(scope: WorklistScope): Promise<JourneyPlace[]>
  /** How many entries it has. */
  worklistCount(filter: WorklistScope): Promise<number>
  /** The tables of the library that signs people in, in that library's own terms; its writes are commits like others. */
  signIn(): Promise<SignInTables>
  /** What retention is counted from, by client, in the order of their ids: reads many, and holds up nobody meanwhile. */
  customershipsOf(of: CustomershipFilter): Promise<CustomershipRow[]>
  /** Finds what is not kept by client: reads all answers and messages, and holds up nobody meanwhile. */
  tracesOf(of: { ids: readonly string[]; journeys: readonly string[] }): Promise<Traces>
  /**
   * Folds the log into the database and cuts it to nothing, so that nothing of what was deleted is left in it.
   * @returns false when somebody has been reading for as long as we wait (ten seconds)
   */
  clearLog(): Promise<boolean>
  /** Copies the database to `file` while it is in use. */
  backup(file: string): Promise<void>
  close(): Promise<void>
}

/** A row stood in the way: somebody else was first. Never a defect of the caller's. */
export class StoreConflict extends Error {
  override readonly name = 'StoreConflict'
  readonly what: 'version' | 'draft' | 'scenario' | 'identity' | 'revision' | 'user'
  constructor(what: StoreConflict['what'], message: string) {
    super(message)
    this.what = what
  }
}
