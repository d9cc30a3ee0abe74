import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { type Polku, PolkuProblem, schemas } from '../../engine/index.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { callerOf, commandHeaders } from '../http/caller.ts'
import { body, json, refusals, writeRefusals } from '../http/describeRoute.ts'
import { factsView, recordedView } from '../views/client.ts'

const tags = ['Facts']
const params = z.object({ client: schemas.idSchema.meta({ example: '0199a0b2-4f6e-7c31-9d54-1f2e3d4c5b6a' }) })

const recordBody = schemas.recordSchema.omit({ by: true, key: true }).meta({
  id: 'RecordFacts',
  example: {
    facts: { daysPerWeek: 5, hoursPerDay: 6 },
    source: 'viikkoseuranta',
    occurredAt: '2026-03-02T09:00:00+02:00',
  },
})

const currentRoute = createRoute({
  method: 'get',
  path: '/{client}/facts',
  tags,
  operationId: 'listFacts',
  summary: 'What holds of a client now',
  request: { params },
  responses: { 200: json(factsView, 'The facts that hold, by name.'), ...refusals('not-found') },
})

const historyRoute = createRoute({
  method: 'get',
  path: '/{client}/facts/history',
  tags,
  operationId: 'listFactHistory',
  summary: 'Every value ever recorded of a client',
  description: 'Newest first. A fact is never overwritten, only superseded.',
  request: {
    params,
    query: z.strictObject({ name: z.string().min(1).max(64).optional().meta({ example: 'daysPerWeek' }) }),
  },
  responses: { 200: json(factsView, 'The values.'), ...refusals('not-found') },
})

const recordRoute = createRoute({
  method: 'post',
  path: '/{client}/facts',
  tags,
  operationId: 'recordFacts',
  summary: 'Record facts',
  description:
    'Every live journey of the client takes note in the same transaction: transitions that wait for these facts are taken, or proposed to a person.',
  request: { params, headers: commandHeaders, body: body(recordBody) },
  responses: {
    200: json(recordedView, 'What was recorded, and what it set off.'),
    ...writeRefusals(
      'not-found',
      'unknown-fact',
      'invalid-fact',
      'in-the-future',
      'key-reused',
      'endless-loop',
      'not-allowed',
    ),
  },
})

/** Facts: typed values about a client, which criteria look at. */
export function factRoutes({ clients }: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.openapi(currentRoute, async (c) => c.json({ items: await clients.facts(c.req.valid('param').client) }, 200))
  app.openapi(historyRoute, async (c) => {
    const { client } = c.req.valid('param')
    return c.json({ items: await clients.factHistory(client, c.req.valid('query').name) }, 200)
  })
  app.openapi(recordRoute, async (c) => {
    const given = { ...c.req.valid('json'), ...callerOf(c) }
    const declared = c.get('reader')?.declared
    const refused = declared ? Object.keys(given.facts).filter((name) => !declared.has(name)) : []
    if (refused.length > 0) {
      const message = 'is not among the facts that the pathway lets your case role read and record'
      const errors = refused.map((name) => ({ path: ['facts', name], message }))
      throw new PolkuProblem('not-allowed', `"${refused.join('", "')}" ${message}.`, {
        errors,
        accepted: [...(declared ?? [])],
      })
    }
    return c.json(await clients.record(c.req.valid('param').client, given), 200)
  })
  return app
}
