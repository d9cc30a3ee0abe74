import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { type Polku, type SystemRole, workSchemas } from '../../engine/index.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { actorOf, viewerOf } from '../http/caller.ts'
import { body, json, refusals, writeRefusals } from '../http/describeRoute.ts'
import { pageOf } from '../http/paging.ts'
import { worklistCursor, worklistCursorQuery, worklistFilterQuery } from '../http/worklistQuery.ts'
import { ApiProblem } from '../problems/ApiProblem.ts'
import { looksView, worklistCountsView, worklistRowView } from '../views/worklist.ts'

const tags = ['Worklists']

const countsRoute = createRoute({
  method: 'get',
  path: '/worklists',
  tags,
  operationId: 'countWorklists',
  summary: 'How many lines each list has',
  request: { query: worklistFilterQuery },
  responses: { 200: json(worklistCountsView, 'Every list.'), ...refusals() },
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
    params: z.object({ list: workSchemas.worklistSchema.meta({ example: 'mine' }) }),
    query: worklistFilterQuery.extend({
      sort: workSchemas.worklistSortSchema.default('lateness'),
      limit: z.coerce.number().int().min(1).max(500).default(100).meta({ description: 'How many at most.' }),
      after: worklistCursorQuery,
    }),
  },
  responses: {
    200: json(pageOf(worklistRowView, 'WorklistPage'), 'A page of the list.'),
    ...refusals(),
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
    body: body(
      z
        .strictObject({ journey: workSchemas.lookSchema.shape.journey, client: workSchemas.lookSchema.shape.client })
        .meta({ id: 'MarkLooked', example: { client: '0199a0b2-4f6e-7c31-9d54-1f2e3d4c5b6a' } }),
    ),
  },
  responses: { 200: json(looksView, 'The journeys that are marked.'), ...writeRefusals('not-found') },
})

/** Worklists: what waits for whom today, why, and since when. */
export function worklistRoutes(polku: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.openapi(countsRoute, async (c) => {
    const { everyone, ...query } = c.req.valid('query')
    const viewer = await scopeOf(c, polku, { ...query, everyone })
    const counts = await polku.worklists.counts({ ...query, ...viewer })
    return c.json({ lists: workSchemas.worklistSchema.options.map((list) => ({ list, count: counts[list] })) }, 200)
  })
  app.openapi(listRoute, async (c) => {
    const { everyone, ...query } = c.req.valid('query')
    const { list } = c.req.valid('param')
    const viewer = await scopeOf(c, polku, { ...query, everyone })
    const { rows, after } = await polku.worklists.page({ ...query, ...viewer, list })
    c.set(
      'shown',
      rows.map(({ client }) => client.id),
    )
    return c.json({ items: rows, after: after && worklistCursor(after) }, 200)
  })
  app.openapi(lookRoute, async (c) => {
    const given = { ...c.req.valid('json'), by: actorOf(c) }
    return c.json({ items: await polku.worklists.look(given) }, 200)
  })
  return app
}

/** Roles that look at the work of their whole organisation. */
const overseers: ReadonlySet<SystemRole> = new Set(['manager', 'auditor', 'integration'])

/**
 * Whose work may be looked at: one's own, that of whoever one stands in for, and of the own teams; those who oversee an
 * organisation look at everybody's there. @throws ApiProblem `invalid-request`
 */
async function scopeOf(
  c: Context<ApiEnv>,
  { people, substitutes }: Polku,
  asked: { users?: string[] | undefined; teams?: string[] | undefined; everyone?: string | undefined },
) {
  const { user, organisation, memberships, systemRoles } = viewerOf(c)
  const roles = [...new Set(memberships.flatMap(({ caseRoles }) => caseRoles))]
  const mine = { by: { user, ...(roles.length > 0 && { roles }) }, organisation }
  const { users, teams, everyone } = asked
  if (!users && !teams && everyone !== 'true') return mine
  const isOverseer = systemRoles.some((role) => overseers.has(role))
  const ownTeams = memberships.map(({ team }) => team)
  const [mayUsers, mayTeams] = isOverseer
    ? [
        (await people.users({ organisation })).map(({ id }) => id),
        (await people.teams(organisation)).map(({ id }) => id),
      ]
    : [
        [
          user,
          ...(await substitutes.today({ substitute: user })).map((one) => one.user),
          ...(await Promise.all(ownTeams.map((team) => people.team(team)))).flatMap(({ members }) =>
            members.map((one) => one.user),
          ),
        ],
        ownTeams,
      ]
  if (everyone === 'true') {
    if (!isOverseer)
      throw refuse('everyone', 'is for those who oversee the organisation: manager, auditor, integration')
    return { ...mine, users: mayUsers, teams: mayTeams }
  }
  const others = (users ?? []).filter((one) => !mayUsers.includes(one))
  if (others.length > 0) throw refuse('users', `has whom you neither stand in for nor share a team with: ${others}`)
  const otherTeams = (teams ?? []).filter((one) => !mayTeams.includes(one))
  if (otherTeams.length > 0) throw refuse('teams', `has teams that are not yours: ${otherTeams}`)
  return { ...mine, ...(users && { users }), ...(teams && { teams }) }
}

function refuse(parameter: string, message: string): ApiProblem {
  return new ApiProblem('invalid-request', `"${parameter}" ${message}.`, { errors: [{ path: [parameter], message }] })
}
