import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { type Polku, workSchemas } from '../../engine/index.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { callerOf, commandHeaders, viewerOf } from '../http/caller.ts'
import { body, json, writeRefusals } from '../http/describeRoute.ts'
import { rowAnswerView } from '../views/rowAnswer.ts'

const migrateRoute = createRoute({
  method: 'post',
  path: '/migrations',
  tags: ['Journeys'],
  operationId: 'migrateJourneys',
  summary: 'Move journeys to another version of their pathway',
  description:
    'All live journeys on a version, of clients of the own organisation, 500 in one call. Each is a command of its own and answers for itself; `dryRun` tells what would become of each. `next` leads to the rest. The same key does the same journeys again, each once.',
  request: {
    headers: commandHeaders,
    body: body(
      workSchemas.migrateJourneysSchema.omit({ by: true, key: true }).meta({
        id: 'MigrateJourneys',
        example: {
          pathway: 'suunto',
          from: 1,
          to: 2,
          states: { kuntoutus: 'kuntoutus.alku' },
          reason: 'Lain muutos 1.6.2026',
          dryRun: true,
        },
      }),
    ),
  },
  responses: {
    200: json(
      z
        .object({
          rows: z.array(rowAnswerView),
          next: z.string().nullable().describe('`after` of the next call; null when there are no more.'),
        })
        .meta({ id: 'MigrationAnswer' }),
      'What became of each journey.',
    ),
    ...writeRefusals('key-reused', 'not-found'),
  },
})

/** Moving running journeys to another version. */
export function migrationRoutes({ migrations, access }: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.openapi(migrateRoute, async (c) => {
    const viewer = viewerOf(c)
    // who was let in to a client by a grant decides nothing about the version of a journey
    const sight = { ...(await access.sight(viewer)), granted: [] }
    const answer = await migrations.migrate({ ...c.req.valid('json'), ...callerOf(c) }, sight)
    const shown = await Promise.all(answer.rows.map(({ journey }) => access.toJourney(viewer, journey)))
    c.set(
      'shown',
      shown.flatMap((standing) => standing?.client ?? []),
    )
    return c.json(answer, 200)
  })
  return app
}
