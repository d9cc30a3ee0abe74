import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { type Polku, scenarioSchemas, schemas } from '../../engine/index.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { actorOf } from '../http/caller.ts'
import { body, json, refusals, writeRefusals } from '../http/describeRoute.ts'
import { ifMatch, tagRevision } from '../http/revision.ts'
import { untilGone } from '../http/untilGone.ts'
import { titledResults } from '../problems/titled.ts'
import { documentView } from '../views/pathway.ts'
import { scenarioRunView, scenariosView, scenarioView } from '../views/walk.ts'
import { exampleOfDocument, parametersField } from './pathways.ts'
import { planFields } from './walks.ts'

const tags = ['Walks']
const pathway = schemas.idSchema.meta({ example: 'suunto' })
const params = z.object({ pathway, scenario: schemas.idSchema.meta({ example: 'suoraan-tyohon' }) })

const { name, expected, revision } = scenarioSchemas.saveScenarioSchema.shape
const saveBody = z
  .strictObject({
    name,
    ...planFields,
    expected,
    revision,
    document: documentView
      .optional()
      .describe('The document, such as the draft’s, by which to find out how it comes out. It is not kept.'),
    parameters: parametersField,
  })
  .meta({
    id: 'SaveScenario',
    example: {
      name: 'Suoraan työhön',
      client: { name: 'Eeva Esimerkki' },
      startsAt: '2026-03-02T07:00:00Z',
      steps: [{ do: 'send', event: 'valmistui' }],
      expected: {
        ...{ states: ['valmis'], status: 'ended', endCode: 'valmis', tasks: [], refused: [] },
        due: {},
      },
    },
  })

const runBody = z.strictObject({ document: documentView, parameters: parametersField }).meta({
  id: 'RunScenarios',
  example: exampleOfDocument,
})

const listRoute = createRoute({
  method: 'get',
  path: '/{pathway}/scenarios',
  tags,
  operationId: 'listScenarios',
  summary: 'Scenarios of a pathway',
  description: 'By id; none for a pathway that nobody knows yet.',
  request: { params: z.object({ pathway }) },
  responses: { 200: json(scenariosView, 'The scenarios.'), ...refusals() },
})

const getRoute = createRoute({
  method: 'get',
  path: '/{pathway}/scenarios/{scenario}',
  tags,
  operationId: 'getScenario',
  summary: 'A scenario',
  request: { params },
  responses: { 200: json(scenarioView, 'The scenario.'), ...refusals('not-found') },
})

const saveRoute = createRoute({
  method: 'put',
  path: '/{pathway}/scenarios/{scenario}',
  tags,
  operationId: 'saveScenario',
  summary: 'Save a scenario',
  description:
    'Keeps a walk, with how it must come out. Without `expected` the walk is played on the `document`, or on the version in use, and as it comes out so it must. Without `revision` it is a new scenario; a pathway has a hundred at most.',
  request: { params, headers: z.object(ifMatch), body: body(saveBody) },
  responses: {
    201: json(scenarioView, 'A new scenario.'),
    200: json(scenarioView, 'The scenario as saved.'),
    ...writeRefusals('stale-revision', 'precondition-failed', 'invalid-pathway', 'not-enterable', 'too-many-walks'),
  },
})

const deleteRoute = createRoute({
  method: 'delete',
  path: '/{pathway}/scenarios/{scenario}',
  tags,
  operationId: 'deleteScenario',
  summary: 'Delete a scenario',
  request: { params, headers: z.object(ifMatch) },
  responses: { 204: { description: 'It is gone.' }, ...writeRefusals('not-found', 'precondition-failed') },
})

const runRoute = createRoute({
  method: 'post',
  path: '/{pathway}/scenarios/run',
  tags,
  operationId: 'runScenarios',
  summary: 'Walk all scenarios of a pathway through a document',
  description: 'Tells what a change of the document breaks. Nothing is kept.',
  request: { params: z.object({ pathway }), body: body(runBody) },
  responses: { 200: json(scenarioRunView, 'How each fared.'), ...writeRefusals('too-many-walks') },
})

/** Scenarios: walks of example clients that are kept, and must come out as they did. */
export function scenarioRoutes({ pathways }: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.openapi(listRoute, async (c) => c.json({ items: await pathways.scenarios(c.req.valid('param').pathway) }, 200))
  app.openapi(runRoute, async (c) => {
    const run = await pathways.runScenarios(c.req.valid('param').pathway, c.req.valid('json'), untilGone(c))
    return c.json({ ...run, scenarios: titledResults(run.scenarios, c.get('language')) }, 200)
  })
  app.openapi(getRoute, async (c) => {
    const { pathway: of, scenario: id } = c.req.valid('param')
    const scenario = await pathways.scenario(of, id)
    tagRevision(c, scenario)
    return c.json(scenario, 200)
  })
  app.openapi(saveRoute, async (c) => {
    const { pathway: of, scenario: id } = c.req.valid('param')
    const given = c.req.valid('json')
    const scenario = await pathways.saveScenario(of, id, { ...given, by: actorOf(c) })
    tagRevision(c, scenario)
    return given.revision === undefined ? c.json(scenario, 201) : c.json(scenario, 200)
  })
  app.openapi(deleteRoute, async (c) => {
    const { pathway: of, scenario: id } = c.req.valid('param')
    await pathways.deleteScenario(of, id, { revision: c.get('ifMatch') })
    return c.body(null, 204)
  })
  return app
}
