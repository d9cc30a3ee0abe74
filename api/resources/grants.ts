import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { type Polku, peopleSchemas, schemas } from '../../engine/index.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { actorOf, callerOf, commandHeaders, viewerOf } from '../http/caller.ts'
import { body, json, refusals, writeRefusals } from '../http/describeRoute.ts'
import { limitQuery, pageOf } from '../http/paging.ts'
import { ApiProblem } from '../problems/ApiProblem.ts'
import { accessView, grantView } from '../views/people.ts'

const tags = ['Rights']
const clientParams = z.object({ client: schemas.idSchema.meta({ example: '0199a0b2-4f6e-7c31-9d54-1f2e3d4c5b6a' }) })
const { by: _by, key: _key, ...grantFields } = peopleSchemas.grantSchema.shape
const logQuery = z.strictObject({
  limit: limitQuery,
  after: z.coerce.number().int().min(1).optional().describe('`after` of the page before.'),
})

const grantRoute = createRoute({
  method: 'post',
  path: '/grants',
  tags,
  operationId: 'grantAccess',
  summary: 'Let somebody in to a client',
  description:
    'An organisation, a team or a person, as a case role, on a statute or a consent. They see and do what the pathway declares for that role, as long as its duties last.',
  request: {
    headers: commandHeaders,
    body: body(
      z.strictObject(grantFields).meta({
        id: 'GrantAccess',
        example: {
          client: '0199a0b2-4f6e-7c31-9d54-1f2e3d4c5b6a',
          journey: '0199a0b2-5a6e-7c31-9d54-1f2e3d4c5b6a',
          organisation: 'pajat',
          caseRole: 'jobCoach',
          basis: 'statute',
          section: '380/2023 124 §',
          purpose: 'Kuntouttavan työtoiminnan jakso',
        },
      }),
    ),
  },
  responses: { 201: json(grantView, 'The grant.'), ...writeRefusals('lane-closed', 'key-reused') },
})

const listRoute = createRoute({
  method: 'get',
  path: '/clients/{client}/grants',
  tags,
  operationId: 'listGrants',
  summary: 'Who has been let in to a client',
  request: { params: clientParams },
  responses: {
    200: json(z.object({ items: z.array(grantView) }).meta({ id: 'Grants' }), 'Newest first, withdrawn ones too.'),
    ...refusals(),
  },
})

const withdrawRoute = createRoute({
  method: 'post',
  path: '/grants/{grant}/withdrawal',
  tags,
  operationId: 'withdrawGrant',
  summary: 'Withdraw a grant',
  description: 'From then on it opens nothing. What was done on it stays, and so does the grant.',
  request: { params: z.object({ grant: schemas.idSchema.meta({ example: '0199a0b2-4f6e-7c31-9d54-1f2e3d4c5b6a' }) }) },
  responses: { 200: json(grantView, 'The grant.'), ...writeRefusals() },
})

const breakGlassRoute = createRoute({
  method: 'post',
  path: '/clients/{client}/broken-glass',
  tags,
  operationId: 'breakGlass',
  summary: 'See a client of another team, with a reason',
  description:
    'For a day, to read, within the own organisation. The reason is kept, every look is logged, and what is confidential stays closed.',
  request: {
    params: clientParams,
    body: body(
      peopleSchemas.breakGlassSchema
        .omit({ by: true })
        .meta({ id: 'BreakGlass', example: { reason: 'Asiakas tuli päivystykseen, oma ohjaaja on lomalla' } }),
    ),
  },
  responses: { 201: json(grantView, 'The grant.'), ...writeRefusals() },
})

const clientLogRoute = createRoute({
  method: 'get',
  path: '/clients/{client}/access-log',
  tags,
  operationId: 'listAccessOfClient',
  summary: 'Who has seen a client, page by page',
  description: 'Newest first (906/2019 17 §; 703/2023 10 §).',
  request: { params: clientParams, query: logQuery },
  responses: { 200: json(pageOf(accessView, 'AccessPage'), 'Entries of the access log.'), ...refusals() },
})

const userLogRoute = createRoute({
  method: 'get',
  path: '/users/{user}/access-log',
  tags,
  operationId: 'listAccessOfUser',
  summary: 'Whom a person has seen, page by page',
  request: {
    params: z.object({ user: peopleSchemas.handleSchema.meta({ example: 'mari.virtanen' }) }),
    query: logQuery,
  },
  responses: { 200: json(pageOf(accessView, 'AccessPage'), 'Entries of the access log.'), ...refusals() },
})

/** Who has been let in to clients, and who has looked. */
export function grantRoutes({ grants, access, people }: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  const entries = async (of: { client?: string; user?: string }, limit: number, before: number | undefined) => {
    const items = await access.list({ ...of, limit: limit + 1, before })
    return { items: items.slice(0, limit), after: items.length > limit ? String(items[limit - 1]?.id) : null }
  }
  app.openapi(grantRoute, async (c) => c.json(await grants.grant({ ...c.req.valid('json'), ...callerOf(c) }), 201))
  app.openapi(listRoute, async (c) => c.json({ items: await grants.list(c.req.valid('param').client) }, 200))
  app.openapi(withdrawRoute, async (c) => {
    return c.json(await grants.withdraw(c.req.valid('param').grant, { by: actorOf(c) }), 200)
  })
  app.openapi(breakGlassRoute, async (c) => {
    const { client } = c.req.valid('param')
    const granted = await grants.breakGlass(client, { ...c.req.valid('json'), by: actorOf(c) })
    c.set('shown', [client])
    return c.json(granted, 201)
  })
  app.openapi(clientLogRoute, async (c) => {
    const { limit, after } = c.req.valid('query')
    return c.json(await entries({ client: c.req.valid('param').client }, limit, after), 200)
  })
  app.openapi(userLogRoute, async (c) => {
    const { limit, after } = c.req.valid('query')
    const { id: user, organisation } = await people.user(c.req.valid('param').user)
    if (organisation !== viewerOf(c).organisation) throw new ApiProblem('not-found', `There is no user "${user}".`)
    return c.json(await entries({ user }, limit, after), 200)
  })
  return app
}
