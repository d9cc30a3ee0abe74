import type { Observer } from '../../observe/observer.ts'
import { runDue } from '../embeddedQueue.ts'
import type { Handlers } from '../queue.ts'
import { settleAll } from '../settleAll.ts'

/** How often Redis and the database are looked at. Milliseconds. */
export const lookEveryMs = 1_000
/** How long the same piece of work may be the most overdue before it is done without the queue. Looks. */
const stuckAfterLooks = 5
/** How much of it is done at a time. */
const batch = 512

export interface WatchParts {
  /** asks Redis whether it is there; does not throw */
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
  let oldest = ''
  let looks = 0

  const turn = async (doing: Handlers) => {
    await look()
    if (isReady()) await withQueue(doing)
    else await withoutQueue(doing)
    if (handlers === doing) sleep(doing)
  }

  const withQueue = async (doing: Handlers) => {
    try {
      await requireSweeping(doing)
      await mendStuck(doing)
    } catch (error) {
      // was it Redis that failed?
      await look()
      if (isReady()) onError(error)
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
    const name = JSON.stringify([await doing.dueTimers(1), await doing.dueMessages(1)])
    looks = name === oldest && name !== nothing ? looks + 1 : 0
    oldest = name
    if (looks < stuckAfterLooks) return
    looks = 0
    const acted = await settleAll((await doing.dueTimers(batch)).map((turn) => doing.actTimer(turn)))
    const timers = acted.reduce((sum, count) => sum + count, 0)
    rescued({ timers, delivered: await doing.deliver(batch) }, 'notBrought')
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

const nothing = JSON.stringify([[], []])
