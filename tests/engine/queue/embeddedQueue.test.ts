// @module-tag queue/embedded
import { setImmediate } from 'node:timers/promises'
import { type TestContext, vi } from 'vitest'
import { createEmbeddedQueue } from '../../../engine/queue/embeddedQueue.ts'
import { describeQueue, type QueueDriver } from './queueContract.ts'

/** How finely the virtual time goes by, in milliseconds. */
const STEP_MS = 5

/** The database answers within a few turns of the event loop. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await setImmediate()
}

/** The embedded queue, on a clock that only the test moves. */
function prepare(test: TestContext): QueueDriver {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: new Date('2026-03-02T10:00:00+02:00') })
  test.onTestFinished(() => {
    vi.useRealTimers()
  })
  return {
    clock: { now: () => new Date() },
    open: createEmbeddedQueue,
    settle,
    pass: async (ms) => {
      await settle()
      for (let passed = 0; passed < ms; passed += STEP_MS) {
        await vi.advanceTimersByTimeAsync(Math.min(STEP_MS, ms - passed))
        await settle()
      }
    },
    grainMs: 1,
    promptMs: 50,
    unwokenMs: 1_050,
  }
}

describeQueue(
  'the embedded queue',
  {
    missed: ['dueTimers', 'deliver', 'msUntilNext'],
    repeated: ['dueTimers', 'actTimer', 'deliver'],
    beforeRest: 'msUntilNextAnswers',
    stops: [
      ['dueTimers', 0, 0],
      ['actTimer', 1, 0],
      ['deliver', 1, 1],
    ],
    isConcurrent: false,
  },
  prepare,
)
