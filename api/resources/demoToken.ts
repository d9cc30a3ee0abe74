import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { type Polku, peopleSchemas } from '../../engine/index.ts'
import { letIn } from '../demo/letIn.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { json, refusals } from '../http/describeRoute.ts'

const tokenRoute = createRoute({
  method: 'get',
  path: '/token',
  tags: ['Demo clock'],
  operationId: 'getDemoToken',
  summary: 'A token for the demonstration',
  description: 'For anybody: in a demonstration all people are invented. The user is added, with these case roles.',
  request: {
    query: z.strictObject({
      user: peopleSchemas.handleSchema.meta({ example: 'mari.virtanen' }),
      caseRoles: z
        .string()
        .regex(/^[A-Za-z0-9_-]+(,[A-Za-z0-9_-]+)*$/, 'case roles, with commas between')
        .max(1000)
        .optional()
        .meta({ example: 'adviser,assessor' }),
    }),
  },
  responses: { 200: json(z.object({ token: z.string() }).meta({ id: 'DemoToken' }), 'The token.'), ...refusals() },
})

/** Lets anybody into a demonstration. */
export function demoTokenRoutes(polku: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.openapi(tokenRoute, async (c) => {
    const { user, caseRoles } = c.req.valid('query')
    return c.json({ token: await letIn(polku, { user, caseRoles: caseRoles?.split(',') ?? [] }) }, 200)
  })
  return app
}
