import { describe, expect, it, type TestContext } from 'vitest'
import type { Clock } from '../../../engine/commands/context.ts'
import type { Queue } from '../../../engine/queue/queue.ts'
import { type Happening, openQueueWork, type QueueWork } from './queueWork.ts'

/** A driver, and the time that it lives by. */
export interface QueueDriver {
  clock: Clock
  /** a driver that has not been started; all of one test share what the driver has outside the process */
  open(onError: (error: unknown) => void): Queue | Promise<Queue>
  /** Lets so much time go by for the clock and for every driver, and what comes due meanwhile be done. */
  pass(ms: number): Promise<void>
  /** Lets what has been begun come to rest, without time going by. */
  settle(): Promise<void>
  /** how exactly time goes by: a timer that is due later than this has not acted */
  grainMs: number
  /** by how much a timer may be late whose wake-up has come */
  promptMs: number
  /** by how much one may be late whose wake-up was lost */
  unwokenMs: number
}

/** Which handlers a driver calls, and when. */
export interface QueueCalls {
  /** those that it can go on without, at least for a while */
  missed: Happening[]
  /** those that it would call again and again if it insisted */
  repeated: Happening[]
  /** where it is when it has looked for work and not yet come to rest */
  beforeRest: Happening
  /** where it may be stopped, with how many timers have acted and messages been delivered when it has: one at a time */
  stops: [name: Happening, acted: number, delivered: number][]
  /** whether its tests share nothing, so that they can wait beside each other */
  isConcurrent: boolean
}

const inOrder = ['first', 'second', 'third']

/**
 * What every `Queue` does with the work of a database.
 * @param prepare asked anew for each test, by which it is told when that ends: where time really goes by, tests run beside
 *   each other
 */
export function describeQueue(title: string, calls: QueueCalls, prepare: (test: TestContext) => QueueDriver): void {
  /** A driver at work, stopped when the test ends. */
  const openWorker = async (driver: QueueDriver, work: QueueWork, test: TestContext): Promise<Queue> => {
    const queue = await driver.open((error) => work.errors.push(error))
    test.onTestFinished(() => queue.stop())
    return queue
  }
  const startWorker = async (driver: QueueDriver, work: QueueWork, test: TestContext): Promise<Queue> => {
    const queue = await openWorker(driver, work, test)
    queue.start(work.handlers)
    await driver.settle()
    return queue
  }
  const namesActed = async (work: QueueWork, journey: string) => (await work.acted(journey)).map(({ name }) => name)
  const fails = (words: string) => async () => {
    throw new Error(words)
  }
  /** Holds what it is given to up, until it is opened. */
  const gate = () => {
    let open = () => {}
    const opened = new Promise<void>((resolve) => {
      open = resolve
    })
    return { open, wait: () => opened }
  }

  describe(title, { concurrent: calls.isConcurrent }, () => {
    it('acts a timer when it is due, once, and never before', async (test) => {
      const driver = prepare(test)
      const work = await openQueueWork(driver.clock, test)
      const queue = await startWorker(driver, work, test)
      const [journey = ''] = await work.begin(1)
      queue.wake(work.left())
      await driver.pass(1_000 - driver.grainMs)
      expect(await namesActed(work, journey)).toEqual([])
      await driver.pass(2_100 + driver.grainMs + driver.promptMs)
      const acted = await work.acted(journey)
      expect(acted.map(({ name }) => name)).toEqual(inOrder)
      for (const { lateMs } of acted) {
        expect(lateMs).toBeGreaterThanOrEqual(0)
        expect(lateMs).toBeLessThanOrEqual(driver.promptMs)
      }
      await driver.pass(3_000)
      expect(await namesActed(work, journey)).toEqual(inOrder)
      expect(work.errors).toEqual([])
    })

    it('acts what came due while nobody worked: each timer once, those of a journey in order', async (test) => {
      const driver = prepare(test)
      const work = await openQueueWork(driver.clock, test)
      const journeys = await work.begin(20)
      await driver.pass(5_000)
      await startWorker(driver, work, test)
      await driver.pass(driver.promptMs)
      for (const journey of journeys) expect(await namesActed(work, journey)).toEqual(inOrder)
    })

    it('goes on until nothing is due, however little it is handed at a time', async (test) => {
      const driver = prepare(test)
      const work = await openQueueWork(driver.clock, test, 2)
      const journeys = await work.begin(9)
      await driver.pass(1_000)
      await startWorker(driver, work, test)
      await driver.pass(driver.promptMs)
      for (const journey of journeys) expect(await namesActed(work, journey)).toEqual(['first'])
      expect(work.deliveries.filter(({ topic }) => topic === 'action')).toHaveLength(9)
    })

    it('delivers messages in the order of writing, each once', async (test) => {
      const driver = prepare(test)
      const work = await openQueueWork(driver.clock, test)
      const queue = await startWorker(driver, work, test)
      const [journey] = await work.begin(1)
      queue.wake(work.left())
      await driver.pass(3_100 + driver.promptMs)
      expect(work.deliveries.map(({ topic }) => topic)).toEqual(['journey.started', 'action', 'action', 'action'])
      const ids = work.deliveries.map(({ id }) => id)
      expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b))
      expect(work.deliveries.every((one) => one.journey === journey)).toBe(true)
    })

    it('tries a message again that could not be delivered, and holds nothing else up', async (test) => {
      const driver = prepare(test)
      const work = await openQueueWork(driver.clock, test)
      const queue = await startWorker(driver, work, test)
      const [first, second] = await work.begin(2)
      work.next.set('deliverOne', fails('nobody answers'))
      queue.wake(work.left())
      await driver.pass(driver.promptMs)
      expect(work.deliveries.map((one) => one.journey)).toEqual([second])
      await driver.pass(1_000 + driver.promptMs)
      const started = work.deliveries.filter(({ topic }) => topic === 'journey.started')
      expect(started.map((one) => one.journey)).toEqual([second, first])
      expect(work.errors).toEqual([new Error('nobody answers')])
    })

    it('tries a timer again that could not act, and holds no other journey up', async (test) => {
      const driver = prepare(test)
      const work = await openQueueWork(driver.clock, test)
      const [first = '', second = ''] = await work.begin(2)
      await driver.pass(1_000)
      work.next.set('timerWrite', fails('the database is busy'))
      await startWorker(driver, work, test)
      await driver.pass(driver.promptMs)
      expect([await namesActed(work, first), await namesActed(work, second)]).toEqual([[], ['first']])
      await driver.pass(1_000 + driver.promptMs)
      expect((await namesActed(work, first))[0]).toBe('first')
      expect(work.errors).toEqual([new Error('the database is busy')])
    })

    it.for(calls.missed)('goes on after %s has failed, and tells it', async (name, test) => {
      const driver = prepare(test)
      const work = await openQueueWork(driver.clock, test)
      await work.begin(1)
      work.next.set(name, fails('the database is busy'))
      await startWorker(driver, work, test)
      const [journey = ''] = await work.begin(1)
      await driver.pass(1_000 + driver.unwokenMs)
      expect(work.errors).toEqual([new Error('the database is busy')])
      expect((await namesActed(work, journey))[0]).toBe('first')
      expect(work.deliveries.filter(({ topic }) => topic === 'journey.started')).toHaveLength(2)
    })

    it('lets the others act when a timer fails and not even that can be kept, and goes on', async (test) => {
      const driver = prepare(test)
      const work = await openQueueWork(driver.clock, test)
      const journeys = await work.begin(3)
      await driver.pass(1_000)
      work.next.set('actTimer', fails('the disk is full'))
      await startWorker(driver, work, test)
      await driver.pass(driver.unwokenMs)
      expect(work.errors).toEqual([new Error('the disk is full')])
      for (const journey of journeys) expect((await namesActed(work, journey))[0]).toBe('first')
    })

    it.for(calls.repeated)('does not insist while %s fails', async (name, test) => {
      const driver = prepare(test)
      const work = await openQueueWork(driver.clock, test)
      await work.begin(1)
      await driver.pass(1_000)
      const failing = async () => {
        work.next.set(name, failing)
        throw new Error('the disk is full')
      }
      work.next.set(name, failing)
      await startWorker(driver, work, test)
      await driver.pass(5_000)
      expect(work.errors.length).toBeGreaterThan(1)
      expect(work.errors.length).toBeLessThan(50)
    })

    it('does work that it was not woken for: a lost wake-up costs time only', async (test) => {
      const driver = prepare(test)
      const work = await openQueueWork(driver.clock, test)
      await startWorker(driver, work, test)
      await driver.pass(10_000)
      const [journey = ''] = await work.begin(1)
      await driver.pass(driver.unwokenMs)
      expect(work.deliveries[0]).toMatchObject({ journey, topic: 'journey.started' })
      await driver.pass(3_100 + driver.promptMs)
      expect(await namesActed(work, journey)).toEqual(inOrder)
    })

    it('heeds a wake-up that comes while it has looked but not yet come to rest', async (test) => {
      const driver = prepare(test)
      const work = await openQueueWork(driver.clock, test)
      const { open, wait } = gate()
      work.next.set(calls.beforeRest, wait)
      const queue = await startWorker(driver, work, test)
      await work.begin(1)
      queue.wake(work.left())
      open()
      await driver.pass(driver.promptMs)
      expect(work.deliveries).toHaveLength(1)
    })

    it('takes any number of wake-ups: before its start, at work, at rest and after its end', async (test) => {
      const driver = prepare(test)
      const work = await openQueueWork(driver.clock, test)
      const queue = await openWorker(driver, work, test)
      queue.wake(work.left())
      await driver.pass(driver.unwokenMs)
      expect(work.calls()).toBe(0)
      queue.start(work.handlers)
      for (let count = 0; count < 100; count += 1) queue.wake(work.left())
      const [journey = ''] = await work.begin(1)
      for (let count = 0; count < 100; count += 1) queue.wake(work.left())
      await driver.pass(1_000 + driver.promptMs)
      expect(await namesActed(work, journey)).toEqual(['first'])
      await queue.stop()
      const called = work.calls()
      queue.wake(work.left())
      await driver.pass(5_000)
      expect(work.calls()).toBe(called)
    })

    it.for(calls.stops)(
      'stops in %s: that is finished, and nothing more is handed out',
      async ([name, acted, delivered], test) => {
        const driver = prepare(test)
        const work = await openQueueWork(driver.clock, test, 1)
        const journeys = await work.begin(5)
        await driver.pass(1_000)
        const { open, wait } = gate()
        work.next.set(name, wait)
        const queue = await startWorker(driver, work, test)
        await driver.pass(driver.promptMs)
        expect(work.atWork()).toBe(1)
        let isStopped = false
        const stopped = queue.stop().then(() => {
          isStopped = true
        })
        await driver.settle()
        expect(isStopped).toBe(false)
        open()
        await stopped
        expect(work.atWork()).toBe(0)
        const called = work.calls()
        await driver.pass(driver.unwokenMs)
        expect(work.calls()).toBe(called)
        const names = await Promise.all(journeys.map((journey) => namesActed(work, journey)))
        expect([names.flat().length, work.deliveries.length]).toEqual([acted, delivered])
        await queue.stop()
      },
    )

    it('can be started again, and then does what has been left', async (test) => {
      const driver = prepare(test)
      const work = await openQueueWork(driver.clock, test)
      const queue = await startWorker(driver, work, test)
      await queue.stop()
      const [journey = ''] = await work.begin(1)
      await driver.pass(4_000)
      expect(await namesActed(work, journey)).toEqual([])
      queue.start(work.handlers)
      await driver.pass(driver.promptMs)
      expect(await namesActed(work, journey)).toEqual(inOrder)
    })

    it('can be started while it is stopping, and more than once: it works as one', async (test) => {
      const driver = prepare(test)
      const work = await openQueueWork(driver.clock, test)
      const [journey = ''] = await work.begin(1)
      await driver.pass(1_000)
      const { open, wait } = gate()
      work.next.set('actTimer', wait)
      const queue = await startWorker(driver, work, test)
      await driver.pass(driver.promptMs)
      const stopped = queue.stop()
      queue.start(work.handlers)
      queue.start(work.handlers)
      expect(work.atWork()).toBe(1)
      open()
      await stopped
      await driver.pass(2_100 + driver.promptMs)
      expect(await namesActed(work, journey)).toEqual(inOrder)
      await queue.stop()
      const called = work.calls()
      await driver.pass(driver.unwokenMs)
      expect(work.calls()).toBe(called)
    })

    it('shares the work with a second driver: no timer acts twice, and no message is left', async (test) => {
      const driver = prepare(test)
      const work = await openQueueWork(driver.clock, test, 3)
      const journeys = await work.begin(10)
      await driver.pass(1_000)
      const [one, other] = [await openWorker(driver, work, test), await openWorker(driver, work, test)]
      one.start(work.handlers)
      other.start(work.handlers)
      await driver.pass(2_100 + driver.promptMs)
      for (const journey of journeys) expect(await namesActed(work, journey)).toEqual(inOrder)
      // to the outside at least once each, and known by its id when it is told again
      expect(new Set(work.deliveries.map(({ id }) => id)).size).toBe(40)
      expect(work.errors).toEqual([])
    })
  })
}
