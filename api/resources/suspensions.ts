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

const suspendRoute = createRoute({
  method: 'post',
  path: '/{journey}/suspend',
  tags,
  operationId: 'suspendJourney',
  summary: 'Suspend a journey',
  description:
    'Until it is resumed, facts are accepted and transitions are not, and timers stand still unless the pathway keeps them. On the review date the responsible person is asked to look.',
  request: {
    params,
    headers: commandHeaders.extend(ifMatch),
    body: body(
      schemas.suspendSchema
        .omit({ by: true, key: true })
        .meta({ id: 'SuspendJourney', example: { reason: 'Vanhempainvapaa', reviewDate: '2026-09-01' } }),
    ),
  },
  responses: { 200: answered, ...commandRefusals('no-such-reason', 'wrong-kind') },
})

const resumeRoute = createRoute({
  method: 'post',
  path: '/{journey}/resume',
  tags,
  operationId: 'resumeJourney',
  summary: 'End a suspension',
  description: 'With the last one, what stood still runs on, later by as many local days as it stood.',
  request: {
    params,
    headers: commandHeaders.extend(ifMatch),
    body: body(
      schemas.resumeSchema.omit({ by: true, key: true }).meta({ id: 'ResumeJourney', example: { suspension: 1 } }),
    ),
  },
  responses: { 200: answered, ...commandRefusals('no-such-suspension') },
})

/** Suspensions of a journey; several may hold it at once. */
export function suspensionRoutes({ journeys }: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.openapi(suspendRoute, async (c) => {
    const given = { ...c.req.valid('json'), ...callerOf(c) }
    return c.json(await journeys.suspend(c.req.valid('param').journey, given), 200)
  })
  app.openapi(resumeRoute, async (c) => {
    const given = { ...c.req.valid('json'), ...callerOf(c) }
    return c.json(await journeys.resume(c.req.valid('param').journey, given), 200)
  })
  return app
}
