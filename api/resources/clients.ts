import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { type Polku, schemas } from '../../engine/index.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { callerOf, commandHeaders, viewerOf } from '../http/caller.ts'
import { body, json, refusals, writeRefusals } from '../http/describeRoute.ts'
import { limitQuery, page, pageOf } from '../http/paging.ts'
import { ApiProblem } from '../problems/ApiProblem.ts'
import { clientView } from '../views/client.ts'

const tags = ['Clients']
const params = z.object({ client: schemas.idSchema.meta({ example: '0199a0b2-4f6e-7c31-9d54-1f2e3d4c5b6a' }) })

const createBody = schemas.createClientSchema
  .omit({ by: true, key: true, organisation: true })
  .meta({ id: 'CreateClient', example: { name: 'Aino Asiakas', language: 'fi' } })

const findBody = z
  .strictObject({ identityCode: schemas.createClientSchema.shape.identityCode.unwrap().min(1) })
  .meta({ id: 'FindClient', example: { identityCode: '131052-308T' } })

const createClientRoute = createRoute({
  method: 'post',
  path: '/',
  tags,
  operationId: 'createClient',
  summary: 'Create a client',
  description: 'Name, identity code and language are kept encrypted under a key of the client’s own.',
  request: { headers: commandHeaders, body: body(createBody) },
  responses: {
    201: json(z.object({ id: z.string() }).meta({ id: 'CreatedClient' }), 'The client’s id.'),
    ...writeRefusals('identity-taken', 'key-reused'),
  },
})

const listRoute = createRoute({
  method: 'get',
  path: '/',
  tags,
  operationId: 'listClients',
  summary: 'Clients, page by page',
  description: 'By id, which sorts by the time of creation.',
  request: { query: z.strictObject({ limit: limitQuery, after: schemas.idSchema.optional() }) },
  responses: { 200: json(pageOf(clientView, 'ClientPage'), 'A page of clients.'), ...refusals() },
})

const findRoute = createRoute({
  method: 'post',
  path: '/find',
  tags,
  operationId: 'findClient',
  summary: 'Find a client by identity code',
  description: 'A POST, so that the code never stands in an address.',
  request: { body: body(findBody) },
  responses: { 200: json(clientView, 'The client.'), ...writeRefusals('not-found') },
})

const getRoute = createRoute({
  method: 'get',
  path: '/{client}',
  tags,
  operationId: 'getClient',
  summary: 'A client',
  request: { params },
  responses: { 200: json(clientView, 'The client.'), ...refusals('not-found') },
})

/** Clients: the people whom journeys are about. */
export function clientRoutes({ clients, access }: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.openapi(createClientRoute, async (c) => {
    const { organisation } = viewerOf(c)
    const created = await clients.create({ ...c.req.valid('json'), organisation, ...callerOf(c) })
    c.set('shown', [created.id])
    c.header('Location', `/api/v1/clients/${created.id}`)
    return c.json(created, 201)
  })
  app.openapi(listRoute, async (c) => {
    const { limit, after } = c.req.valid('query')
    const found = await clients.list({ limit: limit + 1, after, sight: await access.sight(viewerOf(c)) })
    c.set(
      'shown',
      found.slice(0, limit).map(({ id }) => id),
    )
    return c.json(
      page(found, limit, ({ id }) => id),
      200,
    )
  })
  app.openapi(findRoute, async (c) => {
    const found = await clients.find(c.req.valid('json').identityCode)
    if (!found || !(await access.toClient(viewerOf(c), found.id)))
      throw new ApiProblem('not-found', 'There is no client with this identity code.')
    c.set('shown', [found.id])
    return c.json(found, 200)
  })
  app.openapi(getRoute, async (c) => c.json(await clients.get(c.req.valid('param').client), 200))
  return app
}
