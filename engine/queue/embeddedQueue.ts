import type { Handlers, Queue, TimerWork } from './queue.ts'

/** How many due timers are taken at a time. They are committed together where they can be. */
const batch = 512
/** How long wake-ups are gathered before the database is looked at. Milliseconds. */
const gatherMs = 5
/** The longest sleep: a clock may be set, and another process may arm a timer. Milliseconds. */
const longestSleepMs = 1000

/**
 * The driver that needs nothing but the database: it looks what is due, does it, and sleeps until the next thing is.
 * @param onError told of what a handler could not cope with itself; the driver goes on
 */
export function createEmbeddedQueue(onError: (error: unknown) => void): Queue {
  let handlers: Handlers | undefined
  let sleeping: NodeJS.Timeout | undefined
  let working: Promise<void> | undefined
  let isWoken = false

  const look = () => {
    if (!handlers) return
    isWoken = false
    const turn = handlers
    working = runDue(turn, () => handlers !== turn)
      .catch(onError)
      .then(() => sleepUntilNext(turn))
      .catch(onError)
      .finally(() => {
        working = undefined
        if (isWoken) sleep(gatherMs)
      })
  }

  const sleepUntilNext = async (turn: Handlers) => {
    const untilNext = await turn.msUntilNext()
    if (handlers !== turn) return
    sleep(Math.min(Math.max(untilNext ?? longestSleepMs, gatherMs), longestSleepMs))
  }

  const sleep = (ms: number) => {
    clearTimeout(sleeping)
    if (handlers) sleeping = setTimeout(look, ms)
  }

  return {
    start(given) {
      handlers = given
      look()
    },
    wake() {
      if (isWoken || !handlers) return
      isWoken = true
      if (!working) sleep(gatherMs)
    },
    async stop() {
      handlers = undefined
      clearTimeout(sleeping)
      await working
      clearTimeout(sleeping)
    },
  }
}

/**
 * Does everything that is due now, once, and says how much that was. Messages are delivered between batches of timers:
 * a module that begins does not wait for a month's turn to be over.
 * @param isOver asked between batches; what is left then stays for the next time
 */
export async function runDue(handlers: Handlers, isOver = () => false): Promise<{ timers: number; delivered: number }> {
  let timers = 0
  let delivered = 0
  let first: TimerWork | undefined
  while (!isOver()) {
    const due = await handlers.dueTimers(batch)
    // What has acted or failed is no longer due; should the same come first again, nothing moves, and looking is over.
    const isMoving = due[0] !== undefined && !isSame(due[0], first)
    first = due[0]
    const acted = isMoving ? await Promise.all(due.map((work) => handlers.actTimer(work))) : []
    const sent = await handlers.deliver(batch)
    timers += acted.reduce((sum, one) => sum + one, 0)
    delivered += sent
    if (!isMoving && sent === 0) break
  }
  return { timers, delivered }
}

function isSame(one: TimerWork, other: TimerWork | undefined): boolean {
  if (other === undefined || one.journey !== other.journey) return false
  return one.timer === other.timer && one.arming === other.arming && one.attempts === other.attempts
}
