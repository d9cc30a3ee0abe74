import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { type Polku, schemas, workSchemas } from '../../engine/index.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { actorOf, callerOf, commandHeaders, requireOwnOr } from '../http/caller.ts'
import { body, json, refusals, writeRefusals } from '../http/describeRoute.ts'
import { ApiProblem } from '../problems/ApiProblem.ts'
import { substituteView } from '../views/substitute.ts'

const tags = ['Substitutes']
const listView = z.object({ items: z.array(substituteView) }).meta({ id: 'SubstituteList' })

const listRoute = createRoute({
  method: 'get',
  path: '/substitutes',
  tags,
  operationId: 'listSubstitutes',
  summary: 'Who stands in for whom',
  request: {
    query: z.strictObject({
      user: schemas.userSchema.optional().meta({ description: 'Who is away.', example: 'mari.virtanen' }),
      substitute: schemas.userSchema.optional().meta({ description: 'Who stands in.', example: 'jussi.laine' }),
      on: schemas.localDateSchema
        .or(z.literal('today'))
        .optional()
        .meta({ description: 'Those that hold on a local date, or `today`.', example: 'today' }),
    }),
  },
  responses: { 200: json(listView, 'Substitutes, by user, the earliest first.'), ...refusals() },
})

const { by: _by, key: _key, ...fields } = workSchemas.substituteSchema.shape
const addRoute = createRoute({
  method: 'post',
  path: '/users/{user}/substitutes',
  tags,
  operationId: 'addSubstitute',
  summary: 'Name a substitute',
  description: 'There may be several at a time. A journey’s responsible person stays who they are.',
  request: {
    params: z.object({ user: schemas.userSchema.meta({ example: 'mari.virtanen' }) }),
    headers: commandHeaders,
    body: body(
      z.strictObject(fields).meta({
        id: 'AddSubstitute',
        example: { substitute: 'jussi.laine', from: '2026-07-06', until: '2026-07-31' },
      }),
    ),
  },
  responses: { 201: json(substituteView, 'The substitute.'), ...writeRefusals('key-reused') },
})

const removeRoute = createRoute({
  method: 'delete',
  path: '/substitutes/{substitute}',
  tags,
  operationId: 'removeSubstitute',
  summary: 'End a substitution',
  request: { params: z.object({ substitute: schemas.idSchema }) },
  responses: { 200: json(substituteView, 'The substitute that was.'), ...writeRefusals('not-found') },
})

/** Substitutes: who sees to a person's work while they are away. */
export function substituteRoutes({ substitutes, people }: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.openapi(listRoute, async (c) => {
    const { on, ...query } = c.req.valid('query')
    const items = on === 'today' ? await substitutes.today(query) : await substitutes.list({ ...query, on })
    return c.json({ items }, 200)
  })
  app.openapi(addRoute, async (c) => {
    const given = { ...c.req.valid('json'), ...callerOf(c) }
    await requireOwnOr(c, people, c.req.valid('param').user)
    return c.json(await substitutes.add(c.req.valid('param').user, given), 201)
  })
  app.openapi(removeRoute, async (c) => {
    const by = actorOf(c)
    const { substitute } = c.req.valid('param')
    const found = (await substitutes.list({})).find(({ id }) => id === substitute)
    if (!found) throw new ApiProblem('not-found', `There is no substitute "${substitute}".`)
    await requireOwnOr(c, people, found.user)
    return c.json(await substitutes.remove(c.req.valid('param').substitute, { by }), 200)
  })
  return app
}
