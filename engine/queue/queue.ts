import type { MessageTurn } from '../store/outboxRows.ts'
import type { TimerTurn, Turns } from '../store/store.ts'

/**
 * The `Queue` port: who wakes the worker up. A queue carries the identity of work, never its content; what is really due
 * stands in the database alone. Losing a wake-up costs time, never work; waking twice costs a look.
 */
export interface Queue {
  /** Begins to hand out work. */
  start(handlers: Handlers): void
  /** Something has been committed that may be due sooner than what the queue waits for: these turns, where they are known. */
  wake(turns?: Turns): void
  /** Hands out no more, and waits for what is being done. */
  stop(): Promise<void>
}

/** What can be done, the same for every driver. */
export interface Handlers {
  /** Lets what a clock that was ahead has put off be tried again, now that it is right. Asked at every look. */
  endImpossibleWaits(): Promise<void>
  /** Due timers whose turn it is, at most `limit`, each journey once. */
  dueTimers(limit: number): Promise<TimerTurn[]>
  /**
   * Lets the due timers of a journey act; 0 when the turn is stale. A failure is kept in the database.
   * @throws what is the store's failure and not the timer's, which is kept nowhere and comes due again: the disk is full,
   * another process holds the database, the store is closed
   */
  actTimer(turn: TimerTurn): Promise<number>
  /** Turns of timers to come until `until` (epoch milliseconds), in the order in which they are due, after the given one. */
  timerTurns(filter: { until: number; after?: TimerTurn; limit: number }): Promise<TimerTurn[]>
  /** Messages whose turn it is, at most `limit`, oldest first. */
  dueMessages(limit: number): Promise<MessageTurn[]>
  /** Turns of messages that have never failed, in the order of writing, after the given id. */
  messageTurns(filter: { after?: number; limit: number }): Promise<MessageTurn[]>
  /** Delivers one message; 0 when the turn is stale, 1 when an attempt was made. @throws as `actTimer` does */
  deliverMessage(turn: MessageTurn): Promise<number>
  /** Delivers messages whose turn it is, at most `limit`; how many were tried. @throws as `actTimer` does */
  deliver(limit: number): Promise<number>
  /** Milliseconds until something is next due; undefined when nothing is armed. */
  msUntilNext(): Promise<number | undefined>
}
