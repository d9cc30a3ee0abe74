import { Redis } from 'ioredis'

/** How long a Redis may take to answer, in milliseconds. */
const patienceMs = 5_000

/**
 * One conversation with a Redis: connects, asks, hangs up; nothing is tried twice.
 * @throws what stood in the way: nobody listens there, a wrong password, no answer in 5 seconds
 */
export async function askRedis<T>(url: string, ask: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url, {
    lazyConnect: true,
    retryStrategy: () => null,
    connectTimeout: patienceMs,
    commandTimeout: patienceMs,
  })
  let cause: Error | undefined
  redis.on('error', (error: Error) => {
    cause ??= error
  })
  try {
    return await ask(redis)
  } catch (error) {
    // a command only knows that the connection is closed, and not why
    throw cause ?? error
  } finally {
    redis.disconnect()
  }
}
