import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { clientSchemas, type Polku, recordClasses, schemas } from '../../engine/index.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { actorOf, writeHeaders } from '../http/caller.ts'
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
      organisation: schemas.idSchema.default('own'),
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
    headers: writeHeaders,
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
export function retentionRoutes({ retention }: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.openapi(classesRoute, (c) => {
    return c.json({ items: Object.entries(recordClasses).map(([id, one]) => ({ id, ...one })) }, 200)
  })
  app.openapi(dueRoute, async (c) => c.json(await retention.due(c.req.valid('query')), 200))
  app.openapi(eraseRoute, async (c) => {
    const by = actorOf(c.req.valid('header'))
    return c.json({ items: await retention.erase({ ...c.req.valid('json'), by }) }, 200)
  })
  return app
}
