// @module-tag queue/bullmq
import { describe, expect, it, vi } from 'vitest'
import { DAY, HOUR } from '../../support/testClock.ts'
import { type QueueRun, startQueueRun } from './support/queueRun.ts'

/** Resolves when a worker has moved the horizon, within the last quarter of a minute by the given clock. */
const untilSwept = (run: QueueRun, offsetMs: number) =>
  vi.waitFor(
    async () => {
      const sweptAt = Date.parse((await run.ready()).queue?.sweptAt ?? '')
      expect(Math.abs(Date.now() + offsetMs - sweptAt)).toBeLessThan(15_000)
    },
    { timeout: 30_000, interval: 100 },
  )

/**
 * The clock is set in the whole process, so that BullMQ goes by it, too, and so does what it writes into Redis. What is
 * not covered: Redis has a clock of its own, by which locks run out and nothing else. A system that sets its clock moves
 * no timeout, and neither do these tests.
 */
describe.concurrent('clocks', () => {
  it('all clocks were set back by an hour, and right again', async (context) => {
    const run = await startQueueRun(context)
    await run.load.more(50)
    await untilSwept(run, 0)
    await run.setClock(-HOUR)
    await untilSwept(run, -HOUR)
    await run.load.more(25)
    await run.setClock(0)
    run.faultIsOver()
    await run.load.more(25)
    await run.end()
  })

  it('all clocks were set forward by a day', async (context) => {
    const run = await startQueueRun(context)
    await run.load.more(50)
    await run.setClock(DAY)
    run.faultIsOver()
    await run.load.more(50)
    await run.end()
  })

  it('all clocks were set forward by a day, and right again', async (context) => {
    const run = await startQueueRun(context)
    await run.load.more(25)
    await run.setClock(DAY)
    await run.load.more(50)
    await run.setClock(0)
    // journeys that are ahead of the clock have messages to tell now
    await run.load.more(50)
    await untilSwept(run, 0)
    await run.load.stop()
    // those that failed under the wrong clock would wait until tomorrow
    await vi.waitFor(() => expect(run.watch.undelivered()).toBe(0), { timeout: 60_000 })
    // what was armed by the wrong clock is due tomorrow
    await run.setClock(DAY)
    run.faultIsOver()
    await run.end()
  })

  it('the clock of one worker was an hour behind', async (context) => {
    const run = await startQueueRun(context, { workers: ['worker', 'worker'] })
    await run.setClock(-HOUR, run.workers[0])
    run.faultIsOver()
    await run.load.more(100)
    await run.end()
  })

  it('the clock of one worker was a day ahead', async (context) => {
    const run = await startQueueRun(context, { workers: ['worker', 'worker'] })
    await run.setClock(DAY, run.workers[0])
    run.faultIsOver()
    await run.load.more(100)
    await run.end()
  })

  it('the clock of the API was an hour ahead of the workers', async (context) => {
    const run = await startQueueRun(context, { workers: ['worker', 'worker'] })
    await run.setClock(HOUR, run.api())
    await run.load.more(50)
    await run.load.stop()
    // what was armed by it is due in an hour
    await run.setClock(HOUR)
    run.faultIsOver()
    await run.end()
  })
})
