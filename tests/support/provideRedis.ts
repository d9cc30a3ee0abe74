import type { TestProject } from 'vitest/node'
import { endWithoutProgram } from './debianProgram.ts'
import { openTestRedis } from './testRedis.ts'

declare module 'vitest' {
  /** What a test gets by `inject`. */
  interface ProvidedContext {
    /** the Redis that all tests share: it is not flushed, and every key in it begins with `redisPrefix` */
    redisUrl: string
    redisPrefix: string
    /** its version and place, for people */
    redisName: string
  }
}

/** Before the first test there is a Redis; after the last one, what was started is gone. */
export default async function provideRedis(project: TestProject): Promise<() => Promise<void>> {
  const redis = await openTestRedis(process.env.REDIS_URL).catch(endWithoutProgram)
  project.provide('redisUrl', redis.url)
  project.provide('redisPrefix', redis.prefix)
  project.provide('redisName', redis.name)
  return redis.release
}
