import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { designSchemas, type Polku, schemas } from '../../engine/index.ts'
import { pathwayJsonSchema } from '../../engine/pathway/jsonSchema.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { actorOf, viewerOf } from '../http/caller.ts'
import { body, json, refusals, writeRefusals } from '../http/describeRoute.ts'
import { titledResults } from '../problems/titled.ts'
import { isOpenTo, rights } from '../rights/rights.ts'
import {
  documentView,
  publishedView,
  verifiedView,
  versionCensusView,
  versionHistoryView,
  versionsView,
  versionView,
} from '../views/pathway.ts'
import { recordView } from '../views/text.ts'

const tags = ['Pathways']
const pathway = schemas.idSchema.meta({ example: 'suunto' })

/** One version of a pathway, in an address. */
export const versionParams = z.object({ pathway, version: z.coerce.number().int().min(1).meta({ example: 1 }) })

/** Values chosen for a document's parameters, as a body carries them. */
export const parametersField = designSchemas.publishSchema.shape.parameters.meta({
  type: 'object',
  additionalProperties: true,
  description: 'Values for the document’s parameters, where they differ from its defaults.',
})

const documentFields = { document: documentView, parameters: parametersField }

/** What may be said of a version when it is published. */
export const publishingFields = designSchemas.publishSchema.omit({ document: true, by: true, parameters: true }).shape

/** A body with a document that is short, and whole: verification has warnings about it, and no errors. */
export const exampleOfDocument = {
  document: {
    id: 'esimerkki',
    title: { fi: 'Esimerkki' },
    initial: 'kartoitus',
    states: {
      kartoitus: { on: { valmistui: 'valmis' } },
      valmis: { type: 'final', end: { code: 'valmis', label: { fi: 'Valmis' }, outcome: 'completed' } },
    },
  },
}

const listRoute = createRoute({
  method: 'get',
  path: '/',
  tags,
  operationId: 'listPathways',
  summary: 'Published pathways',
  description:
    'The version of each pathway that is in use today, without its document; where none is yet, the first that will be.',
  responses: { 200: json(versionsView, 'The versions in use.'), ...refusals() },
})

const schemaRoute = createRoute({
  method: 'get',
  path: '/schema',
  tags,
  operationId: 'getPathwaySchema',
  summary: 'The JSON Schema of pathway documents',
  responses: { 200: json(recordView, 'JSON Schema 2020-12.'), ...refusals() },
})

const getRoute = createRoute({
  method: 'get',
  path: '/{pathway}',
  tags,
  operationId: 'getPathway',
  summary: 'The version of a pathway that is in use',
  description: 'On which journeys begin today; where there is none yet, the first that will be in use.',
  request: { params: z.object({ pathway }) },
  responses: { 200: json(versionView, 'The version in use, with its document.'), ...refusals('not-found') },
})

const versionsRoute = createRoute({
  method: 'get',
  path: '/{pathway}/versions',
  tags,
  operationId: 'listPathwayVersions',
  summary: 'All versions of a pathway',
  description:
    'Oldest first; for those who design pathways with how many journeys are on each. A published version never changes; journeys stay on the one they began on.',
  request: { params: z.object({ pathway }) },
  responses: { 200: json(versionHistoryView, 'The versions, without their documents.'), ...refusals('not-found') },
})

const versionRoute = createRoute({
  method: 'get',
  path: '/{pathway}/versions/{version}',
  tags,
  operationId: 'getPathwayVersion',
  summary: 'One version of a pathway',
  request: { params: versionParams },
  responses: { 200: json(versionView, 'The version, with its document.'), ...refusals('not-found') },
})

const censusRoute = createRoute({
  method: 'get',
  path: '/{pathway}/versions/{version}/census',
  tags,
  operationId: 'countJourneysOfVersion',
  summary: 'Where the journeys on a version are',
  description: 'How many, by state. Nobody is named.',
  request: { params: versionParams },
  responses: { 200: json(versionCensusView, 'The counts.'), ...refusals('not-found') },
})

const verifyRoute = createRoute({
  method: 'post',
  path: '/verify',
  tags,
  operationId: 'verifyPathway',
  summary: 'Verify a document',
  description:
    'Looks for everything that would make the pathway fail its clients, also beside the pathways that are published: what it finds publishable can be published as things stand. Nothing is kept.',
  request: { body: body(z.strictObject(documentFields).meta({ id: 'VerifyPathway', example: exampleOfDocument })) },
  responses: { 200: json(verifiedView, 'What was found.'), ...writeRefusals() },
})

const publishRoute = createRoute({
  method: 'post',
  path: '/',
  tags,
  operationId: 'publishPathway',
  summary: 'Publish a document',
  description:
    'Makes the document the next version of its pathway. Publishing what is the latest version already makes no new one (200), so it may be repeated. The scenarios of the pathway are walked first; broken ones are to be acknowledged.',
  request: {
    body: body(
      z
        .strictObject({ ...documentFields, ...publishingFields })
        .meta({ id: 'PublishPathway', example: exampleOfDocument }),
    ),
  },
  responses: {
    201: json(publishedView, 'A new version.'),
    200: json(publishedView, 'This very document is the latest version already.'),
    ...writeRefusals('invalid-pathway', 'scenarios-broken', 'too-many-walks'),
  },
})

/** Pathways: what administrators design. */
export function pathwayRoutes({ pathways }: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  let schema: Record<string, unknown> | undefined
  app.openapi(listRoute, async (c) => c.json({ items: await pathways.list() }, 200))
  app.openapi(schemaRoute, (c) => {
    schema ??= { ...pathwayJsonSchema() }
    return c.json(schema, 200)
  })
  app.openapi(getRoute, async (c) => c.json(await pathways.get(c.req.valid('param').pathway), 200))
  app.openapi(versionsRoute, async (c) => {
    const versions = await pathways.versions(c.req.valid('param').pathway)
    // how many run on which is for those who may count them
    const seesJourneys = isOpenTo(viewerOf(c), rights.countJourneysOfVersion ?? { roles: [] })
    const items = versions.map(({ journeys, ...version }) => (seesJourneys ? { ...version, journeys } : version))
    return c.json({ items }, 200)
  })
  app.openapi(versionRoute, async (c) => {
    const { pathway, version } = c.req.valid('param')
    return c.json(await pathways.get(pathway, version), 200)
  })
  app.openapi(censusRoute, async (c) => {
    const { pathway, version } = c.req.valid('param')
    return c.json(await pathways.versionCensus(pathway, version), 200)
  })
  app.openapi(verifyRoute, async (c) => {
    actorOf(c)
    const { document, parameters } = c.req.valid('json')
    const findings = await pathways.verify(document, parameters)
    return c.json({ isPublishable: findings.every(({ severity }) => severity !== 'error'), findings }, 200)
  })
  app.openapi(publishRoute, async (c) => {
    const { document, ...options } = c.req.valid('json')
    const done = await pathways.publish(document, { ...options, by: actorOf(c) })
    const published = { ...done, scenarios: titledResults(done.scenarios, c.get('language')) }
    if (!published.isNew) return c.json(published, 200)
    c.header('Location', `/api/v1/pathways/${published.pathway}/versions/${published.version}`)
    return c.json(published, 201)
  })
  return app
}
