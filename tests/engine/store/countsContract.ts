import { beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../../engine/store/store.ts'
import { message, plantJourney, taskRow, timerRow } from './rows.ts'

/** The part of the `Store` contract about counting what there is. */
export function describeCounts(theStore: () => Store): void {
  let store: Store
  beforeEach(() => {
    store = theStore()
  })

  describe('what waits for workers', () => {
    const backlog = (now: number, lateSince = now - 60_000) => store.backlog({ now, lateSince })
    const nothing = {
      dueTimers: 0,
      lateTimers: 0,
      oldestDueAt: null,
      retryingTimers: 0,
      deadTimers: 0,
      waitingMessages: 0,
      oldestWaitingAt: null,
      retryingMessages: 0,
      deadMessages: 0,
    }

    it('is nothing in an empty database', async () => {
      expect(await backlog(1_000)).toEqual(nothing)
    })

    it('is the timers that are due, and since when; late those that are so for long', async () => {
      await store.write(async (tx) => {
        await plantJourney(tx, { id: 'j1' })
        for (const [id, dueAt] of [10_000, 50_000, 100_000, 100_001].entries()) {
          await tx.insertTimer(timerRow({ journey: 'j1', id: id + 1, dueAt }))
        }
      })
      expect(await backlog(9_999)).toEqual(nothing)
      expect(await backlog(100_000)).toEqual({ ...nothing, dueTimers: 3, lateTimers: 1, oldestDueAt: 10_000 })
    })

    it('tells timers apart that wait for another attempt, and those that are dead', async () => {
      await store.write(async (tx) => {
        await plantJourney(tx, { id: 'j1' })
        for (const id of [1, 2, 3]) await tx.insertTimer(timerRow({ journey: 'j1', id, dueAt: 1_000 }))
        const failed = (id: number, notBefore: number | null) =>
          tx.timerFailed({ journey: 'j1', id, arming: 1 }, { attempts: 1, notBefore, error: 'no' })
        await failed(1, 200_000)
        await failed(2, 300_000)
        await failed(3, null)
      })
      const apart = { retryingTimers: 2, deadTimers: 1, lateTimers: 2 }
      expect(await backlog(199_999)).toEqual({ ...nothing, ...apart })
      expect(await backlog(250_000)).toEqual({ ...nothing, ...apart, dueTimers: 1, oldestDueAt: 200_000 })
    })

    it('is the messages that are not delivered, and since when', async () => {
      await store.write(async (tx) => {
        await plantJourney(tx, { id: 'j1' })
        for (const createdAt of [1_000, 2_000, 3_000, 4_000])
          await tx.appendOutbox(message({ journey: 'j1', createdAt }))
      })
      const [first, second, third] = await store.read((tx) => tx.undelivered(5_000, 10))
      const attempt = { attempt: 1, worker: 'w', startedAt: 4_000, endedAt: null, error: null }
      await store.write(async (tx) => {
        await tx.markDelivered(first?.id ?? 0, 4_000)
        await tx.deliveryStarted({ ...attempt, message: second?.id ?? 0 }, 64_000)
        await tx.deliveryFailed({ ...attempt, message: third?.id ?? 0, error: 'no' }, null)
      })
      const waiting = { waitingMessages: 2, retryingMessages: 1, deadMessages: 1, oldestWaitingAt: 2_000 }
      expect(await backlog(5_000)).toEqual({ ...nothing, ...waiting })
    })
  })

  describe('the versions of a pathway', () => {
    it('are counted by who runs and has run on each, and by where the live ones are', async () => {
      const at = (value: unknown) => JSON.stringify({ value, status: 'active' })
      const kuntoutus = at('kuntoutus')
      await store.write(async (tx) => {
        // more than one page of them
        for (let index = 0; index < 2_003; index += 1) await plantJourney(tx, { id: `a${index}`, state: kuntoutus })
        await plantJourney(tx, { id: 'b1', state: at({ koulutus: 'opinnot' }) })
        await plantJourney(tx, { id: 'b2', status: 'ended', state: kuntoutus })
        await plantJourney(tx, { id: 'b3', version: 2, state: kuntoutus })
        await plantJourney(tx, { id: 'b4', pathway: 'arvio', state: kuntoutus })
      })
      expect(await store.journeysByVersion('suunto')).toEqual([
        { version: 1, status: 'active', journeys: 2_004 },
        { version: 1, status: 'ended', journeys: 1 },
        { version: 2, status: 'active', journeys: 1 },
      ])
      expect(await store.journeysByVersion('unknown')).toEqual([])
      const places = await store.placesOf({ pathway: 'suunto', version: 1 })
      expect(places.sort((a, b) => a.journeys - b.journeys)).toEqual([
        { value: '{"koulutus":"opinnot"}', journeys: 1 },
        { value: '"kuntoutus"', journeys: 2_003 },
      ])
      expect(await store.placesOf({ pathway: 'suunto', version: 3 })).toEqual([])
    })
  })

  describe('the census', () => {
    const census = () => store.census({ today: '2026-03-12', overdueBefore: '2026-03-10' })

    it('is nothing in an empty database', async () => {
      expect(await census()).toEqual({ places: [], tasks: [], timers: [], stuck: { overdue: 0, deadTimer: 0 } })
    })

    it('counts live journeys by version and place, whoever they are', async () => {
      const at = (value: unknown) => JSON.stringify({ status: 'active', value })
      await store.write(async (tx) => {
        for (let index = 0; index < 25; index += 1) {
          const id = `j${String(index).padStart(2, '0')}`
          const version = index < 5 ? 1 : 2
          const state = at(index % 2 ? 'kuntoutus' : { koulutus: { luento: 'a', harjoittelu: 'b' } })
          await plantJourney(tx, { id, version, state, status: index === 24 ? 'ended' : 'active' })
        }
      })
      const { places } = await census()
      const parallel = '{"koulutus":{"luento":"a","harjoittelu":"b"}}'
      expect(places.sort((a, b) => a.version - b.version || a.value.localeCompare(b.value))).toEqual([
        { pathway: 'suunto', version: 1, value: '"kuntoutus"', journeys: 2 },
        { pathway: 'suunto', version: 1, value: parallel, journeys: 3 },
        { pathway: 'suunto', version: 2, value: '"kuntoutus"', journeys: 10 },
        { pathway: 'suunto', version: 2, value: parallel, journeys: 9 },
      ])
    })

    it('counts open tasks, armed timers, and journeys that nobody moves', async () => {
      await store.write(async (tx) => {
        for (const id of ['j1', 'j2', 'j3']) await plantJourney(tx, { id })
        const long = { dueDate: '2026-03-09', overdue: true }
        await tx.insertTask(taskRow({ journey: 'j1', id: 1, kind: 'review', ...long }))
        await tx.insertTask(taskRow({ journey: 'j1', id: 2, kind: 'proposal', ...long }))
        await tx.insertTask(taskRow({ journey: 'j1', id: 3, kind: 'review', ...long, status: 'completed' }))
        await tx.insertTask(taskRow({ journey: 'j2', id: 1, kind: 'review', dueDate: '2026-03-10', overdue: true }))
        await tx.insertTask(taskRow({ journey: 'j2', id: 2, kind: 'pathway', ...long }))
        await tx.insertTask(taskRow({ journey: 'j2', id: 3, kind: 'pathway', dueDate: null }))
        for (const id of [1, 2]) await tx.insertTimer(timerRow({ journey: 'j3', id }))
        await tx.insertTimer(timerRow({ journey: 'j3', id: 3, kind: 'review' }))
        await tx.timerFailed({ journey: 'j3', id: 3, arming: 1 }, { attempts: 8, notBefore: null, error: 'no' })
      })
      const { tasks, timers, stuck } = await census()
      expect(tasks.sort((a, b) => a.kind.localeCompare(b.kind))).toEqual([
        { kind: 'pathway', open: 2, overdue: 1 },
        { kind: 'proposal', open: 1, overdue: 1 },
        { kind: 'review', open: 2, overdue: 2 },
      ])
      expect(timers.sort((a, b) => a.kind.localeCompare(b.kind))).toEqual([
        { kind: 'followUp', armed: 2 },
        { kind: 'review', armed: 1 },
      ])
      expect(stuck).toEqual({ overdue: 1, deadTimer: 1 })
    })
  })
}
