import { setImmediate } from 'node:timers/promises'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createWatch } from '../../../engine/queue/bull/watch.ts'
import { openQueueWork } from './queueWork.ts'

it('tells how much it did that the queue had not brought', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: new Date('2026-03-02T10:00:00+02:00') })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const work = await openQueueWork({ now: () => new Date() }, { onTestFinished })
  await work.begin(3)
  vi.setSystemTime(Date.now() + 1_000)
  const rescued: unknown[] = []
  const watch = createWatch({
    look: async () => {},
    isReady: () => true,
    requireSweeping: async () => {},
    onError: (error) => work.errors.push(error),
    observer: { rescued: (...told) => rescued.push(told) },
  })
  onTestFinished(() => watch.stop())
  watch.start(work.handlers)
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      await vi.advanceTimersByTimeAsync(1_000)
      for (let turn = 0; turn < 50; turn += 1) await setImmediate()
    }
  }
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
