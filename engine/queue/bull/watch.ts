import type { Observer } from '../../observe/observer.ts'
import { runDue } from '../embeddedQueue.ts'
import type { Handlers } from '../queue.ts'
import { settleAll } from '../settleAll.ts'

/** How often the database is looked at. Milliseconds. */
const lookEveryMs = 1_000
/** How long the same timer, or message, may be the most overdue before it is done without the queue. Looks. */
const stuckAfterLooks = 5
/** How much of it is done at a time. */
const batch = 512

export interface WatchParts {
  /** asks Redis whether it is there, where nobody has just asked; does not throw */
  look(): Promise<void>
  isReady(): boolean
  /** sees to it that the horizon is moved */
  requireSweeping(handlers: Handlers): Promise<void>
  onError(error: unknown): void
  observer: Pick<Observer, 'rescued'>
}

export interface Watch {
  start(handlers: Handlers): void
  /** Looks no more, and waits for what is being done. */
  stop(): Promise<void>
}

/**
 * Every worker's own look, each second, at whether the queue keeps its promise. While Redis is away it does what is due
 * from the database; while Redis is there it does what the queue does not bring: a job that was lost, or whose worker
 * died. Work that is done twice over is done once: the database decides.
 */
export function createWatch({ look, isReady, requireSweeping, onError, observer }: WatchParts): Watch {
  let handlers: Handlers | undefined
  let sleeping: NodeJS.Timeout | undefined
  let watching: Promise<void> | undefined
  const timers = createStuck()
  const messages = createStuck()

  const turn = async (doing: Handlers) => {
    if (isReady()) await withQueue(doing)
    else await withoutQueue(doing)
    if (handlers === doing) sleep(doing)
  }

  const withQueue = async (doing: Handlers) => {
    try {
      await requireSweeping(doing)
      await doing.endImpossibleWaits()
      await mendStuck(doing)
    } catch (error) {
      // was it Redis that failed, though it may be back?
      const wasReady = isReady()
      await look()
      if (wasReady && isReady()) onError(error)
    }
  }

  const withoutQueue = async (doing: Handlers) => {
    const endsAt = performance.now() + lookEveryMs
    try {
      const done = await runDue(doing, () => handlers === doing && performance.now() < endsAt)
      rescued(done, 'away')
    } catch (error) {
      onError(error)
    }
  }

  const mendStuck = async (doing: Handlers) => {
    // each for itself: while people are at work there is another oldest message at every look
    if (timers.isStuck(await doing.dueTimers(1))) {
      const acted = await settleAll((await doing.dueTimers(batch)).map((turn) => doing.actTimer(turn)))
      const count = acted.reduce((sum, one) => sum + one, 0)
      rescued({ timers: count, delivered: 0 }, 'notBrought')
    }
    if (messages.isStuck(await doing.dueMessages(1))) {
      rescued({ timers: 0, delivered: await doing.deliver(batch) }, 'notBrought')
    }
  }

  const rescued = (done: { timers: number; delivered: number }, why: 'away' | 'notBrought') => {
    if (done.timers > 0) observer.rescued('timer', done.timers, why)
    if (done.delivered > 0) observer.rescued('message', done.delivered, why)
  }

  const sleep = (doing: Handlers) => {
    sleeping = setTimeout(() => {
      watching = turn(doing)
    }, lookEveryMs)
  }

  return {
    start(given) {
      handlers = given
      watching = turn(given)
    },
    async stop() {
      handlers = undefined
      clearTimeout(sleeping)
      await watching
    },
  }
}

/** Notices that what is the most overdue has been so for several looks. */
function createStuck(): { isStuck(oldest: readonly unknown[]): boolean } {
  let name = ''
  let looks = 0
  return {
    isStuck(oldest) {
      const now = JSON.stringify(oldest)
      looks = oldest.length > 0 && now === name ? looks + 1 : 0
      name = now
      if (looks < stuckAfterLooks) return false
      looks = 0
      return true
    },
  }
}
