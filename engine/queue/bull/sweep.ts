import type { Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import type { MessageTurn } from '../../store/outboxRows.ts'
import type { TimerTurn } from '../../store/store.ts'
import type { Handlers } from '../queue.ts'
import { type JobData, messageJobs, timerJobs } from './jobs.ts'

/** How far ahead timers stand in Redis. Milliseconds. */
export const horizonMs = 60_000
/** How many turns a sweep adds at most while so many jobs stand in Redis: timers of one instant must not fill it. */
const mostStanding = 20_000
/** How long what is due may wait before Redis, standing empty, is taken to have lost it. Milliseconds. */
const lostAfterMs = 10_000
/** How many rows are read and added at a time. */
const page = 1_000

export interface SweepParts {
  queue: Queue<JobData>
  redis: Redis
  /** the key under which is kept how far sweeps have come */
  positionKey: string
  handlers: Pick<Handlers, 'dueTimers' | 'timerTurns' | 'dueMessages' | 'messageTurns'>
  /** how many turns of one instant may share a job */
  mostTurns: number
  /** epoch milliseconds */
  now: () => number
}

/** How far sweeps have come: in the order in which timers are due, and in that of the outbox. */
interface Position {
  timer?: TimerTurn
  message?: number
}

/**
 * Puts into Redis what should stand there: what has waited longest (where it stands already, nothing changes), the
 * messages written since the last sweep, and the timers that have come within the horizon. So it heals whatever Redis
 * has lost: without a position it begins anew.
 */
export async function sweep(parts: SweepParts): Promise<void> {
  const { queue, redis, positionKey, handlers, mostTurns, now } = parts
  const add = async (messages: readonly MessageTurn[], timers: readonly TimerTurn[]) => {
    const options = { now: now(), mostTurns, isBackground: true }
    await queue.addBulk([...messageJobs(messages, options), ...timerJobs(timers, options)])
  }
  const [waitingLongest, mostOverdue] = [await handlers.dueMessages(page), await handlers.dueTimers(page)]
  const { waiting = 0, prioritized = 0, delayed = 0 } = await queue.getJobCounts('waiting', 'prioritized', 'delayed')
  await add(waitingLongest, mostOverdue)

  // when nothing stands there that could be done, more may be lost than the page that has just been added
  const isLate = mostOverdue.some(({ at }) => at < now() - lostAfterMs)
  const isLost = waiting + prioritized === 0 && isLate
  let position: Position = isLost ? {} : readPosition(await redis.get(positionKey))
  let room = mostStanding - waiting - prioritized - delayed
  // whose clock was ahead has moved the horizon past what is armed now
  if (position.timer && position.timer.at > now() + horizonMs) position = { ...last('message', position.message) }
  while (room > 0) {
    const { timer, message } = position
    const limit = Math.min(room, page)
    const messages = await handlers.messageTurns({ limit, ...(message !== undefined && { after: message }) })
    const timers = await handlers.timerTurns({ limit, until: now() + horizonMs, ...(timer && { after: timer }) })
    if (messages.length + timers.length === 0) break
    await add(messages, timers)
    position = { ...position, ...last('message', messages.at(-1)?.id), ...last('timer', timers.at(-1)) }
    await redis.set(positionKey, JSON.stringify(position))
    if (messages.length < limit && timers.length < limit) break
    room -= messages.length + timers.length
  }
}

const last = <K extends string, V>(key: K, value: V | undefined): { [k in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { [k in K]: V })

/** What nobody can read is as good as lost: the sweep begins anew. */
function readPosition(text: string | null): Position {
  try {
    return positionSchema.parse(JSON.parse(text ?? '{}'))
  } catch {
    return {}
  }
}

const number = z.number().int()
const timerSchema = z.object({ journey: z.string(), id: number, arming: number, attempts: number, at: number })
const positionSchema = z.object({ timer: timerSchema.optional(), message: number.optional() })
