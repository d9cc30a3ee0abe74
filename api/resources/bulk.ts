import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { type Polku, type RowAnswer, type Standing, workSchemas } from '../../engine/index.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { callerOf, commandHeaders, viewerOf } from '../http/caller.ts'
import { body, json, writeRefusals } from '../http/describeRoute.ts'
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
      workSchemas.bulkSchema.omit({ by: true, key: true }).meta({
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
export function bulkRoutes({ bulk, access }: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.openapi(bulkRoute, async (c) => {
    const viewer = viewerOf(c)
    const { rows, ...given } = c.req.valid('json')
    const standings = new Map<string, Standing | undefined>()
    for (const { journey } of rows) standings.set(journey, await access.toJourney(viewer, journey))
    const isSeen = ({ journey }: { journey: string }) => standings.get(journey)?.through === 'owner'
    const seen = rows.filter(isSeen)
    const roles = viewer.memberships.flatMap(({ caseRoles }) => caseRoles)
    const by = { user: viewer.user, roles: [...new Set(roles)] }
    const done =
      seen.length === 0 ? [] : (await bulk.run({ ...given, rows: seen, ...callerOf(c), by }, viewer.organisation)).rows
    c.set(
      'shown',
      seen.flatMap(({ journey }) => standings.get(journey)?.client ?? []),
    )
    // in the order of the rows: what is not seen is not there
    const answers = rows.map((row) => (isSeen(row) ? done.shift() : notThere(row)))
    return c.json({ rows: answers.filter((one) => one !== undefined) }, 200)
  })
  return app
}

const notThere = ({ journey, task = null }: { journey: string; task?: string | undefined | null }): RowAnswer => ({
  journey,
  task,
  status: 'refused',
  revision: null,
  code: 'not-found',
  detail: `There is no journey "${journey}".`,
})
