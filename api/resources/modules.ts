import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { type Polku, schemas } from '../../engine/index.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { callerOf, commandHeaders } from '../http/caller.ts'
import { body, commandRefusals, json } from '../http/describeRoute.ts'
import { ifMatch } from '../http/revision.ts'
import { startedModuleView } from '../views/journey.ts'

const { by: _by, key: _key, ...fields } = schemas.startModuleSchema.shape

const startModuleRoute = createRoute({
  method: 'post',
  path: '/{journey}/modules',
  tags: ['Journeys'],
  operationId: 'startModule',
  summary: 'Start a module',
  description:
    'Starts a child journey: a module that an active state declares, or any published pathway. It has a clock of its own, and begins as soon as the worker has dealt with the message.',
  request: {
    params: z.object({ journey: schemas.idSchema.meta({ example: '0199a0b2-4f6e-7c31-9d54-1f2e3d4c5b6a' }) }),
    headers: commandHeaders.extend(ifMatch),
    body: body(z.strictObject(fields).meta({ id: 'StartModule', example: { module: 'motivaatiokoulutus' } })),
  },
  responses: {
    200: json(startedModuleView, 'The journey after it, and the id of its child.'),
    ...commandRefusals('no-such-module', 'suspended'),
  },
})

/** Modules of a journey: child journeys that a person asks for. */
export function moduleRoutes({ journeys }: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.openapi(startModuleRoute, async (c) => {
    const given = { ...c.req.valid('json'), ...callerOf(c) }
    return c.json(await journeys.startModule(c.req.valid('param').journey, given), 200)
  })
  return app
}
