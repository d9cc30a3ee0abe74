import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { clientSchemas, type ErasedRow, type Polku, recordClasses, schemas } from '../../engine/index.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { actorOf, viewerOf } from '../http/caller.ts'
import { body, json, refusals, writeRefusals } from '../http/describeRoute.ts'
import { limitQuery } from '../http/paging.ts'
import { dueRecordsView, erasedRowsView, recordClassesView } from '../views/retention.ts'

const tags = ['Erasure']

const classesRoute = createRoute({
  method: 'get',
  path: '/classes',
  tags,
  operationId: 'listRecordClasses',
  summary: 'How long each kind of records is kept',
  responses: { 200: json(recordClassesView, 'Record classes, their years and sources.'), ...refusals() },
})

const dueRoute = createRoute({
  method: 'get',
  path: '/due',
  tags,
  operationId: 'listDueRecords',
  summary: 'What is due for erasure',
  description:
    'Changes nothing. Counted from the end of the last journey of each register; one client may have several clocks. A page may be short, or empty, and yet not the last: only `after: null` is the end.',
  request: {
    query: z.strictObject({
      limit: limitQuery,
      after: schemas.idSchema.optional(),
    }),
  },
  responses: { 200: json(dueRecordsView, 'Records whose time is over.'), ...refusals() },
})

const eraseRoute = createRoute({
  method: 'post',
  path: '/erase',
  tags,
  operationId: 'eraseDueRecords',
  summary: 'Erase what is due',
  description:
    'Row by row. Each is looked at again and gets an answer of its own: a row that is refused holds up no other. Where all clocks of a client have run out, the client is erased; otherwise what the register’s journeys hold.',
  request: {
    body: body(
      clientSchemas.eraseDueSchema.omit({ by: true }).meta({
        id: 'EraseDueRecords',
        example: { rows: [{ client: '0199a0b2-4f6e-7c31-9d54-1f2e3d4c5b6a', recordClass: 'employment' }] },
      }),
    ),
  },
  responses: { 200: json(erasedRowsView, 'What became of each row.'), ...writeRefusals() },
})

/** How long data is kept, and erasing what is due. */
export function retentionRoutes({ retention, access }: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.openapi(classesRoute, (c) => {
    return c.json({ items: Object.entries(recordClasses).map(([id, one]) => ({ id, ...one })) }, 200)
  })
  app.openapi(dueRoute, async (c) => {
    const { organisation } = viewerOf(c)
    const due = await retention.due({ ...c.req.valid('query'), organisation })
    c.set(
      'shown',
      due.items.map(({ client }) => client),
    )
    return c.json(due, 200)
  })
  app.openapi(eraseRoute, async (c) => {
    const by = actorOf(c)
    const { rows } = c.req.valid('json')
    const seen: typeof rows = []
    for (const row of rows) if (await access.toClient(viewerOf(c), row.client)) seen.push(row)
    const done = seen.length === 0 ? [] : await retention.erase({ rows: seen, by })
    c.set(
      'shown',
      seen.map(({ client }) => client),
    )
    // in the order of the rows: what is not seen is not there
    const answers = rows.map((row) => (seen.includes(row) ? done.shift() : notThere(row)))
    return c.json({ items: answers.filter((one) => one !== undefined) }, 200)
  })
  return app
}

function notThere({ client, recordClass }: Pick<ErasedRow, 'client' | 'recordClass'>): ErasedRow {
  return { client, recordClass, outcome: 'refused', code: 'not-found', detail: `There is no client "${client}".` }
}
