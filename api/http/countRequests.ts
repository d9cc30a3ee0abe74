import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Metrics } from '../metrics/createMetrics.ts'
import type { ApiEnv } from './ApiEnv.ts'

/** Counts requests by their route: anything may have been typed into an address. */
export function countRequests({ requestAnswered }: Metrics): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const from = performance.now()
    await next()
    const ms = performance.now() - from
    requestAnswered({ method: c.req.method, route: routePath(c, -1), status: c.res.status, ms })
  }
}
