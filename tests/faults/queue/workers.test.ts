// @module-tag queue/bullmq
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { readTables } from '../../support/tables.ts'
import type { Place } from './support/faultProcess.ts'
import { dueMs, single } from './support/pathways.ts'
import { type QueueRun, startQueueRun } from './support/queueRun.ts'
import type { PolkuProcess } from './support/runPolku.ts'

/** For so long a message that is being carried is its carrier's own. Milliseconds. */
const leaseMs = 60_000
/** Longer than a worker's lock on a job holds, and than it takes until somebody looks for such jobs. Milliseconds. */
const beyondLockMs = 35_000

function firstOf({ workers: [worker] }: QueueRun): PolkuProcess {
  if (!worker) throw new Error('there is no worker')
  return worker
}

/** Brings a process to its end where it next comes to a place. */
async function killAt(run: QueueRun, process: PolkuProcess, place: Place): Promise<void> {
  const { reached } = await process.meet(place, 'SIGKILL')
  await reached
  run.without(process)
}

/** Stops processes where each next comes to a place, and waits until all stand there. */
async function freezeAt(processes: readonly PolkuProcess[], place: Place): Promise<void> {
  const met = await Promise.all(processes.map((one) => one.meet(place, 'SIGSTOP')))
  await Promise.all(met.map(({ reached }) => reached))
}

/** While people are at work: there is another message under way whenever somebody looks. Milliseconds. */
const untilOthersDidIt = (run: QueueRun) =>
  vi.waitFor(() => expect(run.watch.overdueMs()).toBeLessThan(500), { timeout: 20_000, interval: 100 })

// first: they wait longest, and others run meanwhile
describe.concurrent('frozen workers', () => {
  it('a worker was frozen beyond its lock', async (context) => {
    const run = await startQueueRun(context, { workers: ['worker', 'worker'] })
    await run.load.more(60)
    const frozen = firstOf(run)
    await freezeAt([frozen], 'beforeBegin')
    const beganAt = performance.now()
    await run.load.more(30)
    await run.load.stop()
    await run.watch.untilDone()
    await pause(Math.max(0, beyondLockMs - (performance.now() - beganAt)))
    frozen.thaw()
    run.faultIsOver()
    await run.end()
  })

  it('two workers were frozen, holding the same timer', async (context) => {
    const run = await startQueueRun(context, { workers: ['worker', 'worker'], load: { callers: 0 } })
    const { answer } = await run.load.give({ key: 'client', path: '/clients', body: {} })
    const client = (answer as { id?: string }).id
    const start = { pathway: single.id, client, responsible: { user: 'kone' } }
    await run.load.give({ key: 'journey', path: '/journeys', body: start })
    const reader = readTables(run.file)
    const undelivered = () => reader.rows('SELECT id FROM outbox WHERE delivered_at IS NULL').length
    await vi.waitFor(() => expect(undelivered()).toBe(0), { timeout: dueMs, interval: 5 })
    reader.close()
    // one is brought the timer; the other sees that it does not act, and takes it in hand
    await freezeAt(run.workers, 'beforeBegin')
    for (const worker of run.workers) worker.thaw()
    run.faultIsOver()
    expect((await run.end()).timers).toBe(1)
  })

  it('a worker was frozen in the middle of a commit', async (context) => {
    const run = await startQueueRun(context, { workers: ['worker', 'worker'] })
    await run.load.more(60)
    const frozen = firstOf(run)
    await freezeAt([frozen], 'beforeCommit')
    // it holds the database: people are told, after ten seconds, to ask again
    await vi.waitFor(() => expect(run.load.failures.size).toBeGreaterThan(0), { timeout: 30_000 })
    frozen.thaw()
    run.faultIsOver()
    await run.load.more(20)
    await run.end()
    expect([...run.load.failures.keys()]).toEqual(['database-busy'])
  })
})

describe.concurrent('killed workers', () => {
  it.for([
    ['between claim and transaction', 'beforeBegin'],
    ['between claim and commit', 'beforeCommit'],
    ['between commit and acknowledgement', 'afterCommit'],
  ] as const)('a worker was killed %s', async ([, place], context) => {
    const run = await startQueueRun(context, { workers: ['worker', 'worker'] })
    await run.load.more(60)
    await killAt(run, firstOf(run), place)
    run.faultIsOver()
    await untilOthersDidIt(run)
    await run.end()
  })

  it.for([
    ['before it had carried a message', 'beforeCarrying', 0],
    ['before it could say that a message was carried', 'afterCarrying', 1],
  ] as const)('a worker was killed %s', async ([, place, repeated], context) => {
    const run = await startQueueRun(context)
    await run.load.more(60)
    await killAt(run, firstOf(run), place)
    await run.load.more(30)
    await run.load.stop()
    await run.setClock(leaseMs)
    run.faultIsOver()
    expect((await run.end()).repeated).toBeGreaterThanOrEqual(repeated)
  })

  it('workers were killed one after another', async (context) => {
    const run = await startQueueRun(context, { workers: ['worker', 'worker'] })
    let oldest = firstOf(run)
    for (let round = 0; round < 5; round += 1) {
      await run.load.more(20)
      run.without(oldest)
      const [next] = await Promise.all([run.start('worker'), oldest.kill()])
      oldest = next
    }
    run.faultIsOver()
    await run.end()
  })
})

describe.concurrent('a killed API', () => {
  it('the API was killed after the commit and before the answer', async (context) => {
    const run = await startQueueRun(context, { workers: ['worker', 'worker'] })
    await run.load.more(60)
    let committed: { key: string; answer: string }[] = []
    // what is only read has commits too, for the access log: until it is a command's after which the API dies
    for (let kills = 0; committed.length === 0 && kills < 12; kills += 1) {
      if (kills > 0) {
        await run.start('api')
        await run.load.more(8)
      }
      const before = run.load.unanswered()
      await killAt(run, run.api(), 'afterCommit')
      await vi.waitFor(() => expect(run.load.unanswered()).toBeGreaterThan(before), { timeout: 20_000 })
      const reader = readTables(run.file)
      committed = reader
        .rows<{ key: string; answer: string }>('SELECT key, answer FROM answers')
        .filter(({ key }) => !run.load.accepted.has(key))
      reader.close()
    }
    expect(committed.length).toBeGreaterThan(0)
    await run.start('api')
    run.faultIsOver()
    await run.load.more(30)
    for (const { key, answer } of committed) {
      const first = JSON.parse(answer) as { entry?: number }
      const retried = run.load.accepted.get(key)
      expect(retried?.tries).toBeGreaterThan(1)
      expect(retried?.answer.entry).toBe(first.entry)
      if (retried) expect((await run.load.give(retried)).answer).toEqual(retried.answer)
    }
    await run.end()
  })
})
