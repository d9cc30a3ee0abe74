import type { Redis } from 'ioredis'

/** Since which its sorted sets can be waited on with a fraction of a second, as BullMQ does. */
const oldest = [6, 2, 0] as const

/** A Redis that Polku does not work with, and why. */
export class UnfitRedis extends Error {
  override readonly name = 'UnfitRedis'
}

/**
 * Asks a Redis whether it is fit to carry the queue.
 * @throws UnfitRedis when it evicts keys or is too old; whatever ioredis throws when it does not answer
 */
export async function requireRedis(redis: Redis): Promise<void> {
  const info = await redis.info()
  const version = /^redis_version:(\S+)/m.exec(info)?.[1] ?? 'unknown'
  if (isOlder(version)) {
    throw new UnfitRedis(`Redis is ${version}; Polku needs ${oldest.join('.')} or newer: upgrade Redis`)
  }
  const policy = /^maxmemory_policy:(\S+)/m.exec(info)?.[1]
  if (policy !== undefined && policy !== 'noeviction') {
    throw new UnfitRedis(
      `Redis evicts keys when its memory is full (maxmemory-policy ${policy}), and would drop work: set maxmemory-policy noeviction`,
    )
  }
}

function isOlder(version: string): boolean {
  const parts = version.split('.').map(Number)
  for (const [index, least] of oldest.entries()) {
    const part = parts[index] ?? 0
    if (part !== least) return !(part > least)
  }
  return false
}
