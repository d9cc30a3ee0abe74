import type { TimerTurn } from '../store/store.ts'
import type { Handlers, Queue } from './queue.ts'
import { settleAll } from './settleAll.ts'

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
    clearTimeout(sleeping)
    if (!handlers) return
    isWoken = false
    working = runTurn(handlers).finally(() => {
      working = undefined
      if (isWoken) sleep(gatherMs)
    })
  }

  const runTurn = async (turn: Handlers) => {
    const goesOn = () => handlers === turn
    try {
      await runDue(turn, goesOn)
      if (goesOn()) sleep(Math.min(Math.max((await turn.msUntilNext()) ?? longestSleepMs, gatherMs), longestSleepMs))
    } catch (error) {
      onError(error)
      // what is due stays due: a disk that is full would be asked again and again
      sleep(longestSleepMs)
    }
  }

  const sleep = (ms: number) => {
    clearTimeout(sleeping)
    if (handlers) sleeping = setTimeout(look, ms)
  }

  return {
    start(given) {
      handlers = given
      if (working) isWoken = true
      else look()
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
    },
  }
}

/**
 * Does everything that is due now, once, and says how much that was. Messages are delivered between batches of timers:
 * a module that begins does not wait for a month's turn to be over, and its own timers that are due act too.
 * @param goesOn asked before more is taken; what has been taken is finished
 */
export async function runDue(
  handlers: Handlers,
  goesOn: () => boolean = () => true,
): Promise<{ timers: number; delivered: number }> {
  let timers = 0
  let delivered = 0
  let before: ReadonlySet<string> = new Set()
  if (goesOn()) await handlers.endImpossibleWaits()
  while (goesOn()) {
    const due = await handlers.dueTimers(batch)
    if (!goesOn()) break
    // What has acted or failed is no longer due; should all of it be there again, nothing moves, and looking is over.
    const here = new Set(due.map(nameOf))
    const isMoving = [...here].some((name) => !before.has(name))
    before = here
    if (isMoving) timers += sum(await settleAll(due.map((turn) => handlers.actTimer(turn))))
    if (!goesOn()) break
    const sent = await handlers.deliver(batch)
    delivered += sent
    if (!isMoving && sent === 0) break
  }
  return { timers, delivered }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

const nameOf = ({ journey, id, arming, attempts }: TimerTurn): string => `${journey} ${id} ${arming} ${attempts}`
