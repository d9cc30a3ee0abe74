import { setImmediate } from 'node:timers/promises'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createWatch } from '../../../engine/queue/bull/watch.ts'
import { DAY } from '../../support/testClock.ts'
import { openQueueWork } from './queueWork.ts'

/** A watch over a Redis that is there and brings nothing, and over work that is real; time passes when it is told to. */
async function openWatch() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: new Date('2026-03-02T10:00:00+02:00') })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const work = await openQueueWork({ now: () => new Date() }, { onTestFinished })
  const rescued: unknown[] = []
  const watch = createWatch({
    look: async () => {},
    isReady: () => true,
    requireSweeping: async () => {},
    onError: (error) => work.errors.push(error),
    observer: { rescued: (...told) => rescued.push(told) },
  })
  onTestFinished(() => watch.stop())
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      await vi.advanceTimersByTimeAsync(1_000)
      for (let turn = 0; turn < 50; turn += 1) await setImmediate()
    }
  }
  return { work, rescued, watch, pass }
}

it('tells how much it did that the queue had not brought', async () => {
  const { work, rescued, watch, pass } = await openWatch()
  await work.begin(3)
  vi.setSystemTime(Date.now() + 1_000)
  watch.start(work.handlers)
  // a queue that is busy may take a while
  await pass(3)
  expect(rescued).toEqual([])
  await pass(3)
  expect(rescued).toEqual([
    ['timer', 9, 'notBrought'],
    ['message', 12, 'notBrought'],
  ])
  expect(work.errors).toEqual([])
})

it('has what failed while the clock was ahead tried again when it is right', async () => {
  const { work, watch, pass } = await openWatch()
  await work.begin(1)
  const [message] = await work.handlers.dueMessages(1)
  vi.setSystemTime(Date.now() + DAY)
  work.next.set('deliverOne', () => Promise.reject(new Error('nobody answers')))
  if (message) await work.handlers.deliverMessage(message)
  vi.setSystemTime(Date.now() - DAY)
  watch.start(work.handlers)
  await pass(7)
  expect(work.deliveries).toContainEqual(expect.objectContaining({ topic: 'journey.started', attempt: 2 }))
})
