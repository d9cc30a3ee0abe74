import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { type ListViewer, type Polku, schemas, workSchemas } from '../../engine/index.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { actorOf, callerOf, commandHeaders, viewerOf } from '../http/caller.ts'
import { body, json, refusals, writeRefusals } from '../http/describeRoute.ts'
import { ApiProblem } from '../problems/ApiProblem.ts'
import { savedListView } from '../views/savedList.ts'

const tags = ['Worklists']
const params = z.object({ list: schemas.idSchema.meta({ example: '0199a0b2-4f6e-7c31-9d54-1f2e3d4c5b6a' }) })
const content = workSchemas.savedListSchema.omit({ by: true, key: true }).meta({
  id: 'SaveList',
  example: {
    name: 'Kuntoutuksen myöhässä olevat',
    list: 'overdue',
    filters: { phase: 'kuntoutus', teams: ['ohjaus'] },
    sort: 'lateness',
    sharedWith: { kind: 'team', id: 'ohjaus' },
  },
})

const listRoute = createRoute({
  method: 'get',
  path: '/saved-lists',
  tags,
  operationId: 'listSavedLists',
  summary: 'My saved lists, and those shared with me',
  responses: {
    200: json(z.object({ items: z.array(savedListView) }).meta({ id: 'SavedLists' }), 'Saved lists, by name.'),
    ...refusals(),
  },
})

const getRoute = createRoute({
  method: 'get',
  path: '/saved-lists/{list}',
  tags,
  operationId: 'getSavedList',
  summary: 'A saved list',
  request: { params },
  responses: { 200: json(savedListView, 'The list.'), ...refusals('not-found') },
})

const createListRoute = createRoute({
  method: 'post',
  path: '/saved-lists',
  tags,
  operationId: 'createSavedList',
  summary: 'Save a list',
  request: { headers: commandHeaders, body: body(content) },
  responses: { 201: json(savedListView, 'The list.'), ...writeRefusals('key-reused') },
})

const saveRoute = createRoute({
  method: 'put',
  path: '/saved-lists/{list}',
  tags,
  operationId: 'saveSavedList',
  summary: 'Change a saved list of mine',
  description: 'Puts all of it in place of what it was.',
  request: { params, body: body(content) },
  responses: { 200: json(savedListView, 'The list as saved.'), ...writeRefusals('not-found', 'not-allowed') },
})

const removeRoute = createRoute({
  method: 'delete',
  path: '/saved-lists/{list}',
  tags,
  operationId: 'removeSavedList',
  summary: 'Remove a saved list of mine',
  request: { params },
  responses: { 200: json(savedListView, 'The list that was.'), ...writeRefusals('not-found', 'not-allowed') },
})

/** Saved lists: worklists under a name, one's own and shared ones. */
export function savedListRoutes({ savedLists }: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  const viewer = (c: Context<ApiEnv>): ListViewer => {
    const { user, organisation, memberships } = viewerOf(c)
    return { user, organisation, teams: memberships.map(({ team }) => team) }
  }
  /** A list is shared with one's own: a team one is in, or one's organisation. @throws ApiProblem `invalid-request` */
  const requireOwn = <T extends { sharedWith?: { kind: string; id: string } | null | undefined }>(
    c: Context<ApiEnv>,
    given: T,
  ): T => {
    const { sharedWith } = given
    const { teams, organisation } = viewer(c)
    if (!sharedWith || [organisation, ...teams].includes(sharedWith.id)) return given
    const errors = [{ path: ['sharedWith', 'id'], message: 'is neither a team of yours nor your organisation' }]
    throw new ApiProblem('invalid-request', `"sharedWith.id" ${errors[0]?.message}.`, { errors })
  }
  app.openapi(listRoute, async (c) => {
    return c.json({ items: await savedLists.list(viewer(c)) }, 200)
  })
  app.openapi(getRoute, async (c) => {
    return c.json(await savedLists.get(c.req.valid('param').list, viewer(c)), 200)
  })
  app.openapi(createListRoute, async (c) => {
    const created = await savedLists.create({ ...requireOwn(c, c.req.valid('json')), ...callerOf(c) })
    c.header('Location', `/api/v1/saved-lists/${created.id}`)
    return c.json(created, 201)
  })
  app.openapi(saveRoute, async (c) => {
    const given = { ...requireOwn(c, c.req.valid('json')), by: actorOf(c) }
    return c.json(await savedLists.save(c.req.valid('param').list, given, viewer(c)), 200)
  })
  app.openapi(removeRoute, async (c) => {
    const by = actorOf(c)
    return c.json(await savedLists.remove(c.req.valid('param').list, { by }, viewer(c)), 200)
  })
  return app
}
