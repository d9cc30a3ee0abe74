import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { ApiProblem } from '../problems/ApiProblem.ts'
import type { ApiEnv } from './ApiEnv.ts'

/** The largest body, in bytes. */
export const largestBody = 1_048_576
/** Of an import: five thousand rows, with room. In bytes. */
export const largestImport = 8_388_608
/** Of what is sent before anybody is known. In bytes. */
export const smallBody = 16_384

/**
 * Refuses a body that is too large, whatever its length header says.
 * @param special by path, how large a body may be where that is not what it is everywhere else
 */
export function limitBody(special: Readonly<Record<string, number>>): MiddlewareHandler<ApiEnv> {
  const limits = new Map(Object.entries(special).map(([path, size]) => [path, limitTo(size)]))
  const usual = limitTo(largestBody)
  return (c, next) => {
    // has none, and to look for it would make the whole of a web request out of what Node has
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    return (limits.get(c.req.path) ?? usual)(c, next)
  }
}

function limitTo(maxSize: number): MiddlewareHandler<ApiEnv> {
  const onError = (c: Context<ApiEnv>): never => {
    // the rest of the body is not read, so the connection is of no more use
    c.header('Connection', 'close')
    throw new ApiProblem('body-too-large', `A body may be ${maxSize} bytes.`)
  }
  const whileReading = bodyLimit({ maxSize, onError })
  return (c, next) => {
    const declared = c.req.header('content-length')
    // only a body in chunks must be counted as it comes; that too makes a whole web request
    if (declared === undefined || c.req.header('transfer-encoding') !== undefined) return whileReading(c, next)
    return Number(declared) > maxSize ? onError(c) : next()
  }
}
