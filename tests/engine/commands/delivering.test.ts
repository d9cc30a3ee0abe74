import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { temporaryFile } from '../../support/temporaryFolder.ts'
import { MINUTE, testClock } from '../../support/testClock.ts'
import { openTestPolku, smallPathway, startJourney } from '../../support/testPolku.ts'
import { killedInside } from './killedInside.ts'

/** One journey tells one thing: that it has begun. */
const quiet = smallPathway({ initial: 'rest', states: { rest: {} } })

/** Lets a worker of its own process take the one message there is, and kills it while it carries it. */
const dieCarrying = async (database: string): Promise<number> =>
  Number(await killedInside(new URL('./dyingWorker.ts', import.meta.url), database))

/** A promise that the test settles. */
function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

describe('a worker that dies in an attempt', () => {
  it('leaves the attempt open, and the next one is made when its time is over, under the same id', async () => {
    const database = temporaryFile()
    const first = await openTestPolku({ database })
    await startJourney(quiet, { on: first })
    await first.polku.close()
    const id = await dieCarrying(database)

    const carried: { id: number; attempt: number }[] = []
    const { polku, clock } = await openTestPolku({
      database,
      worker: 'surviving',
      deliver: async ({ id, attempt }) => void carried.push({ id, attempt }),
    })
    const at = clock.now().toISOString()
    const open = { attempt: 1, worker: 'dying', startedAt: at, endedAt: null, error: null }
    expect(await polku.deadLetters.message(id)).toMatchObject({ status: 'waiting', attempts: 1, deliveries: [open] })

    clock.advance(MINUTE - 1)
    expect(await polku.msUntilNext()).toBe(1)
    await polku.runDue()
    expect(carried).toEqual([])

    clock.advance(1)
    await polku.runDue()
    expect(carried).toEqual([{ id, attempt: 2 }])
    const message = await polku.deadLetters.message(id)
    expect([message.status, message.lastError]).toEqual(['delivered', null])
    const now = clock.now().toISOString()
    expect(message.deliveries).toEqual([
      open,
      { attempt: 2, worker: 'surviving', startedAt: now, endedAt: now, error: null },
    ])
  })
})

describe('two workers', () => {
  /** Two Polkus with one database, and what each has carried. */
  async function openTwo(deliver: (worker: string) => Promise<void>) {
    const database = temporaryFile()
    const clock = testClock()
    const carried: { id: number; worker: string }[] = []
    const openOne = (worker: string) =>
      openTestPolku({
        database,
        clock,
        worker,
        deliver: async ({ id }) => {
          carried.push({ id, worker })
          await deliver(worker)
        },
      })
    return { one: await openOne('one'), other: await openOne('other'), carried }
  }

  it('share the messages, and each is carried by one of them only', async () => {
    const { one, other, carried } = await openTwo(() => new Promise(setImmediate))
    for (let count = 0; count < 40; count++) await startJourney(quiet, { on: one })
    const [by, byOther] = await Promise.all([one.polku.runDue(), other.polku.runDue()])
    expect(by.delivered + byOther.delivered).toBe(40)
    expect(carried.map(({ id }) => id).sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1))
    for (const { id, worker } of carried) {
      expect((await one.polku.deadLetters.message(id)).deliveries).toMatchObject([{ attempt: 1, worker, error: null }])
    }
  })

  it('do not take from each other what is being carried', async () => {
    const { open, opened } = gate()
    const { one, other, carried } = await openTwo(() => opened)
    await startJourney(quiet, { on: one })
    const carrying = one.polku.runDue()
    await expect.poll(() => carried).toHaveLength(1)
    expect(await other.polku.runDue()).toMatchObject({ delivered: 0 })
    open()
    expect(await carrying).toMatchObject({ delivered: 1 })
    expect(carried).toEqual([{ id: 1, worker: 'one' }])
  })
})

describe('an outside that is slow', () => {
  it('does not keep timers waiting until everything has been told', async () => {
    const { polku, clock } = await openTestPolku({ deliver: async () => clock.advance(1_000) })
    const promising = smallPathway({
      initial: 'rest',
      states: { rest: { followUps: { soon: { after: { milliseconds: 1_000 }, actions: 'noted' } } } },
    })
    const { journey } = await startJourney(promising, { on: { polku, clock } })
    for (let count = 0; count < 200; count++) await startJourney(quiet, { on: { polku, clock } })
    const begun = clock.ms
    await polku.runDue()
    const acted = (await polku.journeys.history(journey)).find(({ type }) => type === 'timer')
    expect(Date.parse(acted?.recordedAt ?? '') - begun).toBeLessThan(60_000)
    expect(clock.ms - begun).toBe(202_000)
    expect((await polku.figures()).undelivered).toBe(0)
  })
})

describe('an outside that does not answer', () => {
  it('has half a minute, then the attempt has failed, and is made again', async () => {
    const errors: unknown[] = []
    const attempts: number[] = []
    const { polku, clock } = await openTestPolku({
      onError: (error) => errors.push(error),
      deliver: ({ attempt }) => {
        attempts.push(attempt)
        return attempt === 1 ? new Promise(() => {}) : Promise.resolve()
      },
    })
    await startJourney(quiet, { on: { polku, clock } })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => {
      vi.useRealTimers()
    })
    const turn = polku.runDue()
    while (attempts.length === 0) await new Promise(setImmediate)
    clock.advance(30_000)
    await vi.advanceTimersByTimeAsync(29_999)
    expect(errors).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    await turn
    expect(errors).toEqual([new Error('the delivery took longer than 30 seconds')])
    expect(await polku.deadLetters.message(1)).toMatchObject({ status: 'waiting', attempts: 1 })
    clock.advance(999)
    expect(await polku.runDue()).toMatchObject({ delivered: 0 })
    clock.advance(1)
    expect(await polku.runDue()).toMatchObject({ delivered: 1 })
    expect(attempts).toEqual([1, 2])
    expect((await polku.deadLetters.message(1)).deliveries).toEqual([
      {
        attempt: 1,
        worker: expect.any(String),
        startedAt: '2026-03-02T08:00:00.000Z',
        endedAt: '2026-03-02T08:00:30.000Z',
        error: 'Error: the delivery took longer than 30 seconds',
      },
      expect.objectContaining({ attempt: 2, error: null }),
    ])
  })
})
