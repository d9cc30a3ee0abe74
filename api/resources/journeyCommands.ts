import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { type Polku, schemas } from '../../engine/index.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { callerOf, commandHeaders } from '../http/caller.ts'
import { body, commandRefusals, json } from '../http/describeRoute.ts'
import { ifMatch } from '../http/revision.ts'
import { answerView } from '../views/journey.ts'

const tags = ['Journeys']
const params = z.object({ journey: schemas.idSchema.meta({ example: '0199a0b2-4f6e-7c31-9d54-1f2e3d4c5b6a' }) })
const answered = json(answerView, 'The journey after it, and what it did.')
const headers = commandHeaders.extend(ifMatch)

const { data } = schemas.sendSchema.shape
const sendBody = schemas.sendSchema
  .omit({ by: true, key: true })
  .extend({ data: data.meta({ type: 'object', additionalProperties: true, description: data.description }) })
  .meta({ id: 'SendEvent', example: { event: 'aloitaKoulutus', revision: 4, occurredAt: '2026-03-02T09:00:00+02:00' } })

const sendRoute = createRoute({
  method: 'post',
  path: '/{journey}/events',
  tags,
  operationId: 'sendEvent',
  summary: 'Send an event',
  description: 'Takes the transition that the event and the criteria choose, or refuses and says why.',
  request: { params, headers, body: body(sendBody) },
  responses: {
    200: answered,
    ...commandRefusals('blocked', 'unknown', 'unhandled', 'suspended', 'not-overridable', 'override-unused'),
  },
})

const jumpRoute = createRoute({
  method: 'post',
  path: '/{journey}/jump',
  tags,
  operationId: 'jumpJourney',
  summary: 'Jump into a state',
  description: 'Moves into a state that the pathway marks enterable, with a reason, past its criteria.',
  request: {
    params,
    headers,
    body: body(
      schemas.jumpSchema
        .omit({ by: true, key: true })
        .meta({ id: 'JumpJourney', example: { to: 'koulutus', reason: 'Siirtyi toisesta palvelusta' } }),
    ),
  },
  responses: { 200: answered, ...commandRefusals('not-enterable', 'wrong-kind', 'suspended') },
})

const exitRoute = createRoute({
  method: 'post',
  path: '/{journey}/exit',
  tags,
  operationId: 'exitJourney',
  summary: 'End the journey by a coded exit',
  request: {
    params,
    headers,
    body: body(
      schemas.exitSchema
        .omit({ by: true, key: true })
        .meta({ id: 'ExitJourney', example: { code: 'keskeytys', reason: 'Muutti toiselle paikkakunnalle' } }),
    ),
  },
  responses: { 200: answered, ...commandRefusals('no-such-exit') },
})

const handOverRoute = createRoute({
  method: 'post',
  path: '/{journey}/hand-over',
  tags,
  operationId: 'handOverJourney',
  summary: 'Hand the journey over',
  description: 'Gives it another responsible person.',
  request: {
    params,
    headers,
    body: body(
      schemas.handOverSchema
        .omit({ by: true, key: true })
        .meta({ id: 'HandOverJourney', example: { to: { user: 'jussi.laine', team: 'ohjaus' } } }),
    ),
  },
  responses: { 200: answered, ...commandRefusals() },
})

const reverseRoute = createRoute({
  method: 'post',
  path: '/{journey}/reverse',
  tags,
  operationId: 'reverseJourney',
  summary: 'Take back the last command',
  description: 'Possible only where nothing has followed it. The journal keeps both.',
  request: {
    params,
    headers,
    body: body(
      schemas.reverseSchema
        .omit({ by: true, key: true })
        .meta({ id: 'ReverseJourney', example: { entry: 5, reason: 'Kirjattu väärälle asiakkaalle' } }),
    ),
  },
  responses: { 200: answered, ...commandRefusals('not-reversible') },
})

const migrateRoute = createRoute({
  method: 'post',
  path: '/{journey}/migrate',
  tags,
  operationId: 'migrateJourney',
  summary: 'Move to another version of the pathway',
  description:
    'Whoever is in a state goes on in the one that has taken its place: the one of the same path, or that `states` names. `dryRun` tells what would come of it.',
  request: {
    params,
    headers,
    body: body(
      schemas.migrateSchema.omit({ by: true, key: true }).meta({
        id: 'MigrateJourney',
        example: { version: 2, states: { kuntoutus: 'kuntoutus.alku' }, reason: 'Lain muutos 1.6.2026' },
      }),
    ),
  },
  responses: { 200: answered, ...commandRefusals('no-place', 'no-such-state', 'wrong-kind', 'suspended') },
})

/** What is done with a journey that has begun. */
export function journeyCommandRoutes({ journeys }: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.openapi(sendRoute, async (c) => {
    const given = { ...c.req.valid('json'), ...callerOf(c) }
    return c.json(await journeys.send(c.req.valid('param').journey, given), 200)
  })
  app.openapi(jumpRoute, async (c) => {
    const given = { ...c.req.valid('json'), ...callerOf(c) }
    return c.json(await journeys.jump(c.req.valid('param').journey, given), 200)
  })
  app.openapi(exitRoute, async (c) => {
    const given = { ...c.req.valid('json'), ...callerOf(c) }
    return c.json(await journeys.exit(c.req.valid('param').journey, given), 200)
  })
  app.openapi(handOverRoute, async (c) => {
    const given = { ...c.req.valid('json'), ...callerOf(c) }
    return c.json(await journeys.handOver(c.req.valid('param').journey, given), 200)
  })
  app.openapi(reverseRoute, async (c) => {
    const given = { ...c.req.valid('json'), ...callerOf(c) }
    return c.json(await journeys.reverse(c.req.valid('param').journey, given), 200)
  })
  app.openapi(migrateRoute, async (c) => {
    const given = { ...c.req.valid('json'), ...callerOf(c) }
    return c.json(await journeys.migrate(c.req.valid('param').journey, given), 200)
  })
  return app
}
