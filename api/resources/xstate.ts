import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { exportXState, importXState, type Polku } from '../../engine/index.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { actorOf } from '../http/caller.ts'
import { body, json, refusals, writeRefusals } from '../http/describeRoute.ts'
import { exportedView, importedView, machineView } from '../views/xstate.ts'
import { versionParams } from './pathways.ts'

const tags = ['Pathways']

const exportRoute = createRoute({
  method: 'get',
  path: '/{pathway}/versions/{version}/xstate',
  tags,
  operationId: 'exportPathwayToXState',
  summary: 'A version as a plain XState machine',
  description:
    'For Stately and other tools, with a list of what it loses there. Criteria become guards by name, durations milliseconds, with the values that the version has for its parameters.',
  request: { params: versionParams },
  responses: { 200: json(exportedView, 'The machine, and what it loses.'), ...refusals('not-found') },
})

const importRoute = createRoute({
  method: 'post',
  path: '/from-xstate',
  tags,
  operationId: 'importPathwayFromXState',
  summary: 'A document from an XState machine',
  description:
    'From Stately, for example. Nothing is kept: look at the notes, save the document as a draft, and mend what verification finds in it. Guards become criteria that hold for nobody until they are written.',
  request: {
    body: body(
      z.strictObject({ machine: machineView }).meta({
        id: 'ImportXState',
        example: {
          machine: {
            id: 'tuki',
            initial: 'alku',
            states: { alku: { on: { paata: { target: 'loppu', guard: 'riittaa' } } }, loppu: { type: 'final' } },
          },
        },
      }),
    ),
  },
  responses: { 200: json(importedView, 'The document, and what there is to say about it.'), ...writeRefusals() },
})

/** Pathways to and from plain XState. */
export function xstateRoutes({ pathways }: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.openapi(exportRoute, async (c) => {
    const { pathway, version } = c.req.valid('param')
    const { document, parameters } = await pathways.get(pathway, version)
    const { machine, losses } = exportXState(document, parameters)
    return c.json({ machine: { ...machine }, losses }, 200)
  })
  app.openapi(importRoute, (c) => {
    actorOf(c)
    const { draft, notes } = importXState(c.req.valid('json').machine)
    return c.json({ document: { ...draft }, notes }, 200)
  })
  return app
}
