import { onTestFinished } from 'vitest'
import { askRedis } from './askRedis.ts'
import { type RedisOptions, type RedisProcess, runRedis } from './redisProcess.ts'
import type { WhenFinished } from './temporaryFolder.ts'

/** A Redis that a test may do anything to. */
export interface RedisServer extends RedisProcess {
  /** Makes it forget everything. */
  flushAll(): Promise<void>
  /** Sets what it does when its memory is full, and when it is: 0 is never. Holds until it is restarted. */
  setPolicy(policy: 'noeviction' | 'allkeys-lru' | 'volatile-lru', maxmemoryBytes: number): Promise<void>
}

/**
 * Starts a Redis of the running test's own, which is gone when the test ends.
 * @param whenFinished of the test's context, where tests run side by side
 */
export async function startRedis(
  options: RedisOptions = {},
  whenFinished: WhenFinished = onTestFinished,
): Promise<RedisServer> {
  const redis = await runRedis(options)
  whenFinished(redis.stop)
  return Object.assign(redis, {
    flushAll: async () => {
      await askRedis(redis.url, (one) => one.flushall())
    },
    setPolicy: async (policy: string, maxmemoryBytes: number) => {
      await askRedis(redis.url, async (one) => {
        await one.config('SET', 'maxmemory-policy', policy)
        await one.config('SET', 'maxmemory', maxmemoryBytes)
      })
    },
  })
}
