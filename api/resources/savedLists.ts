import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { type ListViewer, type Polku, schemas } from '../../engine/index.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { actorOf, callerOf, commandHeaders, mineHeaders, writeHeaders } from '../http/caller.ts'
import { body, json, refusals, writeRefusals } from '../http/describeRoute.ts'
import { ownOrganisation } from '../http/organisation.ts'
import { idsQuery } from '../http/worklistQuery.ts'
import { savedListView } from '../views/savedList.ts'

const tags = ['Worklists']
const params = z.object({ list: schemas.idSchema.meta({ example: '0199a0b2-4f6e-7c31-9d54-1f2e3d4c5b6a' }) })
const query = z.strictObject({
  teams: idsQuery.meta({ description: 'Teams of the acting person, separated by commas.', example: 'ohjaus' }),
})
const content = schemas.savedListSchema.omit({ by: true, key: true }).meta({
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
  request: { headers: mineHeaders, query },
  responses: {
    200: json(z.object({ items: z.array(savedListView) }).meta({ id: 'SavedLists' }), 'Saved lists, by name.'),
    ...refusals('acting-person-missing'),
  },
})

const getRoute = createRoute({
  method: 'get',
  path: '/saved-lists/{list}',
  tags,
  operationId: 'getSavedList',
  summary: 'A saved list',
  request: { params, headers: mineHeaders, query },
  responses: { 200: json(savedListView, 'The list.'), ...refusals('acting-person-missing', 'not-found') },
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
  request: { params, headers: writeHeaders, query, body: body(content) },
  responses: { 200: json(savedListView, 'The list as saved.'), ...writeRefusals('not-found', 'not-allowed') },
})

const removeRoute = createRoute({
  method: 'delete',
  path: '/saved-lists/{list}',
  tags,
  operationId: 'removeSavedList',
  summary: 'Remove a saved list of mine',
  request: { params, headers: writeHeaders, query },
  responses: { 200: json(savedListView, 'The list that was.'), ...writeRefusals('not-found', 'not-allowed') },
})

/** Saved lists: worklists under a name, one's own and shared ones. */
export function savedListRoutes({ savedLists }: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  const viewerOf = (headers: Parameters<typeof actorOf>[0], teams: string[] = []): ListViewer => ({
    user: actorOf(headers).user,
    teams,
    organisation: ownOrganisation,
  })
  app.openapi(listRoute, async (c) => {
    const viewer = viewerOf(c.req.valid('header'), c.req.valid('query').teams)
    return c.json({ items: await savedLists.list(viewer) }, 200)
  })
  app.openapi(getRoute, async (c) => {
    const viewer = viewerOf(c.req.valid('header'), c.req.valid('query').teams)
    return c.json(await savedLists.get(c.req.valid('param').list, viewer), 200)
  })
  app.openapi(createListRoute, async (c) => {
    const created = await savedLists.create({ ...c.req.valid('json'), ...callerOf(c.req.valid('header')) })
    c.header('Location', `/api/v1/saved-lists/${created.id}`)
    return c.json(created, 201)
  })
  app.openapi(saveRoute, async (c) => {
    const viewer = viewerOf(c.req.valid('header'), c.req.valid('query').teams)
    const given = { ...c.req.valid('json'), by: actorOf(c.req.valid('header')) }
    return c.json(await savedLists.save(c.req.valid('param').list, given, viewer), 200)
  })
  app.openapi(removeRoute, async (c) => {
    const viewer = viewerOf(c.req.valid('header'), c.req.valid('query').teams)
    const by = actorOf(c.req.valid('header'))
    return c.json(await savedLists.remove(c.req.valid('param').list, { by }, viewer), 200)
  })
  return app
}
