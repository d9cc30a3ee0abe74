// @module-tag queue/bullmq
import { expect, it, onTestFinished } from 'vitest'
import { openPolku } from '../../../engine/index.ts'
import { askRedis } from '../../support/askRedis.ts'
import { startRedis } from '../../support/redisServer.ts'

/** A worker that has looked at a Redis of its own, and what it has said. */
async function openAtWork() {
  const redis = await startRedis()
  const words: string[] = []
  const polku = await openPolku({
    database: ':memory:',
    queue: { url: redis.url, sweepMs: 200 },
    say: (said) => words.push(said),
  })
  polku.work()
  await expect.poll(async () => (await polku.queueState())?.sweptAt).toBeGreaterThan(0)
  return { redis, words, polku }
}

// Regression: a worker that was asked to close waited for its lost connections to come back, for ever.
it('stops although Redis has gone', async () => {
  const { redis, words, polku } = await openAtWork()
  await redis.kill()
  await expect.poll(async () => (await polku.queueState())?.redis).toBe('away')
  await polku.close()
  expect(words.at(-1)).toContain('Redis does not answer')
})

// Regression: it took what came of it for an error of its own, and never looked for what Redis had not been told.
it('notices a Redis that was away for less than a look', async () => {
  const { redis, words, polku } = await openAtWork()
  onTestFinished(() => polku.close())
  await askRedis(redis.url, (one) => one.call('CLIENT', 'KILL', 'TYPE', 'normal'))
  await expect.poll(() => words.join('\n')).toMatch(/does not answer \(its connection broke\)[\s\S]+Redis answers/)
})
