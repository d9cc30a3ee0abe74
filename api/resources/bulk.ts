import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { type Polku, schemas } from '../../engine/index.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { callerOf, commandHeaders } from '../http/caller.ts'
import { body, json, writeRefusals } from '../http/describeRoute.ts'
import { ownOrganisation } from '../http/organisation.ts'
import { rowAnswerView } from '../views/rowAnswer.ts'

const bulkRoute = createRoute({
  method: 'post',
  path: '/bulk',
  tags: ['Worklists'],
  operationId: 'runBulk',
  summary: 'Do the same to many lines of a worklist',
  description:
    'Delegates, postpones or completes tasks (those whose form requires nothing), hands over journeys, or leaves reminders. Each row is a command of its own and answers for itself; `dryRun` tells what would become of each. Under a key each row is done once.',
  request: {
    headers: commandHeaders,
    body: body(
      schemas.bulkSchema.omit({ by: true, key: true }).meta({
        id: 'RunBulk',
        example: {
          action: { do: 'postpone', dueDate: '2026-04-17' },
          rows: [{ journey: '0199a0b2-4f6e-7c31-9d54-1f2e3d4c5b6a', task: '0199a0b2-4f6e-7c31-9d54-1f2e3d4c5b6a.2' }],
          reason: 'Koulutuspäivä',
        },
      }),
    ),
  },
  responses: {
    200: json(z.object({ rows: z.array(rowAnswerView) }).meta({ id: 'BulkAnswer' }), 'What became of each row.'),
    ...writeRefusals('key-reused'),
  },
})

/** The same done to many lines of a worklist. */
export function bulkRoutes({ bulk }: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.openapi(bulkRoute, async (c) => {
    const given = { ...c.req.valid('json'), ...callerOf(c.req.valid('header')) }
    return c.json(await bulk.run(given, ownOrganisation), 200)
  })
  return app
}
