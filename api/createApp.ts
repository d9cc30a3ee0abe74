import { OpenAPIHono } from '@hono/zod-openapi'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import type { Logger } from 'pino'
import type { Polku } from '../engine/index.ts'
import { serveOpenApi } from './docs/describeApi.ts'
import { docsPage } from './docs/docsPage.ts'
import { queuePage } from './docs/queuePage.ts'
import type { ApiEnv } from './http/ApiEnv.ts'
import { countRequests } from './http/countRequests.ts'
import { logRequests } from './http/logRequests.ts'
import { loopbackOnly } from './http/loopbackOnly.ts'
import { limitBody, readJson } from './http/readJson.ts'
import { refuseInvalid } from './http/refuseInvalid.ts'
import { traceRequests } from './http/traceRequests.ts'
import { unknownRoute } from './http/unknownRoute.ts'
import type { Metrics } from './metrics/createMetrics.ts'
import { onError } from './problems/answerProblem.ts'
import { problemPages } from './problems/problemPages.ts'
import { clientErasureRoutes } from './resources/clientErasure.ts'
import { clientSearchRoutes } from './resources/clientSearch.ts'
import { clientRoutes } from './resources/clients.ts'
import { deadLetterRoutes } from './resources/deadLetters.ts'
import { type DemoClock, demoClockRoutes } from './resources/demoClock.ts'
import { draftRoutes } from './resources/drafts.ts'
import { factRoutes } from './resources/facts.ts'
import { healthRoutes } from './resources/health.ts'
import { journeyCommandRoutes } from './resources/journeyCommands.ts'
import { journeyRoutes } from './resources/journeys.ts'
import { metricsRoutes } from './resources/metrics.ts'
import { moduleRoutes } from './resources/modules.ts'
import { notificationRoutes } from './resources/notifications.ts'
import { pathwayRoutes } from './resources/pathways.ts'
import { retentionRoutes } from './resources/retention.ts'
import { suspensionRoutes } from './resources/suspensions.ts'
import { taskCommandRoutes } from './resources/taskCommands.ts'
import { taskRoutes } from './resources/tasks.ts'
import { xstateRoutes } from './resources/xstate.ts'

export interface AppOptions {
  polku: Polku
  log: Logger
  /** what the process counts, and the file of its database (undefined: in memory); without it there is no `GET /metrics` */
  metrics?: Metrics & { file: string | undefined }
  /** only in a demonstration: adds the routes that set its clock */
  demoClock?: DemoClock
}

const base = '/api/v1'

/**
 * Polku over HTTP: thin over the engine. Everything that fails answers with a problem document.
 * @example const app = createApp({ polku: await openPolku({ database: ':memory:' }), log: pino() })
 */
export function createApp({ polku, log, metrics, demoClock }: AppOptions): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({ defaultHook: refuseInvalid })
  app.onError(onError)
  app.notFound(unknownRoute(() => app.routes))

  app.use(requestId({ limitLength: 64 }))
  app.use(`${base}/*`, traceRequests([`${base}/health`, `${base}/ready`]))
  app.use(logRequests(log))
  if (metrics) app.use(countRequests(metrics))
  app.use(
    secureHeaders({
      strictTransportSecurity: false,
      contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"] },
      overwrite: false,
    }),
  )
  app.use(loopbackOnly)
  app.use(`${base}/*`, async (c, next) => {
    await next()
    c.header('Cache-Control', 'no-store')
  })
  app.use(`${base}/*`, limitBody)
  app.use(`${base}/*`, readJson)

  app.route(`${base}/pathways`, pathwayRoutes(polku))
  app.route(`${base}/pathways`, xstateRoutes(polku))
  app.route(`${base}/drafts`, draftRoutes(polku))
  app.route(`${base}/clients`, clientSearchRoutes(polku))
  app.route(`${base}/clients`, clientRoutes(polku))
  app.route(`${base}/clients`, clientErasureRoutes(polku))
  app.route(`${base}/retention`, retentionRoutes(polku))
  app.route(`${base}/clients`, factRoutes(polku))
  app.route(`${base}/journeys`, journeyRoutes(polku))
  app.route(`${base}/journeys`, journeyCommandRoutes(polku))
  app.route(`${base}/journeys`, suspensionRoutes(polku))
  app.route(`${base}/journeys`, moduleRoutes(polku))
  app.route(`${base}/tasks`, taskRoutes(polku))
  app.route(`${base}/tasks`, taskCommandRoutes(polku))
  app.route(base, notificationRoutes(polku))
  app.route(base, deadLetterRoutes(polku))
  app.route(base, healthRoutes(polku))
  if (demoClock) app.route(`${base}/demo`, demoClockRoutes(demoClock))

  serveOpenApi(app, `${base}/openapi.json`, demoClock !== undefined)
  app.route('/docs', docsPage())
  app.route('/queue', queuePage(polku, '/queue'))
  app.route('/problems', problemPages())
  if (metrics) app.route('/', metricsRoutes(metrics, { polku, file: metrics.file }))
  app.get('/', (c) => c.redirect('/docs'))
  return app
}
