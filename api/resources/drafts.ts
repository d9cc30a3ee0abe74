import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { designSchemas, type Polku, schemas } from '../../engine/index.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { actorOf } from '../http/caller.ts'
import { body, json, refusals, writeRefusals } from '../http/describeRoute.ts'
import { ifMatch, tagRevision } from '../http/revision.ts'
import { untilGone } from '../http/untilGone.ts'
import { titledResults } from '../problems/titled.ts'
import { documentView, draftCheckView, draftsView, draftView, publishedView } from '../views/pathway.ts'
import { parametersField, publishingFields } from './pathways.ts'

const tags = ['Drafts']
const params = z.object({ draft: schemas.idSchema.meta({ example: 'suunto-2027' }) })

const saveBody = designSchemas.saveDraftSchema
  .omit({ by: true })
  .extend({ document: designSchemas.saveDraftSchema.shape.document.meta(documentView.meta() ?? {}) })
  .meta({
    id: 'SaveDraft',
    example: {
      document: { id: 'suunto', title: { fi: 'Suunto 2027' }, states: {} },
      revision: 2,
      layout: { positions: { kartoitus: { x: 40, y: 80 } }, collapsed: [] },
    },
  })

const publishBody = z
  .strictObject({
    revision: z.int().min(1).describe('The revision to publish; refused when the draft has been saved since.'),
    parameters: parametersField,
    ...publishingFields,
  })
  .meta({
    id: 'PublishDraft',
    example: {
      revision: 3,
      note: 'Salkku käydään läpi joka kuukausi.',
      approver: 'Palvelupäällikkö',
      startsOn: '2027-01-01',
    },
  })

const listRoute = createRoute({
  method: 'get',
  path: '/',
  tags,
  operationId: 'listDrafts',
  summary: 'Drafts',
  request: { query: z.strictObject({ pathway: schemas.idSchema.optional().describe('Drafts of one pathway.') }) },
  responses: { 200: json(draftsView, 'Drafts, without their documents.'), ...refusals() },
})

const getRoute = createRoute({
  method: 'get',
  path: '/{draft}',
  tags,
  operationId: 'getDraft',
  summary: 'A draft',
  request: { params },
  responses: { 200: json(draftView, 'The draft, with what verification finds in it.'), ...refusals('not-found') },
})

const saveRoute = createRoute({
  method: 'put',
  path: '/{draft}',
  tags,
  operationId: 'saveDraft',
  summary: 'Save a draft',
  description:
    'Keeps a document in whatever state it is, and where it is drawn. Without `revision` it is a new draft; with it, the draft read at that revision. Who has saved it since is named by `savedBy` and `savedAt` of the refusal.',
  request: { params, headers: z.object(ifMatch), body: body(saveBody) },
  responses: {
    201: json(draftView, 'A new draft.'),
    200: json(draftView, 'The draft as saved.'),
    ...writeRefusals('stale-revision', 'precondition-failed'),
  },
})

const deleteRoute = createRoute({
  method: 'delete',
  path: '/{draft}',
  tags,
  operationId: 'deleteDraft',
  summary: 'Delete a draft',
  request: { params, headers: z.object(ifMatch) },
  responses: { 204: { description: 'It is gone.' }, ...writeRefusals('not-found', 'precondition-failed') },
})

const checkBody = designSchemas.checkDraftSchema
  .extend({ parameters: parametersField })
  .meta({ id: 'CheckDraft', example: { startsOn: '2027-01-01' } })

const checkRoute = createRoute({
  method: 'post',
  path: '/{draft}/check',
  tags,
  operationId: 'checkDraft',
  summary: 'What publishing a draft would find and break',
  description:
    'Verifies the draft and walks every scenario of its pathway through it. Nothing is kept, and nothing is published.',
  request: { params, body: body(checkBody) },
  responses: { 200: json(draftCheckView, 'What was found.'), ...writeRefusals('not-found', 'too-many-walks') },
})

const publishRoute = createRoute({
  method: 'post',
  path: '/{draft}/publish',
  tags,
  operationId: 'publishDraft',
  summary: 'Publish a draft',
  description:
    'Makes the draft the next version of its pathway, and deletes the draft. When its document is the latest version already nothing is published (`isNew` is false), and the draft stays. The scenarios of the pathway are walked first; broken ones are to be acknowledged.',
  request: { params, headers: z.object(ifMatch), body: body(publishBody) },
  responses: {
    200: json(publishedView, 'The version it became.'),
    ...writeRefusals(
      'not-found',
      'stale-revision',
      'precondition-failed',
      'invalid-pathway',
      'scenarios-broken',
      'too-many-walks',
    ),
  },
})

/** Drafts: what the designer edits. */
export function draftRoutes({ pathways }: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.openapi(listRoute, async (c) => c.json({ items: await pathways.drafts(c.req.valid('query').pathway) }, 200))
  app.openapi(getRoute, async (c) => {
    const draft = await pathways.draft(c.req.valid('param').draft)
    // for If-Match alone: what is found in it depends on other pathways too, so nobody is told that nothing has changed
    tagRevision(c, draft)
    return c.json(draft, 200)
  })
  app.openapi(saveRoute, async (c) => {
    const given = c.req.valid('json')
    const by = actorOf(c)
    const draft = await pathways.saveDraft(c.req.valid('param').draft, { ...given, by })
    tagRevision(c, draft)
    return given.revision === undefined ? c.json(draft, 201) : c.json(draft, 200)
  })
  app.openapi(deleteRoute, async (c) => {
    await pathways.deleteDraft(c.req.valid('param').draft, { revision: c.get('ifMatch') })
    return c.body(null, 204)
  })
  app.openapi(checkRoute, async (c) => {
    const check = await pathways.checkDraft(c.req.valid('param').draft, c.req.valid('json'), untilGone(c))
    return c.json({ ...check, scenarios: titledResults(check.scenarios, c.get('language')) }, 200)
  })
  app.openapi(publishRoute, async (c) => {
    const by = actorOf(c)
    const published = await pathways.publishDraft(c.req.valid('param').draft, { ...c.req.valid('json'), by })
    return c.json({ ...published, scenarios: titledResults(published.scenarios, c.get('language')) }, 200)
  })
  return app
}
