import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { clientSchemas, type Polku, schemas } from '../../engine/index.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { callerOf, commandHeaders, sightOf, viewerOf } from '../http/caller.ts'
import { body, json, refusals, writeRefusals } from '../http/describeRoute.ts'
import { limitQuery, page, pageOf } from '../http/paging.ts'
import { ifMatch, tagRevision } from '../http/revision.ts'
import { clientView, createdClientView, updatedClientView } from '../views/client.ts'

const tags = ['Clients']
export const clientParams = z.object({
  client: schemas.idSchema.meta({ example: '0199a0b2-4f6e-7c31-9d54-1f2e3d4c5b6a' }),
})

const createBody = clientSchemas.createClientSchema.omit({ by: true, key: true, organisation: true }).meta({
  id: 'CreateClient',
  example: { givenName: 'Aino', familyName: 'Asiakas', language: 'fi', phone: '040 123 4567' },
})

const updateBody = z
  .strictObject(clientSchemas.updateClientSchema.shape)
  .omit({ by: true, key: true })
  .meta({ id: 'UpdateClient', example: { revision: 1, phone: '040 765 4321', interpreterLanguage: null } })

const createClientRoute = createRoute({
  method: 'post',
  path: '/',
  tags,
  operationId: 'createClient',
  summary: 'Create a client',
  description:
    'All that is known of the person is kept encrypted under a key of the client’s own. `duplicates` names clients of the organisation who may be the same person.',
  request: { headers: commandHeaders, body: body(createBody) },
  responses: {
    201: json(createdClientView, 'The client’s id.'),
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
  request: {
    query: z.strictObject({
      limit: limitQuery,
      after: schemas.idSchema.optional(),
    }),
  },
  responses: { 200: json(pageOf(clientView, 'ClientPage'), 'A page of clients.'), ...refusals() },
})

const getRoute = createRoute({
  method: 'get',
  path: '/{client}',
  tags,
  operationId: 'getClient',
  summary: 'A client',
  description: 'A protected address (`addressProtected`) is shown to those only who have that right.',
  request: { params: clientParams },
  responses: { 200: json(clientView, 'The client.'), ...refusals('not-found') },
})

const updateRoute = createRoute({
  method: 'patch',
  path: '/{client}',
  tags,
  operationId: 'updateClient',
  summary: 'Change what is known of a client',
  description: 'Fields that are named are set, those that are null are taken out, others stay as they are.',
  request: { params: clientParams, headers: commandHeaders.extend(ifMatch), body: body(updateBody) },
  responses: {
    200: json(updatedClientView, 'The client’s revision after it.'),
    ...writeRefusals('not-found', 'stale-revision', 'precondition-failed', 'identity-taken', 'key-reused'),
  },
})

/** Clients: the people whom journeys are about. */
export function clientRoutes({ clients, access }: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.openapi(createClientRoute, async (c) => {
    const { organisation } = viewerOf(c)
    const created = await clients.create({ ...c.req.valid('json'), organisation, ...callerOf(c) })
    c.set('shown', [created.id, ...created.duplicates.map(({ client }) => client)])
    c.header('Location', `/api/v1/clients/${created.id}`)
    return c.json(created, 201)
  })
  app.openapi(listRoute, async (c) => {
    const { limit, after } = c.req.valid('query')
    const sight = await sightOf(c, access)
    const { seesProtected: showProtected } = viewerOf(c)
    const found = await clients.list({ limit: limit + 1, after, sight, showProtected })
    c.set(
      'shown',
      found.slice(0, limit).map(({ id }) => id),
    )
    return c.json(
      page(found, limit, ({ id }) => id),
      200,
    )
  })
  app.openapi(getRoute, async (c) => {
    const { seesProtected: showProtected } = viewerOf(c)
    const client = await clients.get(c.req.valid('param').client, { showProtected })
    tagRevision(c, client)
    return c.json(client, 200)
  })
  app.openapi(updateRoute, async (c) => {
    const given = { ...c.req.valid('json'), ...callerOf(c) }
    const updated = await clients.update(c.req.valid('param').client, given)
    tagRevision(c, updated)
    return c.json(updated, 200)
  })
  return app
}
