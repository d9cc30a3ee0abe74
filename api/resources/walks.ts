import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { type Polku, type WalkRefusal, walkSchemas } from '../../engine/index.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { body, json, writeRefusals } from '../http/describeRoute.ts'
import { untilGone } from '../http/untilGone.ts'
import { titledRefusal } from '../problems/titled.ts'
import { documentView } from '../views/pathway.ts'
import { walkStepView, walkView } from '../views/walk.ts'
import { parametersField } from './pathways.ts'

const tags = ['Walks']

/** How an example client walks, as a body carries it. */
export const planFields = {
  ...walkSchemas.walkPlanSchema.shape,
  steps: z
    .array(walkStepView)
    .max(500)
    .describe('What happens, in order. Each is played, also after one that was refused.'),
}

const walkBody = z.strictObject({ document: documentView, parameters: parametersField, ...planFields }).meta({
  id: 'WalkPathway',
  example: {
    document: {
      id: 'esimerkki',
      title: { fi: 'Esimerkki' },
      taskDefinitions: { arvio: { label: { fi: 'Arvio' }, role: 'ohjaaja' } },
      caseRoles: { ohjaaja: { label: { fi: 'Ohjaaja' } } },
      initial: 'kartoitus',
      states: {
        kartoitus: { followUps: { arvio: { every: 'P2M', task: 'arvio' } }, on: { valmistui: 'valmis' } },
        valmis: { type: 'final', end: { code: 'valmis', label: { fi: 'Valmis' }, outcome: 'completed' } },
      },
    },
    client: { name: 'Eeva Esimerkki', language: 'fi' },
    startsAt: '2026-03-02T07:00:00Z',
    steps: [
      { do: 'passTime', to: 'nextDue' },
      { do: 'complete', task: 'arvio' },
      { do: 'send', event: 'valmistui' },
    ],
  },
})

const walkRoute = createRoute({
  method: 'post',
  path: '/',
  tags,
  operationId: 'walkPathway',
  summary: 'Walk an example client through a document',
  description:
    'Plays the steps on a journey that is thrown away, with the very engine that runs real ones, on a clock of its own. The document may be a draft; its modules are the published ones. Nothing is kept, and the same request gives the same answer: to step back, leave out the last step. A step that is refused changes nothing, and the rest goes on.',
  request: { body: body(walkBody) },
  responses: { 200: json(walkView, 'How the client stood at each point.'), ...writeRefusals('too-many-walks') },
})

/** Walks of example clients. */
export function walkRoutes({ pathways }: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.openapi(walkRoute, async (c) => {
    const walk = await pathways.walk(c.req.valid('json'), untilGone(c))
    const refused = (one: WalkRefusal | null) => titledRefusal(one, c.get('language'))
    return c.json(
      {
        ...walk,
        refused: refused(walk.refused),
        points: walk.points.map((point) => ({ ...point, refused: refused(point.refused) })),
      },
      200,
    )
  })
  return app
}
