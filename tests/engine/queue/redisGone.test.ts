// @module-tag queue/bullmq
import { expect, it } from 'vitest'
import { openPolku } from '../../../engine/index.ts'
import { startRedis } from '../../support/redisServer.ts'

// Regression: a worker that was asked to close waited for its lost connections to come back, for ever.
it('stops although Redis has gone', async () => {
  const redis = await startRedis()
  const words: string[] = []
  const polku = await openPolku({
    database: ':memory:',
    queue: { url: redis.url, sweepMs: 200 },
    say: (said) => words.push(said),
  })
  polku.work()
  await expect.poll(async () => (await polku.queueState())?.sweptAt, { timeout: 20_000 }).toBeGreaterThan(0)
  await redis.kill()
  await expect.poll(async () => (await polku.queueState())?.redis, { timeout: 20_000 }).toBe('away')
  await polku.close()
  expect(words.at(-1)).toContain('Redis does not answer')
})
