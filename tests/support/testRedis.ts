import { randomBytes } from 'node:crypto'
import { askRedis } from './askRedis.ts'
import { ensureProgram, NoProgram } from './debianProgram.ts'
import { runRedis } from './redisProcess.ts'
import { redisServer } from './redisProgram.ts'

/** The Redis that the tests of a run share. */
export interface TestRedis {
  url: string
  /** begins the name of every key that this run makes */
  prefix: string
  /** which version it is and where, for people */
  name: string
  /** Stops it when it was started here; otherwise takes away what this run has left in it. */
  release(): Promise<void>
}

/**
 * The Redis that `REDIS_URL` names, or one started for these tests when it is not set. A `redis-server` is needed in
 * either case: tests of faults kill their own.
 * @throws NoProgram when there is none to be had, or not one to test with
 */
export async function openTestRedis(given: string | undefined): Promise<TestRedis> {
  await ensureProgram(redisServer)
  const prefix = `polku-test-${randomBytes(6).toString('hex')}`
  if (given) {
    const { version, place } = await check(given)
    return {
      url: given,
      prefix,
      name: `Redis ${version} at ${place} (REDIS_URL)`,
      release: () => removeKeys(given, prefix),
    }
  }
  const redis = await runRedis()
  const version = informationOf(await askRedis(redis.url, (one) => one.info()), 'redis_version')
  return {
    url: redis.url,
    prefix,
    name: `Redis ${version} at 127.0.0.1:${redis.port} (started for these tests)`,
    release: redis.stop,
  }
}

const otherwise = 'or unset REDIS_URL, and the tests start one of their own.'

/** What is said of it names its place only: its URL may hold a password. */
async function check(url: string): Promise<{ version: string; place: string }> {
  const place = placeOf(url)
  const information = await askRedis(url, (redis) => redis.info()).catch((error: Error) => {
    throw new NoProgram(`REDIS_URL: no Redis answers at ${place} (${error.message}): start it, ${otherwise}`)
  })
  const policy = informationOf(information, 'maxmemory_policy')
  if (policy !== 'noeviction') {
    throw new NoProgram(
      `REDIS_URL: the Redis at ${place} may throw away what it was given to keep (maxmemory-policy is "${policy}"): ` +
        `set maxmemory-policy to "noeviction" there, ${otherwise}`,
    )
  }
  return { version: informationOf(information, 'redis_version'), place }
}

function placeOf(url: string): string {
  const { protocol = '', host = '' } = URL.canParse(url) ? new URL(url) : {}
  if (/^rediss?:$/.test(protocol) && host !== '') return host
  throw new NoProgram(`REDIS_URL is not the URL of a Redis: give one such as "redis://127.0.0.1:6379", ${otherwise}`)
}

/** A value from what `INFO` answers. */
function informationOf(information: string, name: string): string {
  return new RegExp(`^${name}:(\\S+)`, 'm').exec(information)?.[1] ?? 'unknown'
}

async function removeKeys(url: string, prefix: string): Promise<void> {
  await askRedis(url, async (redis) => {
    for await (const keys of redis.scanStream({ match: `${prefix}*`, count: 1_000 }) as AsyncIterable<string[]>) {
      if (keys.length > 0) await redis.unlink(...keys)
    }
  })
}
