import type { Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import type { TimerTurn } from '../../store/store.ts'
import type { Handlers } from '../queue.ts'
import { type BulkJob, type JobData, messageJob, timerJob } from './jobs.ts'

/** How far ahead timers stand in Redis. Milliseconds. */
export const horizonMs = 60_000
/** How many jobs stand in Redis at most because of a sweep: 350 000 timers of one instant must not fill it. */
const mostStanding = 20_000
/** How many rows are read and added at a time. */
const page = 1_000

export interface SweepParts {
  queue: Queue<JobData>
  redis: Redis
  /** the key under which the position of the horizon is kept */
  positionKey: string
  handlers: Pick<Handlers, 'dueTimers' | 'dueMessages' | 'timerTurns'>
  /** epoch milliseconds */
  now: () => number
}

/**
 * Puts into Redis what should stand there: what is overdue (where it stands already, nothing changes), and the timers
 * that have come within the horizon since the last sweep. So it heals whatever Redis has lost: without a position it
 * begins with what is due first.
 */
export async function sweep(parts: SweepParts): Promise<void> {
  const { queue, redis, positionKey, handlers, now } = parts
  const overdue = (await handlers.dueTimers(page)).map((turn) => timerJob(turn, now()))
  const messages = (await handlers.dueMessages(page)).map((turn) => messageJob(turn, now(), true))
  await queue.addBulk([...messages, ...overdue])

  const { waiting = 0, prioritized = 0, delayed = 0 } = await queue.getJobCounts('waiting', 'prioritized', 'delayed')
  let room = mostStanding - waiting - prioritized - delayed
  let after = readPosition(await redis.get(positionKey))
  while (room > 0) {
    const limit = Math.min(room, page)
    const turns = await handlers.timerTurns({ until: now() + horizonMs, limit, ...(after && { after }) })
    const jobs: BulkJob[] = turns.map((turn) => timerJob(turn, now()))
    if (jobs.length > 0) await queue.addBulk(jobs)
    after = turns.at(-1) ?? after
    if (after) await redis.set(positionKey, JSON.stringify(after))
    if (turns.length < limit) break
    room -= limit
  }
}

/** What nobody can read is as good as lost: the sweep begins anew. */
function readPosition(text: string | null): TimerTurn | undefined {
  if (text === null) return undefined
  try {
    const { journey, id, arming, at } = JSON.parse(text) as TimerTurn
    return typeof journey === 'string' && [id, arming, at].every(Number.isFinite)
      ? { journey, id, arming, attempts: 0, at }
      : undefined
  } catch {
    return undefined
  }
}
