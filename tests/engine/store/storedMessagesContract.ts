import { beforeEach, describe, expect, it } from 'vitest'
import type { NotificationFilter } from '../../../engine/store/notificationRows.ts'
import type { Store } from '../../../engine/store/store.ts'
import { attemptRow, message, notificationRow, plantJourney, settingsRow, timerRow } from './rows.ts'

/** The part of the `Store` contract about messages: the outbox, attempts to carry them, dead letters, what people are told. */
export function describeStoredMessages(theStore: () => Store): void {
  let store: Store
  beforeEach(() => {
    store = theStore()
  })

  describe('outbox', () => {
    const waiting = (now: number, limit = 10) =>
      store.read(async (tx) => (await tx.undelivered(now, limit)).map((row) => row.seq))
    const idsOf = () => store.read(async (tx) => (await tx.undelivered(0, 10)).map((row) => row.id))
    beforeEach(() => store.write((tx) => plantJourney(tx)))

    it('gives undelivered messages oldest first, under ids that grow and never come again', async () => {
      await store.write(async (tx) => {
        await tx.appendOutbox(message({ seq: 1 }))
        await tx.appendOutbox(message({ seq: 2, createdAt: 1_000 }))
        await tx.appendOutbox(message({ seq: 3 }))
      })
      const ids = await idsOf()
      expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b))
      expect(await waiting(0)).toEqual([1, 2, 3])
      expect(await waiting(0, 2)).toEqual([1, 2])
      expect(await store.read((tx) => tx.undelivered(0, 1))).toEqual([{ ...message(), id: ids[0], attempts: 0 }])
      const delivered = () =>
        store.read((tx) => Promise.all(ids.map(async (id) => (await tx.message(id))?.deliveredAt)))
      expect(await delivered()).toEqual([null, null, null])
      for (const id of ids) await store.write((tx) => tx.markDelivered(id, 3_000))
      expect(await delivered()).toEqual([3_000, 3_000, 3_000])
      expect(await waiting(9_999)).toEqual([])
      await store.write((tx) => tx.appendOutbox(message({ seq: 4 })))
      const [next = 0] = await idsOf()
      expect(ids.every((id) => id < next)).toBe(true)
    })

    it('waits after a failure, keeps its place, and gives up when told', async () => {
      await store.write(async (tx) => {
        await tx.appendOutbox(message({ seq: 1 }))
        await tx.appendOutbox(message({ seq: 2 }))
      })
      const [first, second] = await idsOf()
      expect(await store.read((tx) => tx.nextDeliveryAt())).toBe(2_000)
      const fail = (id: number | undefined, notBefore: number | null) =>
        store.write((tx) =>
          tx.deliveryFailed(attemptRow({ message: id ?? 0, endedAt: 4_000, error: '503' }), notBefore),
        )
      await fail(first, 5_000)
      expect(await waiting(4_999)).toEqual([2])
      expect(await waiting(5_000)).toEqual([1, 2])
      expect(await store.read((tx) => tx.undelivered(5_000, 1))).toMatchObject([{ seq: 1, attempts: 1 }])
      await fail(second, null)
      expect(await waiting(9_999)).toEqual([1])
      expect(await store.read((tx) => tx.nextDeliveryAt())).toBe(5_000)
      expect(await store.read((tx) => tx.figures())).toMatchObject({ undelivered: 1, dead: 1 })
      await store.write((tx) => tx.markDelivered(first ?? 0, 6_000))
      await fail(first, 7_000)
      expect(await store.read((tx) => tx.nextDeliveryAt())).toBeUndefined()
    })
  })

  describe('attempts and dead letters', () => {
    const first = attemptRow({ message: 1, attempt: 1, startedAt: 3_000 })
    beforeEach(() =>
      store.write(async (tx) => {
        await plantJourney(tx, { id: 'j1' })
        await plantJourney(tx, { id: 'j2' })
        for (const seq of [1, 2, 3]) await tx.appendOutbox(message({ journey: 'j1', seq }))
      }),
    )

    it('keeps an attempt from its beginning on, and gives the message to nobody else meanwhile', async () => {
      await store.write((tx) => tx.deliveryStarted(first, 9_000))
      await store.read(async (tx) => {
        expect(await tx.deliveryAttempts(1)).toEqual([first])
        expect(await tx.message(1)).toMatchObject({ attempts: 1, notBefore: 9_000, deliveredAt: null, dead: false })
        expect((await tx.undelivered(8_999, 9)).map(({ id }) => id)).toEqual([2, 3])
        expect((await tx.undelivered(9_000, 9)).map(({ id }) => id)).toEqual([1, 2, 3])
      })
      const second = attemptRow({ message: 1, attempt: 2, startedAt: 9_000 })
      await store.write((tx) => tx.deliveryStarted(second, 15_000))
      await store.write((tx) => tx.markDelivered(1, 9_500, 2))
      expect(await store.read((tx) => tx.deliveryAttempts(1))).toEqual([first, { ...second, endedAt: 9_500 }])
      expect(await store.read((tx) => tx.deliveryAttempts(2))).toEqual([])
    })

    it('ends the waits that last past an instant, and leaves the others', async () => {
      await store.write(async (tx) => {
        await tx.deliveryStarted(first, 9_000)
        await tx.deliveryFailed(attemptRow({ message: 2, endedAt: 3_500, error: '503' }), 5_000)
        await tx.deliveryFailed(attemptRow({ message: 3, endedAt: 3_500, error: '503' }), 9_000)
        await tx.markDelivered(3, 3_600)
      })
      const waits = (instant: number) => store.read((tx) => tx.hasWaitsPast(instant))
      expect([await waits(8_999), await waits(9_000)]).toEqual([true, false])
      await store.write((tx) => tx.endWaitsPast(5_000, 4_000))
      expect(await waits(5_000)).toBe(false)
      const notBefore = (id: number) => store.read(async (tx) => (await tx.message(id))?.notBefore)
      expect([await notBefore(1), await notBefore(2), await notBefore(3)]).toEqual([4_000, 5_000, 9_000])
    })

    it('ends an attempt that failed, whether or not it was seen to begin', async () => {
      const failed = { ...first, endedAt: 3_500, error: '503' }
      await store.write((tx) => tx.deliveryStarted(first, 9_000))
      await store.write((tx) => tx.deliveryFailed(failed, 4_500))
      await store.write((tx) => tx.deliveryFailed({ ...failed, message: 2 }, 4_500))
      await store.read(async (tx) => {
        expect(await tx.deliveryAttempts(1)).toEqual([failed])
        expect(await tx.deliveryAttempts(2)).toEqual([{ ...failed, message: 2 }])
        expect(await tx.message(1)).toMatchObject({ attempts: 1, notBefore: 4_500, lastError: '503' })
      })
    })

    it('lists dead messages oldest first, until they are given another turn', async () => {
      const dead = (page = {}) =>
        store.read(async (tx) => (await tx.deadMessages({ limit: 9, ...page })).map(({ id }) => id))
      await store.write(async (tx) => {
        for (const id of [1, 3]) await tx.deliveryFailed(attemptRow({ message: id, attempt: 8, error: 'no' }), null)
      })
      expect([await dead(), await dead({ after: 1 }), await dead({ limit: 1 })]).toEqual([[1, 3], [3], [1]])
      await store.write((tx) => tx.reviveMessage({ id: 1, attempts: 8, at: 7_000 }))
      expect(await dead()).toEqual([3])
      expect(await store.read((tx) => tx.message(1))).toMatchObject({ attempts: 8, notBefore: 7_000, dead: false })
      await store.write((tx) => tx.reviveMessage({ id: 2, attempts: 0, at: 7_000 }))
      expect(await store.read((tx) => tx.message(2))).toMatchObject({ notBefore: null })
    })

    it('lists dead timers by journey and number, until they are given another turn', async () => {
      const dead = (page = {}) =>
        store.read(async (tx) => (await tx.deadTimers({ limit: 9, ...page })).map((row) => `${row.journey} ${row.id}`))
      await store.write(async (tx) => {
        for (const [journey, id] of [
          ['j2', 1],
          ['j1', 2],
          ['j1', 1],
        ] as const) {
          await tx.insertTimer(timerRow({ journey, id, dueAt: 100 }))
          await tx.timerFailed({ journey, id, arming: 1 }, { attempts: 8, notBefore: null, error: 'no' })
        }
      })
      expect(await dead()).toEqual(['j1 1', 'j1 2', 'j2 1'])
      expect(await dead({ after: { journey: 'j1', id: 1 }, limit: 1 })).toEqual(['j1 2'])
      const turn = { journey: 'j1', id: 1, attempts: 8, at: 500 }
      await store.write((tx) => tx.reviveTimer({ ...turn, arming: 2 }))
      expect(await dead()).toHaveLength(3)
      await store.write((tx) => tx.reviveTimer({ ...turn, arming: 1 }))
      expect(await dead()).toEqual(['j1 2', 'j2 1'])
      expect(await store.read((tx) => tx.dueTimers(499, 9))).toEqual([])
      expect(await store.read((tx) => tx.dueTimers(500, 9))).toMatchObject([{ id: 1, attempts: 8 }])
    })

    it('tells the turns of timers to come, in the order in which they are due, from any of them on', async () => {
      await store.write(async (tx) => {
        await tx.insertTimer(timerRow({ journey: 'j1', id: 1, dueAt: 300 }))
        await tx.insertTimer(timerRow({ journey: 'j1', id: 2, dueAt: 100, arming: 2 }))
        await tx.insertTimer(timerRow({ journey: 'j2', id: 1, dueAt: 100 }))
        await tx.insertTimer(timerRow({ journey: 'j2', id: 2, dueAt: 301 }))
        await tx.insertTimer(timerRow({ journey: 'j2', id: 3, dueAt: 100 }))
        await tx.timerFailed({ journey: 'j2', id: 3, arming: 1 }, { attempts: 1, notBefore: 200, error: 'no' })
      })
      const turns = await store.read((tx) => tx.timerTurns({ until: 300, limit: 9 }))
      expect(turns).toEqual([
        { journey: 'j2', id: 1, arming: 1, attempts: 0, at: 100 },
        { journey: 'j1', id: 2, arming: 2, attempts: 0, at: 100 },
        { journey: 'j1', id: 1, arming: 1, attempts: 0, at: 300 },
      ])
      const after = turns[0]
      expect(await store.read((tx) => tx.timerTurns({ until: 300, after, limit: 1 }))).toEqual([turns[1]])
    })
  })

  describe('notifications', () => {
    const listed = (filter: Partial<NotificationFilter> = {}) =>
      store.read(async (tx) => (await tx.notifications({ recipient: 'aino', ...filter })).map(({ id }) => id))
    const states = () =>
      store.read(async (tx) => (await tx.notifications({ recipient: 'aino' })).map(({ id, state }) => `${id} ${state}`))
    const carrier = message({ seq: 1, topic: 'notification.email' })
    beforeEach(() =>
      store.write(async (tx) => {
        await plantJourney(tx)
        for (const seq of [1, 2, 3]) await tx.appendOutbox(message({ seq }))
      }),
    )

    it('keeps them whole, unread until they are seen for the first time', async () => {
      const row = notificationRow()
      await store.write((tx) => tx.insertNotification(row))
      const unread = { ...row, state: 'unread', seenAt: null, carrier: null, sentAt: null }
      expect(await store.read((tx) => tx.notification(row.id))).toEqual(unread)
      expect(await store.read((tx) => tx.notification('nobody'))).toBeUndefined()
      for (const at of [4_000, 5_000]) await store.write((tx) => tx.markSeen(row.id, at))
      expect(await store.read((tx) => tx.notification(row.id))).toEqual({ ...unread, state: 'seen', seenAt: 4_000 })
    })

    it('knows of a message whether anybody has been told, and tells each person once by each channel', async () => {
      const told = () => store.read(async (tx) => [await tx.isTold(1), await tx.isTold(2)])
      expect(await told()).toEqual([false, false])
      await store.write(async (tx) => {
        await tx.insertNotification(notificationRow({ id: 'a' }))
        await tx.insertNotification(notificationRow({ id: 'b', recipient: 'eero' }))
        await tx.insertNotification(notificationRow({ id: 'c', channel: 'email' }), carrier)
      })
      expect(await told()).toEqual([true, false])
      await expect(store.write((tx) => tx.insertNotification(notificationRow({ id: 'd' })))).rejects.toThrow()
      expect(await listed()).toEqual(['c', 'a'])
    })

    it('lists a person’s newest first, by channel and state, in pages', async () => {
      await store.write(async (tx) => {
        await tx.insertNotification(notificationRow({ id: 'a' }))
        await tx.insertNotification(notificationRow({ id: 'b', channel: 'email' }), carrier)
        await tx.insertNotification(notificationRow({ id: 'c', message: 2 }))
        await tx.insertNotification(notificationRow({ id: 'd', message: 3 }))
        await tx.insertNotification(notificationRow({ id: 'e', message: 3, recipient: 'eero' }))
        await tx.markSeen('c', 4_000)
      })
      expect(await listed()).toEqual(['d', 'c', 'b', 'a'])
      expect(await listed({ limit: 2 })).toEqual(['d', 'c'])
      expect(await listed({ limit: 2, after: 'c' })).toEqual(['b', 'a'])
      expect(await listed({ channel: 'worklist' })).toEqual(['d', 'c', 'a'])
      expect(await listed({ state: 'unread' })).toEqual(['d', 'a'])
      expect(await listed({ state: 'seen' })).toEqual(['c'])
      expect(await listed({ state: 'waiting' })).toEqual(['b'])
      expect(await listed({ recipient: 'nobody' })).toEqual([])
    })

    it('has an e-mail be as the message is that carries it', async () => {
      await store.write((tx) => tx.insertNotification(notificationRow({ channel: 'email' }), carrier))
      const { carrier: id } = (await store.read((tx) => tx.notification('notification-1'))) ?? {}
      expect(await store.read((tx) => tx.message(id ?? 0))).toMatchObject({ ...carrier, id, attempts: 0 })
      expect(await states()).toEqual(['notification-1 waiting'])
      await store.write((tx) => tx.deliveryFailed(attemptRow({ message: id ?? 0, endedAt: 4_000, error: '550' }), null))
      expect(await states()).toEqual(['notification-1 dead'])
      await store.write((tx) => tx.reviveMessage({ id: id ?? 0, attempts: 1, at: 5_000 }))
      expect(await states()).toEqual(['notification-1 waiting'])
      await store.write((tx) => tx.markSeen('notification-1', 5_500))
      await store.write((tx) => tx.markDelivered(id ?? 0, 6_000, 2))
      expect(await store.read((tx) => tx.notification('notification-1'))).toMatchObject({
        state: 'sent',
        sentAt: 6_000,
        seenAt: null,
      })
    })

    it('keeps none that belongs to no message', async () => {
      await expect(store.write((tx) => tx.insertNotification(notificationRow({ message: 99 })))).rejects.toThrow()
      await expect(store.write((tx) => tx.insertNotification(notificationRow({ journey: 'no' })))).rejects.toThrow()
      expect(await listed()).toEqual([])
    })

    it('keeps how each person wishes to be told, the last that was said', async () => {
      const settings = (user: string) => store.read((tx) => tx.notificationSettings(user))
      expect(await settings('aino')).toBeUndefined()
      await store.write((tx) => tx.saveNotificationSettings(settingsRow()))
      await store.write((tx) => tx.saveNotificationSettings(settingsRow({ user: 'eero', email: null })))
      expect(await settings('aino')).toEqual(settingsRow())
      const changed = settingsRow({ email: null, language: 'en', byEmail: '[]', savedAt: 2_000 })
      await store.write((tx) => tx.saveNotificationSettings(changed))
      expect([await settings('aino'), await settings('eero')]).toEqual([
        changed,
        settingsRow({ user: 'eero', email: null }),
      ])
    })
  })
}
