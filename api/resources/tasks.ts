import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { type Polku, schemas } from '../../engine/index.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { callerOf, commandHeaders, sightOf } from '../http/caller.ts'
import { body, commandRefusals, json, refusals } from '../http/describeRoute.ts'
import { limitQuery, page, pageOf } from '../http/paging.ts'
import { openedTaskView } from '../views/journey.ts'
import { taskDetailsView } from '../views/task.ts'

const tags = ['Tasks']
/** A task's id: its journey's, a dot and a number. */
export const taskParams = z.object({
  task: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}\.\d{1,9}$/, 'a task’s id is its journey’s id, a dot and a number')
    .meta({ example: '0199a0b2-4f6e-7c31-9d54-1f2e3d4c5b6a.2' }),
})

/** Where a worklist goes on: the due date of the last task (or none) and its id. */
const cursorQuery = z
  .string()
  .regex(/^(\d{4}-\d{2}-\d{2}|none)~[A-Za-z0-9_-]{1,64}\.\d{1,9}$/, 'hand back `after` of the page before')
  .transform((cursor) => {
    const [due = '', id = ''] = cursor.split('~')
    const [journey = '', task] = id.split('.')
    return { dueDate: due === 'none' ? null : due, journey, id: Number(task) }
  })
  .optional()

const { by: _by, key: _key, ...openFields } = schemas.openTaskSchema.shape
const openBody = z.strictObject(openFields).meta({
  id: 'OpenTask',
  description: 'Give a `role` or an `assignee`, or both.',
  example: {
    journey: '0199a0b2-4f6e-7c31-9d54-1f2e3d4c5b6a',
    title: 'Soita työnantajalle',
    role: 'counsellor',
    dueDate: '2026-03-13',
  },
})

const listRoute = createRoute({
  method: 'get',
  path: '/',
  tags,
  operationId: 'listTasks',
  summary: 'A worklist, page by page',
  description: 'By due date, those without one last. Open tasks unless `status` says otherwise.',
  request: {
    query: z.strictObject({
      journey: schemas.idSchema.optional(),
      client: schemas.idSchema.optional(),
      role: z
        .string()
        .min(1)
        .max(64)
        .optional()
        .meta({ description: 'Waiting for this case role.', example: 'counsellor' }),
      assignee: schemas.userSchema.optional().meta({ description: 'With this person.', example: 'mari.virtanen' }),
      status: z.enum(['open', 'completed', 'cancelled', 'any']).default('open'),
      overdue: z.enum(['true', 'false']).optional(),
      limit: limitQuery,
      after: cursorQuery,
    }),
  },
  responses: { 200: json(pageOf(taskDetailsView, 'TaskPage'), 'A page of tasks.'), ...refusals() },
})

const getRoute = createRoute({
  method: 'get',
  path: '/{task}',
  tags,
  operationId: 'getTask',
  summary: 'A task, open or closed',
  request: { params: taskParams },
  responses: { 200: json(taskDetailsView, 'The task.'), ...refusals('not-found') },
})

const openRoute = createRoute({
  method: 'post',
  path: '/',
  tags,
  operationId: 'openTask',
  summary: 'Open a task that no pathway foresaw',
  request: { headers: commandHeaders, body: body(openBody) },
  responses: {
    201: json(openedTaskView, 'The journey with the task, and the task’s id.'),
    200: json(openedTaskView, 'What would be opened (`dryRun`).'),
    ...commandRefusals('wrong-kind'),
  },
})

/** Tasks: worklists, and work that a person opens. What is done with a task is in `taskCommands`. */
export function taskRoutes({ tasks, access }: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.openapi(listRoute, async (c) => {
    const { limit, status, overdue, ...filter } = c.req.valid('query')
    const found = await tasks.list({
      ...filter,
      status: status === 'any' ? undefined : status,
      overdue: overdue === undefined ? undefined : overdue === 'true',
      sight: await sightOf(c, access),
      limit: limit + 1,
    })
    c.set(
      'shown',
      found.slice(0, limit).map(({ client }) => client),
    )
    return c.json(
      page(found, limit, ({ dueDate, id }) => `${dueDate ?? 'none'}~${id}`),
      200,
    )
  })
  app.openapi(getRoute, async (c) => c.json(await tasks.get(c.req.valid('param').task), 200))
  app.openapi(openRoute, async (c) => {
    const given = c.req.valid('json')
    const opened = await tasks.open({ ...given, ...callerOf(c) })
    if (given.dryRun) return c.json(opened, 200)
    c.header('Location', `/api/v1/tasks/${opened.task}`)
    return c.json(opened, 201)
  })
  return app
}
