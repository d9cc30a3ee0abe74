// @module-tag queue/bullmq
import { setTimeout as wait } from 'node:timers/promises'
import { inject, type TestContext } from 'vitest'
import { createBullQueue } from '../../../engine/queue/bull/bullQueue.ts'
import { describeQueue, type QueueDriver } from './queueContract.ts'

let tests = 0

/** BullMQ over the Redis of this run. Its jobs wait in Redis by the clock of the machine, so time really goes by. */
function prepare(test: TestContext): QueueDriver {
  tests += 1
  const prefix = `${inject('redisPrefix')}-contract-${process.pid}-${tests}`
  return {
    clock: { now: () => new Date() },
    open: async (onError) => {
      const queue = await createBullQueue({
        url: inject('redisUrl'),
        prefix,
        concurrency: 1,
        sweepMs: 500,
        now: Date.now,
        onError,
        say: () => {},
      })
      test.onTestFinished(() => queue.close())
      return queue
    },
    settle: () => wait(50),
    pass: (ms) => wait(ms),
    grainMs: 300,
    promptMs: 850,
    unwokenMs: 2_500,
  }
}

describeQueue(
  'the queue of BullMQ',
  {
    missed: ['dueTimers', 'dueMessages', 'timerTurns', 'messageTurns', 'deliverMessage'],
    repeated: ['dueTimers', 'actTimer', 'deliverMessage'],
    beforeRest: 'dueTimers',
    stops: [
      ['actTimer', 1, 1],
      ['deliverMessage', 0, 1],
    ],
    isConcurrent: true,
  },
  prepare,
)
