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
  description:
    'For anybody: in a demonstration all people are invented. A user who is not there yet is added, to this organisation and with these system roles, to a team of their own (`team-of-` and the user), which has the case roles.',
  request: {
    query: z.strictObject({
      user: peopleSchemas.handleSchema.meta({ example: 'mari.virtanen' }),
      caseRoles: z
        .string()
        .regex(/^[A-Za-z0-9_-]+(,[A-Za-z0-9_-]+)*$/, 'case roles, with commas between')
        .max(1000)
        .optional()
        .meta({ example: 'adviser,assessor' }),
      systemRoles: z
        .string()
        .max(100)
        .transform((list) => list.split(','))
        .pipe(z.array(peopleSchemas.systemRoleSchema))
        .optional()
        .meta({
          type: 'string',
          description: 'With commas between; `administrator,manager` unless told.',
          example: 'counsellor',
        }),
      organisation: peopleSchemas.handleSchema
        .optional()
        .meta({ description: 'One that is there; `own` unless told.', example: 'own' }),
    }),
  },
  responses: { 200: json(z.object({ token: z.string() }).meta({ id: 'DemoToken' }), 'The token.'), ...refusals() },
})

/** Lets anybody into a demonstration. */
export function demoTokenRoutes(polku: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.openapi(tokenRoute, async (c) => {
    const { caseRoles, ...given } = c.req.valid('query')
    return c.json({ token: await letIn(polku, { ...given, caseRoles: caseRoles?.split(',') ?? [] }) }, 200)
  })
  return app
}
