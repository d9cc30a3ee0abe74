import { beforeEach, describe, expect, it } from 'vitest'
import type { NotificationFilter } from '../../../engine/store/notificationRows.ts'
import type { Store, TaskFilter } from '../../../engine/store/store.ts'
import {
  answerRow,
  attemptRow,
  message,
  notificationRow,
  plantJourney,
  settingsRow,
  taskRow,
  timerRow,
} from './rows.ts'

/** The part of the `Store` contract about what is still to be done: timers, tasks, outbox, stored answers. */
export function describeStoredWork(theStore: () => Store): void {
  let store: Store
  beforeEach(() => {
    store = theStore()
  })

  describe('timers', () => {
    const due = (now: number, limit = 10) =>
      store.read(async (tx) => (await tx.dueTimers(now, limit)).map((row) => `${row.journey} ${row.id}`))
    beforeEach(() =>
      store.write(async (tx) => {
        await plantJourney(tx, { id: 'j1' })
        await plantJourney(tx, { id: 'j2' })
      }),
    )

    it('gives due ones by due time, then arming, then journey and id', async () => {
      await store.write(async (tx) => {
        await tx.insertTimer(timerRow({ journey: 'j2', id: 1, dueAt: 100, arming: 2 }))
        await tx.insertTimer(timerRow({ journey: 'j1', id: 3, dueAt: 100, arming: 2 }))
        await tx.insertTimer(timerRow({ journey: 'j1', id: 2, dueAt: 100, arming: 2 }))
        await tx.insertTimer(timerRow({ journey: 'j2', id: 2, dueAt: 100, arming: 1 }))
        await tx.insertTimer(timerRow({ journey: 'j2', id: 9, dueAt: 50, arming: 9 }))
        await tx.insertTimer(timerRow({ journey: 'j1', id: 4, dueAt: 101 }))
      })
      expect(await due(100)).toEqual(['j2 9', 'j2 2', 'j1 2', 'j1 3', 'j2 1'])
      expect(await due(100, 2)).toEqual(['j2 9', 'j2 2'])
      expect(await due(49)).toEqual([])
      expect(await store.read((tx) => tx.nextTimerAt())).toBe(50)
    })

    it('gives whole rows', async () => {
      const rows = [timerRow({ journey: 'j1' }), timerRow({ journey: 'j1', id: 2, kind: 'after', name: 'raja' })]
      await store.write(async (tx) => {
        for (const row of rows) await tx.insertTimer(row)
      })
      expect(await store.read((tx) => tx.timers('j1'))).toEqual(
        rows.map((row) => ({ ...row, attempts: 0, notBefore: null })),
      )
      expect(await store.read((tx) => tx.timers('j2'))).toEqual([])
      expect(await store.read((tx) => tx.dueTimers(9_000, 9))).toEqual(rows.map((row) => ({ ...row, attempts: 0 })))
    })

    it('waits after a failure, in the old order when the wait is over', async () => {
      await store.write(async (tx) => {
        await tx.insertTimer(timerRow({ journey: 'j1', id: 1, dueAt: 100 }))
        await tx.insertTimer(timerRow({ journey: 'j1', id: 2, dueAt: 200 }))
        await tx.timerFailed({ journey: 'j1', id: 1, arming: 1 }, { attempts: 1, notBefore: 300, error: 'locked' })
      })
      expect(await due(299)).toEqual(['j1 2'])
      expect(await due(300)).toEqual(['j1 1', 'j1 2'])
      expect(await store.read((tx) => tx.dueTimers(300, 1))).toMatchObject([{ id: 1, attempts: 1 }])
      await store.write((tx) => tx.deleteTimer('j1', 2))
      expect(await store.read((tx) => tx.nextTimerAt())).toBe(300)
    })

    it('leaves a dead one alone until it is armed again', async () => {
      await store.write(async (tx) => {
        await tx.insertTimer(timerRow({ journey: 'j1' }))
        await tx.timerFailed({ journey: 'j1', id: 1, arming: 1 }, { attempts: 9, notBefore: null, error: 'broken' })
      })
      expect(await due(9_999)).toEqual([])
      expect(await store.read((tx) => tx.nextTimerAt())).toBeUndefined()
      expect(await store.read((tx) => tx.timers('j1'))).toEqual([
        { ...timerRow({ journey: 'j1' }), attempts: 9, notBefore: null },
      ])
      const again = timerRow({ journey: 'j1', arming: 2, dueAt: 7_000, kind: 'after', name: 'raja' })
      await store.write((tx) => tx.updateTimer(again))
      expect(await store.read((tx) => tx.dueTimers(7_000, 9))).toEqual([{ ...again, attempts: 0 }])
      expect(await store.read((tx) => tx.nextTimerAt())).toBe(7_000)
    })

    it('never wakes for a timer that is not due yet, whatever its failures say', async () => {
      await store.write(async (tx) => {
        await tx.insertTimer(timerRow({ journey: 'j1', dueAt: 500 }))
        await tx.timerFailed({ journey: 'j1', id: 1, arming: 1 }, { attempts: 1, notBefore: 100, error: 'early' })
      })
      expect(await due(499)).toEqual([])
      expect(await store.read((tx) => tx.nextTimerAt())).toBe(500)
    })

    it('forgets a deleted one; a failure that comes too late, and a second deletion, are nothing', async () => {
      await store.write((tx) => tx.insertTimer(timerRow({ journey: 'j1' })))
      await store.write((tx) => tx.deleteTimer('j1', 1))
      await store.write(async (tx) => {
        await tx.deleteTimer('j1', 1)
        await tx.timerFailed({ journey: 'j1', id: 1, arming: 1 }, { attempts: 1, notBefore: 1, error: 'late' })
      })
      expect(await store.read((tx) => tx.timers('j1'))).toEqual([])
      await expect(store.write((tx) => tx.updateTimer(timerRow({ journey: 'j1' })))).rejects.toThrow('no timer 1')
    })
  })

  describe('tasks', () => {
    const ids = (filter: TaskFilter) =>
      store.read(async (tx) => (await tx.tasks(filter)).map((row) => `${row.journey} ${row.id}`))
    beforeEach(() =>
      store.write(async (tx) => {
        await plantJourney(tx, { id: 'j1' })
        await plantJourney(tx, { id: 'j2', client: 'client-2' })
      }),
    )

    it('keeps and changes every column', async () => {
      const open = taskRow({ journey: 'j1' })
      await store.write((tx) => tx.insertTask(open))
      expect(await store.read((tx) => tx.task('j1', 1))).toEqual(open)
      expect(await store.read((tx) => tx.task('j1', 2))).toBeUndefined()
      const closed = taskRow({
        journey: 'j1',
        kind: 'adHoc',
        name: 'call',
        role: null,
        assignee: 'eero',
        status: 'completed',
        dueDate: null,
        overdue: true,
        openedAt: 2_001,
        closedAt: 3_000,
        closedBy: 'eero',
        sealed: Buffer.from('done'),
      })
      await store.write((tx) => tx.updateTask(closed))
      expect(await store.read((tx) => tx.task('j1', 1))).toEqual(closed)
      expect(await store.read((tx) => tx.tasks({}))).toEqual([closed])
      await expect(store.write((tx) => tx.updateTask(taskRow({ journey: 'j1', id: 7 })))).rejects.toThrow('no task 7')
    })

    it('lists by due date, none last, then journey and id, in pages', async () => {
      await store.write(async (tx) => {
        await tx.insertTask(taskRow({ journey: 'j1', id: 1, dueDate: null }))
        await tx.insertTask(taskRow({ journey: 'j2', id: 1, client: 'client-2', dueDate: '2026-03-01' }))
        await tx.insertTask(taskRow({ journey: 'j1', id: 3, dueDate: '2026-03-01' }))
        await tx.insertTask(taskRow({ journey: 'j1', id: 2, dueDate: '2026-02-01' }))
        await tx.insertTask(taskRow({ journey: 'j1', id: 4, dueDate: null }))
      })
      const all = ['j1 2', 'j1 3', 'j2 1', 'j1 1', 'j1 4']
      expect(await ids({})).toEqual(all)
      expect(await ids({ limit: 2 })).toEqual(all.slice(0, 2))
      expect(await ids({ after: { dueDate: '2026-03-01', journey: 'j1', id: 3 }, limit: 2 })).toEqual(all.slice(2, 4))
      expect(await ids({ after: { dueDate: null, journey: 'j1', id: 1 } })).toEqual(all.slice(4))
    })

    it('filters by everything at once', async () => {
      await store.write(async (tx) => {
        await tx.insertTask(taskRow({ journey: 'j1', id: 1 }))
        await tx.insertTask(taskRow({ journey: 'j1', id: 2, role: null, assignee: 'eero', overdue: true }))
        await tx.insertTask(taskRow({ journey: 'j1', id: 3, status: 'cancelled' }))
        await tx.insertTask(taskRow({ journey: 'j2', id: 1, client: 'client-2', role: 'coach' }))
      })
      expect(await ids({ journey: 'j2' })).toEqual(['j2 1'])
      expect(await ids({ client: 'client-1' })).toEqual(['j1 1', 'j1 2', 'j1 3'])
      expect(await ids({ role: 'counsellor', status: 'open' })).toEqual(['j1 1'])
      expect(await ids({ assignee: 'eero' })).toEqual(['j1 2'])
      expect(
        await ids({ assignee: 'eero', status: 'open', overdue: { is: true, today: '2026-03-02' }, client: 'client-1' }),
      ).toEqual(['j1 2'])
      expect(await ids({ overdue: { is: false, today: '2026-03-02' }, status: 'open' })).toEqual(['j1 1', 'j2 1'])
      expect(await ids({ status: 'cancelled' })).toEqual(['j1 3'])
      expect(await ids({ status: 'completed' })).toEqual([])
    })
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

  describe('answers', () => {
    it('keeps one answer for each key of each caller', async () => {
      const [mine, theirs] = [answerRow(), answerRow({ caller: 'api:eero', answer: '{}' })]
      await store.write(async (tx) => {
        await tx.saveAnswer(mine)
        await tx.saveAnswer(theirs)
      })
      await expect(store.write((tx) => tx.saveAnswer(answerRow({ answer: 'other' })))).rejects.toThrow()
      await store.read(async (tx) => {
        expect(await tx.answer('api:aino', 'key-1')).toEqual(mine)
        expect(await tx.answer('api:eero', 'key-1')).toEqual(theirs)
        expect(await tx.answer('api:aino', 'key-2')).toBeUndefined()
      })
    })
  })
}
