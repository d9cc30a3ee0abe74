// @module-tag queue/bullmq
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { type QueueRun, startQueueRun } from './support/queueRun.ts'

/** Resolves when the API's process says so of Redis. */
const untilRedisIs = (run: QueueRun, state: 'ready' | 'away' | 'unfit') =>
  vi.waitFor(async () => expect((await run.ready()).queue?.redis).toBe(state), { timeout: 20_000, interval: 100 })

describe.concurrent('Redis', () => {
  // first: it waits longest, and others run meanwhile
  it('Redis was frozen for 30 seconds', async (context) => {
    const run = await startQueueRun(context, { load: { callers: 2, journeys: 100 } })
    await run.load.more(50)
    run.redis.freeze()
    const frozen = run.watch.measure()
    await pause(30_000)
    const { mostOverdueMs } = frozen()
    expect((await run.ready()).queue?.redis).toBe('away')
    run.redis.thaw()
    run.faultIsOver()
    await untilRedisIs(run, 'ready')
    await run.load.more(25)
    expect((await run.end()).repeated).toBe(0)
    // meanwhile the work was done from the database
    expect(mostOverdueMs).toBeLessThan(20_000)
  })

  it('Redis forgot everything (FLUSHALL)', async (context) => {
    const run = await startQueueRun(context)
    await run.load.more(75)
    await run.redis.flushAll()
    run.faultIsOver()
    await run.load.more(50)
    expect((await run.end()).repeated).toBe(0)
  })

  it('Redis was killed, and an empty one took its place', async (context) => {
    const run = await startQueueRun(context)
    await run.load.more(50)
    await run.redis.kill()
    await untilRedisIs(run, 'away')
    expect((await run.ready()).status).toBe('degraded')
    await run.load.more(50)
    await run.redis.restart()
    run.faultIsOver()
    await untilRedisIs(run, 'ready')
    await run.load.more(25)
    expect((await run.end()).repeated).toBe(0)
    for (const worker of run.workers) expect(worker.said()).toMatch(/does not answer[\s\S]+Redis answers/)
  })

  it('Redis was killed, and came back with what it had', async (context) => {
    const run = await startQueueRun(context, { appendonly: true })
    await run.load.more(50)
    await run.redis.kill()
    await run.load.more(25)
    await run.redis.restart()
    run.faultIsOver()
    await run.load.more(25)
    expect((await run.end()).repeated).toBe(0)
  })

  it('Redis was frozen when the processes were told to end', async (context) => {
    const run = await startQueueRun(context)
    await run.load.more(50)
    run.redis.freeze()
    await run.load.stop()
    await Promise.all(run.workers.map(async (worker) => expect(await worker.stop(), worker.said()).toBe(0)))
    run.redis.thaw()
    await run.start('carrier')
    run.faultIsOver()
    await run.end()
  })

  it('Redis was not there when the processes started', async (context) => {
    const run = await startQueueRun(context, { first: (redis) => redis.kill() })
    await run.load.more(25)
    await run.redis.restart()
    run.faultIsOver()
    await untilRedisIs(run, 'ready')
    await run.load.more(25)
    expect((await run.end()).repeated).toBe(0)
  })

  it('Redis began to evict keys', async (context) => {
    const run = await startQueueRun(context, { workers: ['worker', 'worker'] })
    await run.load.more(50)
    await run.redis.setPolicy('allkeys-lru', 1_000_000)
    await untilRedisIs(run, 'unfit')
    expect((await run.ready()).reasons.join()).toContain('maxmemory-policy allkeys-lru')
    await run.load.more(50)
    for (const worker of run.workers) {
      const says = /Redis evicts keys.+looks at the database every second/
      await vi.waitFor(() => expect(worker.said()).toMatch(says), { timeout: 20_000 })
    }
    await run.redis.setPolicy('noeviction', 0)
    run.faultIsOver()
    await untilRedisIs(run, 'ready')
    await run.load.more(25)
    await run.end()
  })

  it('Redis evicted keys when a process was to start: that one says so and ends', async (context) => {
    const evicting = startQueueRun(context, { workers: [], first: (redis) => redis.setPolicy('allkeys-lru', 0) })
    await expect(evicting).rejects.toThrow(/\(1\): Redis evicts keys[^\n]+set maxmemory-policy noeviction\n$/)
  })
})
