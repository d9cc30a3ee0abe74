import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { type Polku, schemas } from '../../engine/index.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { callerOf, commandHeaders } from '../http/caller.ts'
import { body, commandRefusals, json, optionalBody } from '../http/describeRoute.ts'
import { ifMatch } from '../http/revision.ts'
import { answerView } from '../views/journey.ts'
import { taskParams as params } from './tasks.ts'

const tags = ['Tasks']
const headers = commandHeaders.extend(ifMatch)
const answered = json(answerView, 'The journey after it, and what it did.')

const claimRoute = createRoute({
  method: 'post',
  path: '/{task}/claim',
  tags,
  operationId: 'claimTask',
  summary: 'Take a task',
  description: 'The acting person becomes its assignee. The body may be left out.',
  request: {
    params,
    headers,
    body: optionalBody(schemas.claimTaskSchema.omit({ by: true, key: true }).meta({ id: 'ClaimTask', example: {} })),
  },
  responses: { 200: answered, ...commandRefusals('no-such-task', 'task-taken') },
})

const delegateRoute = createRoute({
  method: 'post',
  path: '/{task}/delegate',
  tags,
  operationId: 'delegateTask',
  summary: 'Give a task to somebody',
  description: 'Or back to its case role, with `to: null`.',
  request: {
    params,
    headers,
    body: body(
      schemas.delegateTaskSchema
        .omit({ by: true, key: true })
        .meta({ id: 'DelegateTask', example: { to: 'jussi.laine', reason: 'Loma' } }),
    ),
  },
  responses: { 200: answered, ...commandRefusals('no-such-task', 'wrong-kind') },
})

const postponeRoute = createRoute({
  method: 'post',
  path: '/{task}/postpone',
  tags,
  operationId: 'postponeTask',
  summary: 'Give a task another due date',
  request: {
    params,
    headers,
    body: body(
      schemas.postponeTaskSchema
        .omit({ by: true, key: true })
        .meta({ id: 'PostponeTask', example: { dueDate: '2026-04-17', reason: 'Asiakas sairaana' } }),
    ),
  },
  responses: { 200: answered, ...commandRefusals('no-such-task') },
})

const tickRoute = createRoute({
  method: 'post',
  path: '/{task}/ticks',
  tags,
  operationId: 'tickTask',
  summary: 'Tick items of a task’s checklist',
  description: 'One or several; the others stay as they are, and the task stays open.',
  request: {
    params,
    headers,
    body: body(
      schemas.tickTaskSchema
        .omit({ by: true, key: true })
        .meta({ id: 'TickTask', example: { items: { statement: true, summary: false } } }),
    ),
  },
  responses: { 200: answered, ...commandRefusals('no-such-task', 'no-such-item') },
})

const completeRoute = createRoute({
  method: 'post',
  path: '/{task}/complete',
  tags,
  operationId: 'completeTask',
  summary: 'Complete a task',
  description: 'Fields of its form that are bound to facts are recorded of the client, as recording facts does.',
  request: {
    params,
    headers,
    body: optionalBody(
      schemas.completeTaskSchema
        .omit({ by: true, key: true })
        .meta({ id: 'CompleteTask', example: { form: { daysPerWeek: 5, hoursPerDay: 6 } } }),
    ),
  },
  responses: {
    200: answered,
    ...commandRefusals('no-such-task', 'wrong-kind', 'checklist-open', 'invalid-fact', 'unknown-fact'),
  },
})

const cancelRoute = createRoute({
  method: 'post',
  path: '/{task}/cancel',
  tags,
  operationId: 'cancelTask',
  summary: 'Cancel a task',
  description: 'Work that people opened, with a reason. What the pathway asks for is completed, not cancelled.',
  request: {
    params,
    headers,
    body: body(
      schemas.cancelTaskSchema
        .omit({ by: true, key: true })
        .meta({ id: 'CancelTask', example: { reason: 'Hoitui jo' } }),
    ),
  },
  responses: { 200: answered, ...commandRefusals('no-such-task', 'wrong-kind') },
})

const answerRoute = createRoute({
  method: 'post',
  path: '/{task}/answer',
  tags,
  operationId: 'answerProposal',
  summary: 'Accept or dismiss a proposal',
  description: 'What time or facts drive is proposed to a person, unless the pathway says that it is automatic.',
  request: {
    params,
    headers,
    body: body(
      schemas.answerProposalSchema
        .omit({ by: true, key: true })
        .meta({ id: 'AnswerProposal', example: { accept: true } }),
    ),
  },
  responses: { 200: answered, ...commandRefusals('no-such-task', 'wrong-kind', 'blocked', 'unknown', 'suspended') },
})

/** What is done with a task: each a command on its journey. */
export function taskCommandRoutes({ tasks }: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.openapi(claimRoute, async (c) => {
    const given = { ...c.req.valid('json'), ...callerOf(c) }
    return c.json(await tasks.claim(c.req.valid('param').task, given), 200)
  })
  app.openapi(delegateRoute, async (c) => {
    const given = { ...c.req.valid('json'), ...callerOf(c) }
    return c.json(await tasks.delegate(c.req.valid('param').task, given), 200)
  })
  app.openapi(postponeRoute, async (c) => {
    const given = { ...c.req.valid('json'), ...callerOf(c) }
    return c.json(await tasks.postpone(c.req.valid('param').task, given), 200)
  })
  app.openapi(tickRoute, async (c) => {
    const given = { ...c.req.valid('json'), ...callerOf(c) }
    return c.json(await tasks.tick(c.req.valid('param').task, given), 200)
  })
  app.openapi(completeRoute, async (c) => {
    const given = { ...c.req.valid('json'), ...callerOf(c) }
    return c.json(await tasks.complete(c.req.valid('param').task, given), 200)
  })
  app.openapi(cancelRoute, async (c) => {
    const given = { ...c.req.valid('json'), ...callerOf(c) }
    return c.json(await tasks.cancel(c.req.valid('param').task, given), 200)
  })
  app.openapi(answerRoute, async (c) => {
    const given = { ...c.req.valid('json'), ...callerOf(c) }
    return c.json(await tasks.answer(c.req.valid('param').task, given), 200)
  })
  return app
}
