import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { type Polku, schemas, toMermaid, withChosen } from '../../engine/index.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { json, refusals } from '../http/describeRoute.ts'
import { mermaidView } from '../views/mermaid.ts'
import { versionParams } from './pathways.ts'

const exportRoute = createRoute({
  method: 'get',
  path: '/{pathway}/versions/{version}/mermaid',
  tags: ['Pathways'],
  operationId: 'exportPathwayToMermaid',
  summary: 'A version as a Mermaid diagram',
  description:
    'To look at, and to put in a document: states with their labels, transitions with their criteria, tasks and follow-ups in words, with the values that the version has for its parameters.',
  request: {
    params: versionParams,
    query: z.object({
      language: schemas.languageSchema
        .default('fi')
        .describe('What it is written in; texts that the pathway lacks in it are in Finnish.'),
    }),
  },
  responses: { 200: json(mermaidView, 'The diagram.'), ...refusals('not-found') },
})

/** Pathways as Mermaid diagrams. */
export function mermaidRoutes({ pathways }: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.openapi(exportRoute, async (c) => {
    const { pathway, version } = c.req.valid('param')
    const { document, parameters } = await pathways.get(pathway, version)
    return c.json({ mermaid: toMermaid(withChosen(document, parameters), c.req.valid('query').language) }, 200)
  })
  return app
}
