import { OpenAPIHono } from '@hono/zod-openapi'
import { requestId } from 'hono/request-id'
import type { AppOptions } from './createApp.ts'
import type { ApiEnv } from './http/ApiEnv.ts'
import { acceptLanguage } from './http/acceptLanguage.ts'
import { logRequests } from './http/logRequests.ts'
import { ownHostOnly } from './http/ownHostOnly.ts'
import { unknownRoute } from './http/unknownRoute.ts'
import { onError } from './problems/answerProblem.ts'
import { healthRoutes } from './resources/health.ts'
import { metricsRoutes } from './resources/metrics.ts'

/** What a worker process serves: whether it is up, and whether the work is done. */
export function createHealthApp({
  polku,
  log,
  metrics,
}: Pick<AppOptions, 'polku' | 'log' | 'metrics'>): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.onError(onError)
  app.notFound(unknownRoute(() => app.routes))
  app.use(requestId({ limitLength: 64 }))
  app.use(acceptLanguage)
  app.use(logRequests(log))
  app.use(ownHostOnly('http://localhost'))
  app.route('/', healthRoutes(polku))
  if (metrics) app.route('/', metricsRoutes(metrics, { polku, file: metrics.file }))
  return app
}
