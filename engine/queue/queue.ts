/**
 * The `Queue` port: who wakes the worker up. A queue carries the identity of work, never its content; what is really due
 * stands in the database alone. Losing a wake-up costs time, never work; waking twice costs a look.
 */
export interface Queue {
  /** Begins to hand out work. */
  start(handlers: Handlers): void
  /** Something has been committed that may be due sooner than what the queue waits for. */
  wake(): void
  /** Hands out no more, and waits for what is being done. */
  stop(): Promise<void>
}

/** The timers of one journey that are due; which they are is read again under the journey's lock. */
export interface TimerWork {
  journey: string
  timer: number
  arming: number
  /** how often it has failed before */
  attempts: number
}

/** What can be done, the same for every driver. */
export interface Handlers {
  /** Due timers whose turn it is, at most `limit`, each journey once. */
  dueTimers(limit: number): Promise<TimerWork[]>
  /**
   * Lets the due timers of a journey act; 0 when the work is stale. A failure is kept in the database.
   * @throws only when not even that can be done: the disk is full, or the store closed
   */
  actTimer(work: TimerWork): Promise<number>
  /** Delivers messages whose turn it is, at most `limit`; how many were. @throws as `actTimer` does */
  deliver(limit: number): Promise<number>
  /** Milliseconds until something is next due; undefined when nothing is armed. */
  msUntilNext(): Promise<number | undefined>
}
