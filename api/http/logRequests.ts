import { trace } from '@opentelemetry/api'
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Logger } from 'pino'
import type { ApiEnv } from './ApiEnv.ts'

/** What monitors ask every few seconds: it would be most of the log. */
const isProbe = /^(\/api\/v1)?\/(health|ready|metrics)$/

/**
 * One line a request, with its trace where there is one: which route, not which address, since anything may have been typed into an address. Neither
 * bodies nor queries nor headers are logged.
 */
export function logRequests(log: Logger): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const start = performance.now()
    c.set('log', log)
    await next()
    const { method } = c.req
    const { status } = c.res
    const ms = Math.round((performance.now() - start) * 10) / 10
    const line = {
      requestId: c.get('requestId'),
      trace: trace.getActiveSpan()?.spanContext().traceId,
      method,
      route: routePath(c, -1),
      status,
      problem: c.get('problem'),
      ms,
    }
    if (status >= 500) log.error(line, 'request')
    else if (isProbe.test(line.route) && status < 400) log.debug(line, 'request')
    else log.info(line, 'request')
  }
}
