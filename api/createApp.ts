import { OpenAPIHono } from '@hono/zod-openapi'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import type { Logger } from 'pino'
import type { Polku } from '../engine/index.ts'
import { authPath, type SignIn } from './auth/openSignIn.ts'
import { providerCallback } from './auth/providerCallback.ts'
import { serveOpenApi } from './docs/describeApi.ts'
import { docsPage } from './docs/docsPage.ts'
import { queuePage } from './docs/queuePage.ts'
import type { ApiEnv } from './http/ApiEnv.ts'
import { acceptLanguage } from './http/acceptLanguage.ts'
import { countRequests } from './http/countRequests.ts'
import { largestImport, limitBody, smallBody } from './http/limitBody.ts'
import { limitRequests } from './http/limitRequests.ts'
import { logRequests } from './http/logRequests.ts'
import { ownHostOnly } from './http/ownHostOnly.ts'
import { readBody } from './http/readBody.ts'
import { refuseInvalid } from './http/refuseInvalid.ts'
import { notModifiedToWhoSeesAll, readIfMatch } from './http/revision.ts'
import { traceRequests } from './http/traceRequests.ts'
import { unknownRoute } from './http/unknownRoute.ts'
import type { Metrics } from './metrics/createMetrics.ts'
import { designerPages } from './pages/designerPages.ts'
import { signInPages } from './pages/signInPages.ts'
import { onError } from './problems/answerProblem.ts'
import { problemPages } from './problems/problemPages.ts'
import { bulkRoutes } from './resources/bulk.ts'
import { clientErasureRoutes } from './resources/clientErasure.ts'
import { clientSearchRoutes } from './resources/clientSearch.ts'
import { clientRoutes } from './resources/clients.ts'
import { contactRoutes } from './resources/contacts.ts'
import { deadLetterRoutes } from './resources/deadLetters.ts'
import { type DemoClock, demoClockRoutes } from './resources/demoClock.ts'
import { demoTokenRoutes } from './resources/demoToken.ts'
import { draftRoutes } from './resources/drafts.ts'
import { factRoutes } from './resources/facts.ts'
import { grantRoutes } from './resources/grants.ts'
import { handOverRoutes } from './resources/handOvers.ts'
import { healthRoutes } from './resources/health.ts'
import { importRoutes } from './resources/imports.ts'
import { journeyCommandRoutes } from './resources/journeyCommands.ts'
import { journeyRoutes } from './resources/journeys.ts'
import { mermaidRoutes } from './resources/mermaid.ts'
import { metricsRoutes } from './resources/metrics.ts'
import { migrationRoutes } from './resources/migrations.ts'
import { moduleRoutes } from './resources/modules.ts'
import { notificationRoutes } from './resources/notifications.ts'
import { pathwayRoutes } from './resources/pathways.ts'
import { peopleRoutes } from './resources/people.ts'
import { retentionRoutes } from './resources/retention.ts'
import { savedListRoutes } from './resources/savedLists.ts'
import { scenarioRoutes } from './resources/scenarios.ts'
import { sessionRoutes } from './resources/session.ts'
import { substituteRoutes } from './resources/substitutes.ts'
import { suspensionRoutes } from './resources/suspensions.ts'
import { taskCommandRoutes } from './resources/taskCommands.ts'
import { taskRoutes } from './resources/tasks.ts'
import { tokenRoutes } from './resources/tokens.ts'
import { walkRoutes } from './resources/walks.ts'
import { worklistRoutes } from './resources/worklists.ts'
import { xstateRoutes } from './resources/xstate.ts'
import { guard } from './rights/guard.ts'
import { operatorsOnly } from './rights/operatorsOnly.ts'

export interface AppOptions {
  polku: Polku
  log: Logger
  signIn: SignIn
  /** where people open Polku, such as https://polku.example.org */
  baseUrl: string
  /** how many requests a token or a person may send in a minute; undefined: any number */
  requestsPerMinute?: number
  /** what the process counts, and the file of its database (undefined: in memory); without it there is no `GET /metrics` */
  metrics?: Metrics & { file: string | undefined }
  /** only in a demonstration: adds the routes that set its clock, and let anybody in */
  demoClock?: DemoClock
}

const base = '/api/v1'
/** What may be sent by those whom nobody knows is small. */
const ofStrangers = Object.fromEntries(['session', 'password', 'setup'].map((name) => [`${base}/${name}`, smallBody]))

/**
 * Polku over HTTP: thin over the engine. Everything that fails answers with a problem document.
 * @example
 * const polku = await openPolku({ database: ':memory:' })
 * const baseUrl = 'http://localhost:3000'
 * const app = createApp({ polku, log: pino(), baseUrl, signIn: openSignIn(polku, { baseUrl }) })
 */
export function createApp({
  polku,
  log,
  signIn,
  baseUrl,
  requestsPerMinute,
  metrics,
  demoClock,
}: AppOptions): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({ defaultHook: refuseInvalid })
  app.onError(onError)
  const unknown = unknownRoute(() => app.routes)
  app.notFound(unknown)

  app.use(requestId({ limitLength: 64 }))
  app.use(acceptLanguage)
  app.use(`${base}/*`, traceRequests([`${base}/health`, `${base}/ready`]))
  app.use(logRequests(log))
  if (metrics) app.use(countRequests(metrics))
  app.use(
    secureHeaders({
      strictTransportSecurity: baseUrl.startsWith('https:') ? 'max-age=31536000' : false,
      contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"] },
      overwrite: false,
    }),
  )
  app.use(ownHostOnly(baseUrl))
  app.use(`${base}/*`, async (c, next) => {
    await next()
    // `c.header` would make a whole web response, with a stream, out of what is a text yet
    c.res.headers.set('Cache-Control', 'no-store')
  })
  app.use(`${base}/*`, limitBody({ [`${base}/imports`]: largestImport, ...ofStrangers }))
  const limits = requestsPerMinute === undefined ? undefined : limitRequests(requestsPerMinute)
  if (limits) app.use(`${base}/*`, limits.strangers)
  app.use(
    `${base}/*`,
    guard({
      unknown,
      open: [`${base}/openapi.json`],
      polku,
      signIn,
      app: () => app,
      ...(limits && { limit: limits.everybody }),
    }),
  )
  app.use(`${base}/*`, readBody({ csv: [`${base}/imports`] }))
  app.use(`${base}/journeys/:journey`, notModifiedToWhoSeesAll)
  for (const path of [
    'journeys/:journey/*',
    'tasks/:task/*',
    'drafts/:draft',
    'drafts/:draft/*',
    'pathways/:pathway/scenarios/:scenario',
    'clients/:client',
  ]) {
    app.use(`${base}/${path}`, readIfMatch)
  }

  app.route(`${base}/pathways`, pathwayRoutes(polku))
  app.route(`${base}/pathways`, xstateRoutes(polku))
  app.route(`${base}/pathways`, scenarioRoutes(polku))
  app.route(`${base}/pathways`, mermaidRoutes(polku))
  app.route(`${base}/drafts`, draftRoutes(polku))
  app.route(`${base}/walks`, walkRoutes(polku))
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
  app.route(`${base}/imports`, importRoutes(polku))
  app.route(base, contactRoutes(polku))
  app.route(base, substituteRoutes(polku))
  app.route(base, worklistRoutes(polku))
  app.route(base, savedListRoutes(polku))
  app.route(base, bulkRoutes(polku))
  app.route(base, handOverRoutes(polku))
  app.route(base, migrationRoutes(polku))
  app.route(base, notificationRoutes(polku))
  app.route(base, sessionRoutes(polku, signIn))
  app.route(base, peopleRoutes(polku, signIn, baseUrl))
  app.route(`${base}/users`, tokenRoutes(polku))
  app.route(base, grantRoutes(polku))
  app.route(base, deadLetterRoutes(polku))
  app.route(base, healthRoutes(polku))
  if (demoClock) app.route(`${base}/demo`, demoClockRoutes(demoClock))
  if (demoClock) app.route(`${base}/demo`, demoTokenRoutes(polku))

  serveOpenApi(app, `${base}/openapi.json`, demoClock !== undefined)
  app.route(authPath, providerCallback(signIn))
  app.route('/', signInPages())
  app.route('/docs', docsPage())
  app.use('/queue/*', operatorsOnly(polku, signIn, baseUrl))
  app.route('/queue', queuePage(polku, '/queue'))
  app.route('/problems', problemPages())
  app.use('/metrics', operatorsOnly(polku, signIn, baseUrl))
  if (metrics) app.route('/', metricsRoutes(metrics, { polku, file: metrics.file }))
  app.route('/', designerPages())
  return app
}
