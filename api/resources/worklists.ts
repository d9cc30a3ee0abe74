import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { type Polku, schemas } from '../../engine/index.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { actorOf, askHeaders, mineHeaders, writeHeaders } from '../http/caller.ts'
import { body, json, refusals, writeRefusals } from '../http/describeRoute.ts'
import { ownOrganisation } from '../http/organisation.ts'
import { pageOf } from '../http/paging.ts'
import { worklistCursor, worklistCursorQuery, worklistFilterQuery } from '../http/worklistQuery.ts'
import { looksView, worklistCountsView, worklistRowView } from '../views/worklist.ts'

const tags = ['Worklists']
/** Roles besides: with them, tasks for other case roles are waited for. */
const headers = mineHeaders.extend({ 'Polku-Roles': askHeaders.shape['Polku-Roles'] })

const countsRoute = createRoute({
  method: 'get',
  path: '/worklists',
  tags,
  operationId: 'countWorklists',
  summary: 'How many lines each list has',
  request: { headers, query: worklistFilterQuery },
  responses: { 200: json(worklistCountsView, 'Every list.'), ...refusals('acting-person-missing') },
})

const listRoute = createRoute({
  method: 'get',
  path: '/worklists/{list}',
  tags,
  operationId: 'getWorklist',
  summary: 'A worklist, page by page',
  description:
    'Each line says why it stands here and since when, what comes next and what hinders. `lateness` (the default order): what is overdue, then what is due today, then the rest.',
  request: {
    params: z.object({ list: schemas.worklistSchema.meta({ example: 'mine' }) }),
    headers,
    query: worklistFilterQuery.extend({
      sort: schemas.worklistSortSchema.default('lateness'),
      limit: z.coerce.number().int().min(1).max(500).default(100).meta({ description: 'How many at most.' }),
      after: worklistCursorQuery,
    }),
  },
  responses: {
    200: json(pageOf(worklistRowView, 'WorklistPage'), 'A page of the list.'),
    ...refusals('acting-person-missing'),
  },
})

const lookRoute = createRoute({
  method: 'post',
  path: '/looks',
  tags,
  operationId: 'markLooked',
  summary: 'Say that I have looked at a journey or a client',
  description: 'From then on it is new to the acting person no more, and what others change comes on their list.',
  request: {
    headers: writeHeaders,
    body: body(
      z
        .strictObject({ journey: schemas.lookSchema.shape.journey, client: schemas.lookSchema.shape.client })
        .meta({ id: 'MarkLooked', example: { client: '0199a0b2-4f6e-7c31-9d54-1f2e3d4c5b6a' } }),
    ),
  },
  responses: { 200: json(looksView, 'The journeys that are marked.'), ...writeRefusals('not-found') },
})

/** Worklists: what waits for whom today, why, and since when. */
export function worklistRoutes({ worklists }: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.openapi(countsRoute, async (c) => {
    const { everyone, ...query } = c.req.valid('query')
    const viewer = { by: askerOf(c.req.valid('header')), everyone: everyone === 'true', organisation: ownOrganisation }
    const counts = await worklists.counts({ ...query, ...viewer })
    return c.json({ lists: schemas.worklistSchema.options.map((list) => ({ list, count: counts[list] })) }, 200)
  })
  app.openapi(listRoute, async (c) => {
    const { everyone, ...query } = c.req.valid('query')
    const { list } = c.req.valid('param')
    const viewer = { by: askerOf(c.req.valid('header')), everyone: everyone === 'true', organisation: ownOrganisation }
    const { rows, after } = await worklists.page({ ...query, ...viewer, list })
    return c.json({ items: rows, after: after && worklistCursor(after) }, 200)
  })
  app.openapi(lookRoute, async (c) => {
    const given = { ...c.req.valid('json'), by: actorOf(c.req.valid('header')) }
    return c.json({ items: await worklists.look(given) }, 200)
  })
  return app
}

/** Without roles named, every unassigned task of one's journeys is one's own. */
function askerOf(headers: Parameters<typeof actorOf>[0]): { user: string; roles?: string[] } {
  const { user, roles } = actorOf(headers)
  return roles.length > 0 ? { user, roles } : { user }
}
