import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { type Polku, peopleSchemas } from '../../engine/index.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { actorOf } from '../http/caller.ts'
import { body, json, refusals, writeRefusals } from '../http/describeRoute.ts'
import { ApiProblem } from '../problems/ApiProblem.ts'
import { scopes } from '../rights/rights.ts'
import { createdTokenView, tokenView } from '../views/people.ts'

const tags = ['People']
const userParams = z.object({ user: peopleSchemas.handleSchema.meta({ example: 'tietojarjestelma' }) })
const params = userParams.extend({ token: z.string().min(1).max(64).meta({ example: '0199a0b2-4f6e-7c31-9d54' }) })

const createTokenRoute = createRoute({
  method: 'post',
  path: '/{user}/tokens',
  tags,
  operationId: 'createToken',
  summary: 'Make a token for a system',
  description: `By it a system acts as the user, as far as its scopes reach. Shown once. The scopes: ${scopes.map((one) => `\`${one}\``).join(', ')}.`,
  request: {
    params: userParams,
    body: body(
      peopleSchemas.createTokenSchema.omit({ by: true, user: true }).meta({
        id: 'CreateToken',
        example: { name: 'Asiakastietojärjestelmä', scopes: ['clients:read', 'journeys:write'], expiresInDays: 365 },
      }),
    ),
  },
  responses: { 201: json(createdTokenView, 'The token.'), ...writeRefusals() },
})

const listRoute = createRoute({
  method: 'get',
  path: '/{user}/tokens',
  tags,
  operationId: 'listTokens',
  summary: 'The tokens of a user',
  request: { params: userParams },
  responses: { 200: json(z.object({ items: z.array(tokenView) }).meta({ id: 'Tokens' }), 'By age.'), ...refusals() },
})

const revokeRoute = createRoute({
  method: 'delete',
  path: '/{user}/tokens/{token}',
  tags,
  operationId: 'revokeToken',
  summary: 'Revoke a token',
  request: { params },
  responses: { 204: { description: 'From the next request on it opens nothing.' }, ...writeRefusals() },
})

/** API tokens, by which systems act as a user. */
export function tokenRoutes({ tokens }: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.openapi(createTokenRoute, async (c) => {
    const given = c.req.valid('json')
    const unknown = given.scopes.filter((scope) => !scopes.includes(scope))
    if (unknown.length > 0) {
      const message = `is not a scope: ${unknown.join(', ')}`
      const details = { errors: [{ path: ['scopes'], message }], accepted: [...scopes] }
      throw new ApiProblem('invalid-request', `"scopes" ${message}.`, details)
    }
    return c.json(await tokens.create({ ...given, user: c.req.valid('param').user, by: actorOf(c) }), 201)
  })
  app.openapi(listRoute, async (c) => c.json({ items: await tokens.list(c.req.valid('param').user) }, 200))
  app.openapi(revokeRoute, async (c) => {
    const { user, token } = c.req.valid('param')
    await tokens.revoke(user, token)
    return c.body(null, 204)
  })
  return app
}
