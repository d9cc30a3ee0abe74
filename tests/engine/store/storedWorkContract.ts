import { beforeEach, describe, expect, it } from 'vitest'
import type { Store, TaskFilter } from '../../../engine/store/store.ts'
import { answerRow, plantJourney, taskRow, timerRow } from './rows.ts'

/** The part of the `Store` contract about what is still to be done, and what was answered: timers, tasks, answers. */
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

    it('ends the waits that last past an instant, none before the timer is due, and leaves the others', async () => {
      await store.write(async (tx) => {
        for (const [id, dueAt, notBefore] of [
          [1, 100, 5_001],
          [2, 100, 5_000],
          [3, 7_000, 6_000],
          [4, 100, null],
          [5, 2_000, 9_000],
        ] as const) {
          await tx.insertTimer(timerRow({ journey: 'j1', id, dueAt }))
          await tx.timerFailed({ journey: 'j1', id, arming: 1 }, { attempts: 1, notBefore, error: 'busy' })
        }
      })
      const waits = () =>
        store.read(async (tx) => (await tx.timers('j1')).map(({ id, notBefore }) => `${id} ${notBefore}`))
      expect(await store.read(async (tx) => [await tx.hasWaitsPast(5_000), await tx.hasWaitsPast(9_000)])).toEqual([
        true,
        false,
      ])
      await store.write((tx) => tx.endWaitsPast(5_000, 1_000))
      expect(await waits()).toEqual(['1 1000', '2 5000', '3 7000', '4 null', '5 2000'])
      expect(await store.read((tx) => tx.hasWaitsPast(5_000))).toBe(false)
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
