import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { ApiEnv } from './ApiEnv.ts'

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/**
 * Makes each request a span, in the trace that its caller names; nothing where no OpenTelemetry provider is registered. It
 * tells the route, not the address, and neither bodies nor headers. Attributes by OpenTelemetry's conventions for HTTP.
 * @param except paths that are asked all the time, by probes
 */
export function traceRequests(except: readonly string[]): MiddlewareHandler<ApiEnv> {
  const tracer = trace.getTracer('polku')
  return async (c, next) => {
    if (except.includes(c.req.path)) return next()
    const method = methods.has(c.req.method) ? c.req.method : '_OTHER'
    const caller = propagation.extract(context.active(), c.req.raw.headers, {
      get: (headers, name) => headers.get(name) ?? undefined,
      keys: (headers) => [...headers.keys()],
    })
    const options = { kind: SpanKind.SERVER, attributes: { 'http.request.method': method } }
    return tracer.startActiveSpan(method, options, caller, async (span) => {
      try {
        await next()
      } finally {
        const route = routePath(c, -1)
        const { status } = c.res
        span.updateName(`${method} ${route}`)
        span.setAttributes({ 'http.route': route, 'http.response.status_code': status })
        const problem = c.get('problem')
        if (problem) span.setAttribute('polku.outcome', problem)
        if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
        span.end()
      }
    })
  }
}
