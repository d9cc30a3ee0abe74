import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { type Polku, workSchemas } from '../../engine/index.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { callerOf, commandHeaders, requireOwnOr, viewerOf } from '../http/caller.ts'
import { body, json, writeRefusals } from '../http/describeRoute.ts'
import { rowAnswerView } from '../views/rowAnswer.ts'

const handOverRoute = createRoute({
  method: 'post',
  path: '/hand-overs',
  tags: ['Journeys'],
  operationId: 'handOverCaseload',
  summary: 'Hand over a caseload',
  description:
    'All live journeys of a person, or the listed ones, with that person’s open tasks in them. Each journey is a command of its own and answers for itself. The same key does the same journeys again, each once.',
  request: {
    headers: commandHeaders,
    body: body(
      workSchemas.handOverCaseloadSchema.omit({ by: true, key: true }).meta({
        id: 'HandOverCaseload',
        example: { from: 'mari.virtanen', to: { user: 'jussi.laine', team: 'ohjaus' }, reason: 'Virkavapaa' },
      }),
    ),
  },
  responses: {
    200: json(
      z
        .object({
          rows: z.array(rowAnswerView),
          hasMore: z.boolean().describe('There are more than one call hands over: call again, under another key.'),
        })
        .meta({ id: 'HandOverAnswer' }),
      'What became of each journey.',
    ),
    ...writeRefusals('key-reused'),
  },
})

/** Handing over a caseload. */
export function handOverRoutes({ handOvers, people, access }: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.openapi(handOverRoute, async (c) => {
    const given = c.req.valid('json')
    await requireOwnOr(c, people, given.from)
    const { user, memberships } = viewerOf(c)
    const by = { user, roles: [...new Set(memberships.flatMap(({ caseRoles }) => caseRoles))] }
    const answer = await handOvers.handOver({ ...given, ...callerOf(c), by })
    const shown = await Promise.all(answer.rows.map(({ journey }) => access.toJourney(viewerOf(c), journey)))
    c.set(
      'shown',
      shown.flatMap((standing) => standing?.client ?? []),
    )
    return c.json(answer, 200)
  })
  return app
}
