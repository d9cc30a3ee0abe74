import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { openSqliteStore } from '../../../engine/store/sqlite/openSqliteStore.ts'
import type { Store, Turns, WriteTx } from '../../../engine/store/store.ts'
import { temporaryFolder } from '../../support/temporaryFolder.ts'
import {
  answerRow,
  attemptRow,
  clientRow,
  factRow,
  journalRow,
  journeyRow,
  message,
  notificationRow,
  plantJourney,
  taskRow,
  timerRow,
} from './rows.ts'

describe('a transaction that gathers writes and remembers rows', () => {
  let file: string
  let store: Store

  async function open(): Promise<Store> {
    const opened = await openSqliteStore({ file, synchronous: 'OFF' })
    onTestFinished(() => opened.close())
    return opened
  }

  beforeEach(async () => {
    file = join(temporaryFolder(), 'rows.db')
    store = await open()
    await store.write((tx) => plantJourney(tx))
  })

  const revisionIn = (where: Store) => where.write(async (tx) => (await tx.journey('journey-1'))?.revision)
  const step = (where: Store, from: number) =>
    where.write((tx) => tx.updateJourney(journeyRow({ revision: from + 1 }), from))

  it('lets a work read what it has asked to be written', async () => {
    const seen = await store.write(async (tx) => {
      await tx.insertTimer(timerRow({ journey: 'journey-1', id: 7 }))
      await tx.updateJourney(journeyRow({ revision: 2 }), 1)
      await tx.insertFact(factRow())
      await tx.saveAnswer(answerRow())
      await tx.insertTask(taskRow({ journey: 'journey-1', id: 3 }))
      return [
        (await tx.journey('journey-1'))?.revision,
        (await tx.currentFacts('client-1')).map((row) => row.id),
        await tx.answer(answerRow().caller, answerRow().key),
        (await tx.timers('journey-1')).map((row) => row.id),
        (await tx.task('journey-1', 3))?.id,
      ]
    })
    expect(seen).toEqual([2, ['fact-1'], answerRow(), [7], 3])
  })

  it('sees what another process has committed between two works', async () => {
    const other = await open()
    expect(await revisionIn(store)).toBe(1)
    await step(other, 1)
    expect(await revisionIn(store)).toBe(2)
    await step(store, 2)
    expect(await revisionIn(other)).toBe(3)
    const facts = (where: Store) => where.write(async (tx) => (await tx.currentFacts('client-1')).map((row) => row.id))
    expect(await facts(store)).toEqual([])
    await other.write((tx) => tx.insertFact(factRow()))
    expect(await facts(store)).toEqual(['fact-1'])
  })

  it('takes back a work that throws after writing, without running the others again', async () => {
    const runs = [0, 0, 0]
    const work = (index: number, throws: boolean) =>
      store.write(async (tx) => {
        runs[index] = (runs[index] ?? 0) + 1
        // a read that lets the others' rows be written first
        await tx.client('nobody')
        const { revision = 0 } = (await tx.journey('journey-1')) ?? {}
        await tx.updateJourney(journeyRow({ revision: revision + 1 }), revision)
        await tx.saveAnswer(answerRow({ key: `k${index}` }))
        if (throws) throw new Error('no')
        return revision + 1
      })
    const outcomes = await Promise.allSettled([work(0, false), work(1, true), work(2, false)])
    expect(outcomes.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual([
      2,
      'Error: no',
      3,
    ])
    expect(runs).toEqual([1, 1, 1])
    expect(await revisionIn(store)).toBe(3)
    const answers = await store.read(async (tx) =>
      Promise.all([0, 1, 2].map(async (index) => (await tx.answer(answerRow().caller, `k${index}`))?.key)),
    )
    expect(answers).toEqual(['k0', undefined, 'k2'])
  })

  it('fails the work whose row is refused, whatever it does about it, and nobody else', async () => {
    const swallowing = store.write(async (tx) => {
      await tx.updateJourney(journeyRow({ revision: 2 }), 1)
      await tx.insertTimer(timerRow({ journey: 'nowhere' }))
      await tx.timers('journey-1').catch(() => undefined)
    })
    const stale = store.write((tx) => tx.updateJourney(journeyRow({ revision: 9 }), 8))
    const sound = store.write((tx) => tx.insertClient(clientRow({ id: 'client-2' })))
    const [first, second, third] = await Promise.allSettled([swallowing, stale, sound])
    expect(String(first.status === 'rejected' && first.reason)).toContain('FOREIGN KEY')
    expect(second).toMatchObject({ reason: { name: 'StoreConflict', what: 'revision' } })
    expect(third.status).toBe('fulfilled')
    expect(await revisionIn(store)).toBe(1)
    expect(await store.read(async (tx) => (await tx.client('client-2'))?.id)).toBe('client-2')
  })

  it('tells which turns a commit has left, and none of what was undone or needs no worker', async () => {
    const told: Turns[] = []
    const watched = await openSqliteStore({ file, synchronous: 'OFF', onCommit: (turns) => told.push(turns) })
    onTestFinished(() => watched.close())
    const undone = watched.write(async (tx) => {
      await tx.appendOutbox(message({ seq: 9 }))
      throw new Error('undone')
    })
    const kept = watched.write(async (tx) => {
      await tx.insertTimer(timerRow())
      await tx.appendOutbox(message({ createdAt: 2_000 }))
    })
    await expect(undone).rejects.toThrow('undone')
    await kept
    const first = { id: 1, attempts: 0, at: 0 }
    const timer = { journey: 'journey-1', id: 1, arming: 1, attempts: 0, at: 5_000 }
    expect(told.splice(0)).toEqual([{ timers: [timer], messages: [first], background: false }])

    const email = message({ topic: 'notification.email', createdAt: 3_000 })
    await watched.write(
      async (tx) => {
        await tx.insertNotification(notificationRow())
        await tx.insertNotification(notificationRow({ id: 'notification-2', channel: 'email' }), email)
        await tx.markDelivered(1, 3_000)
      },
      { background: true },
    )
    expect(told.splice(0)).toEqual([{ timers: [], messages: [{ id: 2, attempts: 0, at: 0 }], background: true }])

    await watched.write(async (tx) => {
      await tx.timerFailed(timer, { attempts: 1, notBefore: 6_000, error: 'no' })
      await tx.deliveryFailed(attemptRow({ message: 2, attempt: 3, error: 'no' }), 7_000)
    })
    expect(told.splice(0)).toEqual([
      {
        timers: [{ ...timer, attempts: 1, at: 6_000 }],
        messages: [{ id: 2, attempts: 3, at: 7_000 }],
        background: false,
      },
    ])

    await watched.write(async (tx) => {
      await tx.timerFailed(timer, { attempts: 8, notBefore: null, error: 'no' })
      await tx.deliveryFailed(attemptRow({ message: 2, attempt: 8, error: 'no' }), null)
      await tx.markSeen('notification-1', 8_000)
    })
    expect(told).toEqual([])

    await watched.write(async (tx) => {
      await tx.reviveTimer({ ...timer, attempts: 8, at: 9_000 })
      await tx.reviveMessage({ id: 2, attempts: 8, at: 9_000 })
    })
    expect(told).toEqual([
      {
        timers: [{ ...timer, attempts: 8, at: 9_000 }],
        messages: [{ id: 2, attempts: 8, at: 9_000 }],
        background: false,
      },
    ])
  })
})

describe('who counts steps', () => {
  it('is told of each that is durable, once, whatever others of its batch do', async () => {
    const file = join(temporaryFolder(), 'rows.db')
    const told: string[] = []
    const commits: number[] = []
    const observer = {
      stepJournalled: (type: string, byRule: boolean) => told.push(`${type} ${byRule}`),
      commitDone: (works: number, ms: number) => {
        expect(ms).toBeGreaterThan(0)
        commits.push(works)
      },
    }
    const store = await openSqliteStore({ file, synchronous: 'OFF', observer })
    onTestFinished(() => store.close())
    await store.write((tx) => plantJourney(tx))
    const step = (seq: number, type: string, then: (tx: WriteTx) => Promise<unknown> = async () => {}) =>
      store.write(async (tx) => {
        await tx.appendJournal(journalRow({ seq, type, byRule: seq % 2 === 1 }))
        await then(tx)
      })
    const refuse = () => Promise.reject(new Error('no'))

    await Promise.allSettled([step(1, 'a'), step(2, 'undone', refuse), step(3, 'b')])
    // rows that were written, and a row that the database refuses: the batch is run again
    const written = step(5, 'written', async (tx) => tx.client('nobody').then(refuse))
    const refused = step(6, 'refused', (tx) => tx.insertTimer(timerRow({ journey: 'nowhere' })))
    await Promise.allSettled([step(4, 'c'), written, refused, step(7, 'd')])
    expect(told).toEqual(['a true', 'b true', 'c false', 'd true'])
    expect(commits).toEqual([1, 3, 4])
    expect(await store.read(async (tx) => (await tx.journal('journey-1')).map(({ type }) => type))).toEqual([
      'a',
      'b',
      'c',
      'd',
    ])
  })
})
