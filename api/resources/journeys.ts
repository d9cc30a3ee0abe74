import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { JournalGap, type Polku, ReplayMismatch, schemas } from '../../engine/index.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { actorOf, callerOf, commandHeaders, sightOf } from '../http/caller.ts'
import { body, commandRefusals, json, refusals } from '../http/describeRoute.ts'
import { limitQuery, page, pageOf } from '../http/paging.ts'
import { ifNoneMatch, notModified, tagRevision } from '../http/revision.ts'
import { ApiProblem } from '../problems/ApiProblem.ts'
import { loggedError } from '../problems/answerProblem.ts'
import { nextView } from '../views/criteria.ts'
import { answerView, historyEntryView, journeyView, replayView, timersView } from '../views/journey.ts'

const tags = ['Journeys']
const params = z.object({ journey: schemas.idSchema.meta({ example: '0199a0b2-4f6e-7c31-9d54-1f2e3d4c5b6a' }) })

const startBody = schemas.startSchema.omit({ by: true, key: true }).meta({
  id: 'StartJourney',
  example: {
    pathway: 'suunto',
    client: '0199a0b2-4f6e-7c31-9d54-1f2e3d4c5b6a',
    responsible: { user: 'mari.virtanen', team: 'ohjaus' },
  },
})

const startRoute = createRoute({
  method: 'post',
  path: '/',
  tags,
  operationId: 'startJourney',
  summary: 'Start a journey',
  description: 'Begins a client’s journey through the latest version of a pathway, or a named one.',
  request: { headers: commandHeaders, body: body(startBody) },
  responses: {
    201: json(answerView, 'The journey as it begins.'),
    200: json(answerView, 'What would begin (`dryRun`).'),
    ...commandRefusals('not-enterable'),
  },
})

const listRoute = createRoute({
  method: 'get',
  path: '/',
  tags,
  operationId: 'listJourneys',
  summary: 'Journeys, page by page',
  request: {
    query: z.strictObject({
      client: schemas.idSchema.optional(),
      pathway: schemas.idSchema.optional(),
      status: z.enum(['active', 'ended']).optional(),
      responsible: schemas.userSchema
        .optional()
        .meta({ description: 'The responsible person.', example: 'mari.virtanen' }),
      limit: limitQuery,
      after: schemas.idSchema.optional(),
    }),
  },
  responses: { 200: json(pageOf(journeyView, 'JourneyPage'), 'A page of journeys, by id.'), ...refusals() },
})

const getRoute = createRoute({
  method: 'get',
  path: '/{journey}',
  tags,
  operationId: 'getJourney',
  summary: 'A journey',
  description: 'Where it stands. Timers that are due count as having acted: what is read is never behind the clock.',
  request: { params, headers: z.object(ifNoneMatch) },
  responses: { 200: json(journeyView, 'The journey.'), ...notModified, ...refusals('not-found') },
})

const nextRoute = createRoute({
  method: 'get',
  path: '/{journey}/next',
  tags,
  operationId: 'nextOfJourney',
  summary: 'What can be done next, and why not',
  description: 'Every event with what it would do now: possible, blocked or unknown; each criterion with what it saw.',
  request: { params },
  responses: { 200: json(nextView, 'The same decision that sending the event makes.'), ...refusals('not-found') },
})

const historyRoute = createRoute({
  method: 'get',
  path: '/{journey}/history',
  tags,
  operationId: 'historyOfJourney',
  summary: 'The journal, page by page',
  request: {
    params,
    query: z.strictObject({
      limit: limitQuery,
      after: z.coerce.number().int().min(0).default(0).describe('The entry that the page before ended with.'),
    }),
  },
  responses: {
    200: json(pageOf(historyEntryView, 'History'), 'Journal entries, oldest first.'),
    ...refusals('not-found'),
  },
})

const timersRoute = createRoute({
  method: 'get',
  path: '/{journey}/timers',
  tags,
  operationId: 'timersOfJourney',
  summary: 'Armed timers, the next first',
  request: { params },
  responses: { 200: json(timersView, 'The timers.'), ...refusals('not-found') },
})

const replayRoute = createRoute({
  method: 'get',
  path: '/{journey}/replay',
  tags,
  operationId: 'replayJourney',
  summary: 'Check that the journal replays',
  description: 'Folds the whole journal and compares the result with the stored state, byte for byte.',
  request: { params },
  responses: { 200: json(replayView, 'They are the same.'), ...refusals('not-found', 'replay-failed') },
})

/** Journeys: beginning one, and questions about them. What is done with one is in `journeyCommands`. */
export function journeyRoutes({ journeys, access }: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.openapi(startRoute, async (c) => {
    const given = c.req.valid('json')
    const answer = await journeys.start({ ...given, ...callerOf(c) })
    if (given.dryRun) return c.json(answer, 200)
    c.header('Location', `/api/v1/journeys/${answer.journey.id}`)
    return c.json(answer, 201)
  })
  app.openapi(listRoute, async (c) => {
    const { limit, ...filter } = c.req.valid('query')
    const found = await journeys.list({ ...filter, sight: await sightOf(c, access), limit: limit + 1 })
    c.set(
      'shown',
      found.slice(0, limit).map(({ client }) => client),
    )
    return c.json(
      page(found, limit, ({ id }) => id),
      200,
    )
  })
  app.openapi(getRoute, async (c) => {
    const journey = await journeys.get(c.req.valid('param').journey)
    tagRevision(c, journey)
    return c.json(journey, 200)
  })
  app.openapi(nextRoute, async (c) => {
    const by = actorOf(c)
    return c.json(await journeys.next(c.req.valid('param').journey, { by }), 200)
  })
  app.openapi(historyRoute, async (c) => {
    const { after, limit } = c.req.valid('query')
    const found = await journeys.history(c.req.valid('param').journey, { from: after + 1, limit: limit + 1 })
    return c.json(
      page(found, limit, ({ seq }) => String(seq)),
      200,
    )
  })
  app.openapi(timersRoute, async (c) => c.json({ items: await journeys.timers(c.req.valid('param').journey) }, 200))
  app.openapi(replayRoute, async (c) => {
    const { journey } = c.req.valid('param')
    try {
      return c.json({ journey, matches: true as const, state: { ...(await journeys.replay(journey)) } }, 200)
    } catch (error) {
      if (!(error instanceof ReplayMismatch || error instanceof JournalGap)) throw error
      c.get('log').error({ requestId: c.get('requestId'), journey, error: loggedError(error) }, 'replay failed')
      throw new ApiProblem('replay-failed', 'The journal does not fold into the stored state; it has been logged.', {
        journey,
      })
    }
  })
  return app
}
