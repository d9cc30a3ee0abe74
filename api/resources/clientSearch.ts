import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { clientSchemas, type Polku } from '../../engine/index.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { viewerOf } from '../http/caller.ts'
import { body, json, writeRefusals } from '../http/describeRoute.ts'
import { ApiProblem } from '../problems/ApiProblem.ts'
import { clientView, duplicatesView, foundClientsView } from '../views/client.ts'

const tags = ['Clients']

const findRoute = createRoute({
  method: 'post',
  path: '/find',
  tags,
  operationId: 'findClient',
  summary: 'Find a client by identity code',
  description: 'A POST, so that the code never stands in an address.',
  request: {
    body: body(
      clientSchemas.findClientSchema
        .omit({ organisation: true })
        .meta({ id: 'FindClient', example: { identityCode: '131052-9085' } }),
    ),
  },
  responses: { 200: json(clientView, 'The client.'), ...writeRefusals('not-found') },
})

const { organisation: _, ...searchFields } = clientSchemas.searchClientsSchema.shape

const searchRoute = createRoute({
  method: 'post',
  path: '/search',
  tags,
  operationId: 'searchClients',
  summary: 'Search clients by name or telephone number',
  description:
    'A POST, so that names never stand in an address. Slips of the pen are forgiven, dots and rings may be left out, names may come in any order, and the last need not be whole. The likeliest come first; of a name that hundreds have, not all are compared.',
  request: {
    body: body(z.strictObject(searchFields).meta({ id: 'SearchClients', example: { name: 'asiakas aino' } })),
  },
  responses: { 200: json(foundClientsView, 'Clients, the likeliest first.'), ...writeRefusals() },
})

const duplicatesRoute = createRoute({
  method: 'post',
  path: '/duplicates',
  tags,
  operationId: 'findDuplicates',
  summary: 'Is somebody a client already?',
  description:
    'Clients of the organisation with the same identity code, or with a like name and the same date of birth. Clients of other organisations are not told of.',
  request: {
    body: body(
      clientSchemas.duplicatesSchema.omit({ organisation: true }).meta({
        id: 'FindDuplicates',
        example: { name: 'Aino Asiakas', birthDate: '1952-10-13' },
      }),
    ),
  },
  responses: { 200: json(duplicatesView, 'Who may be the same person.'), ...writeRefusals() },
})

/** Looking clients up: by code, by name and number, and for being the same person. */
export function clientSearchRoutes({ clients, access }: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.openapi(findRoute, async (c) => {
    const { organisation, seesProtected: showProtected } = viewerOf(c)
    const found = await clients.find({ ...c.req.valid('json'), organisation }, { showProtected })
    if (!found || !(await access.toClient(viewerOf(c), found.id))) {
      throw new ApiProblem('not-found', 'There is no client with this identity code.')
    }
    c.set('shown', [found.id])
    return c.json(found, 200)
  })
  app.openapi(searchRoute, async (c) => {
    const { organisation, seesProtected: showProtected } = viewerOf(c)
    const found = await clients.search({ ...c.req.valid('json'), organisation }, { showProtected })
    const items: typeof found = []
    for (const one of found) if (await access.toClient(viewerOf(c), one.client.id)) items.push(one)
    c.set(
      'shown',
      items.map(({ client }) => client.id),
    )
    return c.json({ items }, 200)
  })
  app.openapi(duplicatesRoute, async (c) => {
    const { organisation } = viewerOf(c)
    const items = await clients.duplicates({ ...c.req.valid('json'), organisation })
    c.set(
      'shown',
      items.map(({ client }) => client),
    )
    return c.json({ items }, 200)
  })
  return app
}
