import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { clientSchemas, type Polku, schemas } from '../../engine/index.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { actorOf } from '../http/caller.ts'
import { body, json, refusals, writeRefusals } from '../http/describeRoute.ts'
import { erasuresView, erasureView, legalHoldsView } from '../views/erasure.ts'
import { clientParams as params } from './clients.ts'

const tags = ['Erasure']

const eraseRoute = createRoute({
  method: 'post',
  path: '/{client}/erase',
  tags,
  operationId: 'eraseClient',
  summary: 'Erase a client',
  description:
    'For good: the key, who it was, what is known and was said of the client, what they are found by. The id stays, and of the journeys what replay needs. Refused while a journey is live or a legal hold stands. Asked again, it answers what was done.',
  request: {
    params,
    body: body(
      clientSchemas.eraseSchema
        .omit({ by: true })
        .meta({ id: 'EraseClient', example: { reason: 'retentionOver', basis: '380/2023 s.122' } }),
    ),
  },
  responses: {
    200: json(erasureView, 'What was erased.'),
    ...writeRefusals('not-found', 'not-erasable', 'on-hold'),
  },
})

const erasuresRoute = createRoute({
  method: 'get',
  path: '/{client}/erasures',
  tags,
  operationId: 'listErasures',
  summary: 'What was erased of a client',
  description: 'Newest first; also of a client of whom nothing is left. No words, only ids and codes.',
  request: { params },
  responses: { 200: json(erasuresView, 'Erasures.'), ...refusals('not-found') },
})

const placeHoldRoute = createRoute({
  method: 'post',
  path: '/{client}/holds',
  tags,
  operationId: 'placeLegalHold',
  summary: 'Keep a client’s data from being erased',
  request: {
    params,
    body: body(
      clientSchemas.placeHoldSchema
        .omit({ by: true })
        .meta({ id: 'PlaceLegalHold', example: { why: 'Oikaisuvaatimus vireillä', until: '2027-12-31' } }),
    ),
  },
  responses: {
    201: json(z.object({ id: z.string() }).meta({ id: 'PlacedLegalHold' }), 'The hold’s id.'),
    ...writeRefusals('not-found'),
  },
})

const listHoldsRoute = createRoute({
  method: 'get',
  path: '/{client}/holds',
  tags,
  operationId: 'listLegalHolds',
  summary: 'A client’s legal holds',
  description: 'Those that have ended too; newest first.',
  request: { params },
  responses: { 200: json(legalHoldsView, 'Legal holds.'), ...refusals('not-found') },
})

const endHoldRoute = createRoute({
  method: 'post',
  path: '/{client}/holds/{hold}/end',
  tags,
  operationId: 'endLegalHold',
  summary: 'End a legal hold',
  request: { params: params.extend({ hold: schemas.idSchema }) },
  responses: { 200: json(legalHoldsView, 'The client’s legal holds.'), ...writeRefusals('not-found') },
})

/** Erasing clients, and what keeps them from being erased. */
export function clientErasureRoutes({ clients }: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.openapi(eraseRoute, async (c) => {
    const by = actorOf(c)
    return c.json(await clients.erase(c.req.valid('param').client, { ...c.req.valid('json'), by }), 200)
  })
  app.openapi(erasuresRoute, async (c) => {
    return c.json({ items: await clients.erasures(c.req.valid('param').client) }, 200)
  })
  app.openapi(placeHoldRoute, async (c) => {
    const by = actorOf(c)
    return c.json(await clients.placeHold(c.req.valid('param').client, { ...c.req.valid('json'), by }), 201)
  })
  app.openapi(listHoldsRoute, async (c) => {
    return c.json({ items: await clients.holds(c.req.valid('param').client) }, 200)
  })
  app.openapi(endHoldRoute, async (c) => {
    const { client, hold } = c.req.valid('param')
    await clients.endHold(client, hold, { by: actorOf(c) })
    return c.json({ items: await clients.holds(client) }, 200)
  })
  return app
}
