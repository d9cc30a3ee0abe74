import type { Context, MiddlewareHandler } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { ApiProblem } from '../problems/ApiProblem.ts'
import type { ApiEnv } from './ApiEnv.ts'
import { addressOf } from './addressOf.ts'

/** How many requests a token, a person or an address may send in a minute, unless a setting says otherwise. */
export const usualRequestsPerMinute = 3_000
/** How often an address may be told in a minute that it is not signed in: more is no mistake, but a search. */
const refusedPerMinute = 60
const minute = 60

/** What monitors ask all the time. */
const unlimited: ReadonlySet<string | undefined> = new Set(['health', 'ready'])

export interface RequestLimits {
  /** stands before the guard: counts those who are not let in, by the address they come from */
  strangers: MiddlewareHandler<ApiEnv>
  /** stands behind the guard: counts requests by token, else by person, else by address */
  everybody: MiddlewareHandler<ApiEnv>
}

/**
 * Keeps one from taking all: who asks too often in a minute waits until it is over. Counted in this process; several
 * processes count each for itself.
 */
export function limitRequests(perMinute: number): RequestLimits {
  const requests = new RateLimiterMemory({ points: perMinute, duration: minute })
  const refusals = new RateLimiterMemory({ points: refusedPerMinute, duration: minute })
  return {
    strangers: async (c, next) => {
      await next()
      if (c.get('problem') !== 'not-signed-in') return
      const tooMany = await taken(refusals, addressOf(c))
      if (!tooMany) return
      retryAfter(c, tooMany)
      throw new ApiProblem('too-many-requests', words(tooMany))
    },
    everybody: async (c, next) => {
      if (unlimited.has(c.get('operation'))) return next()
      const tooMany = await taken(requests, whoAsks(c))
      if (!tooMany) return next()
      retryAfter(c, tooMany)
      throw new ApiProblem('too-many-requests', words(tooMany))
    },
  }
}

function whoAsks(c: Context<ApiEnv>): string {
  const token = c.get('token')
  if (token) return `token ${token.id}`
  const viewer = c.get('viewer')
  return viewer ? `user ${viewer.user}` : `address ${addressOf(c)}`
}

/** Takes one of what is left; how long to wait when nothing is, in seconds. */
async function taken(limiter: RateLimiterMemory, key: string): Promise<number | undefined> {
  try {
    await limiter.consume(key)
    return undefined
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    return Math.max(1, Math.ceil(error.msBeforeNext / 1000))
  }
}

const words = (seconds: number): string => `Ask again in ${seconds} seconds.`

function retryAfter(c: Context<ApiEnv>, seconds: number): void {
  c.header('Retry-After', String(seconds))
}
