// @module-tag queue/bullmq
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import type { Faults } from '../../durability/faultyDisk.ts'
import { type QueueRun, startQueueRun } from './support/queueRun.ts'
import { tearLog } from './support/tearLog.ts'

/** How long the disk takes nothing: longer than a sweep, and than a few attempts at the same work. Milliseconds. */
const troubleMs = 12_000

/** Waits until people are told that the disk takes nothing. */
const untilTold = (run: QueueRun) =>
  vi.waitFor(() => expect(run.load.failures.get('disk-failed')).toBeGreaterThan(0), { timeout: 60_000 })

describe.concurrent('the disk of the database', () => {
  it.for<[name: string, faults: Faults]>([
    ['was full', { room: 0 }],
    ['ran full, bit by bit', { room: 300_000 }],
    ['took no writes (read-only)', { isReadOnly: true }],
  ])('the disk %s', async ([, faults], context) => {
    const run = await startQueueRun(context, { workers: ['worker', 'worker'], hasFaultyDisk: true })
    await run.load.more(50)
    run.failDisk(faults)
    await untilTold(run)
    await pause(troubleMs)
    const { figures } = await run.ready()
    expect(figures?.dead).toBe(0)
    run.failDisk({})
    run.faultIsOver()
    await run.load.more(25)
    await run.end()
    expect([...run.load.failures.keys()]).toEqual(['disk-failed'])
  })

  it('all processes were killed, and the log of the database had a torn end', async (context) => {
    const run = await startQueueRun(context, { workers: ['worker', 'worker'] })
    await run.load.more(75)
    const killed = [run.api(), ...run.workers]
    await Promise.all(killed.map((one) => one.kill()))
    for (const one of killed) run.without(one)
    run.watch.close()
    expect(tearLog(run.file)).toBeGreaterThan(0)
    run.faultIsOver()
    await Promise.all((['api', 'worker', 'worker'] as const).map(run.start))
    await run.load.more(25)
    await run.end()
  })
})
