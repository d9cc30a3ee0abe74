// @module-tag queue/bullmq
import { randomUUID } from 'node:crypto'
import { Queue } from 'bullmq'
import { Redis } from 'ioredis'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import type { JobData } from '../../../engine/queue/bull/jobs.ts'
import { sweep } from '../../../engine/queue/bull/sweep.ts'
import { DAY, testClock } from '../../support/testClock.ts'
import { openQueueWork } from './queueWork.ts'

/** Work that nobody has told Redis of, and the sweep that is to find it. */
async function openSweep() {
  const clock = testClock()
  const work = await openQueueWork(clock, { onTestFinished }, 100_000)
  const redis = new Redis(inject('redisUrl'), { maxRetriesPerRequest: null })
  onTestFinished(() => redis.disconnect())
  const prefix = `${inject('redisPrefix')}-${randomUUID()}`
  const queue = new Queue<JobData>('work', { prefix, connection: redis })
  onTestFinished(() => queue.close())
  const positionKey = `${prefix}:horizon`
  const { handlers } = work
  return {
    clock,
    work,
    moveHorizonTo: (at: number) =>
      redis.set(positionKey, JSON.stringify({ timer: { journey: 'any', id: 1, arming: 1, attempts: 0, at } })),
    sweepNow: () => sweep({ queue, redis, positionKey, handlers, mostTurns: 1, now: () => clock.ms }),
    standing: () => queue.getJobCounts('prioritized', 'delayed'),
  }
}

describe('the sweep', () => {
  it('puts in what comes due within the horizon, once', async () => {
    const { work, sweepNow, standing } = await openSweep()
    await work.begin(2)
    await sweepNow()
    // a message of each, and three timers of each
    expect(await standing()).toEqual({ prioritized: 2, delayed: 6 })
    await sweepNow()
    expect(await standing()).toEqual({ prioritized: 2, delayed: 6 })
  })

  it('moves back a horizon that a clock ahead of this one has moved', async () => {
    const { clock, work, moveHorizonTo, sweepNow, standing } = await openSweep()
    await work.begin(1)
    await moveHorizonTo(clock.ms + DAY)
    await sweepNow()
    expect(await standing()).toEqual({ prioritized: 1, delayed: 3 })
  })

  it('finds thousands of messages at once that Redis has lost', async () => {
    const { work, sweepNow, standing } = await openSweep()
    await work.begin(2_500)
    await sweepNow()
    expect(await standing()).toEqual({ prioritized: 2_500, delayed: 7_500 })
  })
})
