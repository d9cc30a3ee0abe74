/**
 * What the `Store` port counts: of what there is, what waits, and where journeys are. Instants are epoch milliseconds.
 */
import type { JourneyStatus, TaskRow } from './store.ts'

export interface StoreFigures {
  clients: number
  activeJourneys: number
  armedTimers: number
  openTasks: number
  undelivered: number
  /** timers and messages that failed so often that a person must look */
  dead: number
}

/** What waits for workers. Instants are epoch milliseconds. */
export interface Backlog {
  /** timers whose turn has come and that nobody has acted yet */
  dueTimers: number
  /** those that have been due for long, whether tried already or not */
  lateTimers: number
  /** since when the one that has waited longest could have been taken; null when none is due */
  oldestDueAt: number | null
  /** timers that have failed and are tried again */
  retryingTimers: number
  deadTimers: number
  /** messages that are not delivered: new ones, and those that are tried again */
  waitingMessages: number
  /** when the oldest of them was written; null when there is none */
  oldestWaitingAt: number | null
  /** of those that wait: tried before, or being carried at this moment */
  retryingMessages: number
  deadMessages: number
}

/** How many journeys are on a version. */
export interface VersionCount {
  version: number
  status: JourneyStatus
  journeys: number
}

/** How many live journeys on a version stand in one configuration, which is canonical JSON. */
export interface VersionPlace {
  value: string
  journeys: number
}

/** Where live journeys are, and what is open and armed. */
export interface Census {
  /** live journeys by version and configuration; `value` is the configuration as canonical JSON */
  places: { pathway: string; version: number; value: string; journeys: number }[]
  tasks: { kind: TaskRow['kind']; open: number; overdue: number }[]
  timers: { kind: string; armed: number }[]
  /** journeys that nobody moves: a review or a proposal is long overdue, or a timer is dead */
  stuck: { overdue: number; deadTimer: number }
}
