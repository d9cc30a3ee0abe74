import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Polku } from '../../engine/index.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { actorOf } from '../http/caller.ts'
import { json, refusals, writeRefusals } from '../http/describeRoute.ts'
import { limitQuery, page, pageOf } from '../http/paging.ts'
import { deadTimerView, messageView } from '../views/deadLetter.ts'

const tags = ['Dead letters']
const timerId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}\.\d{1,9}$/, 'a timer’s id is its journey’s id, a dot and a number')
  .meta({ example: '0199a0b2-4f6e-7c31-9d54-1f2e3d4c5b6a.3' })
const messageId = z.coerce.number().int().min(1).meta({ description: 'A message’s number.', example: 42 })
const replayed = { 204: { description: 'It is tried again at once.' } }

const listTimersRoute = createRoute({
  method: 'get',
  path: '/dead-letters/timers',
  tags,
  operationId: 'listDeadTimers',
  summary: 'Timers that failed too often',
  description: 'Eight attempts have failed. The journey goes on without what the timer promised: a person must look.',
  request: { query: z.strictObject({ limit: limitQuery, after: timerId.optional() }) },
  responses: { 200: json(pageOf(deadTimerView, 'DeadTimers'), 'By journey.'), ...refusals() },
})

const listMessagesRoute = createRoute({
  method: 'get',
  path: '/dead-letters/messages',
  tags,
  operationId: 'listDeadMessages',
  summary: 'Messages that could not be delivered',
  request: { query: z.strictObject({ limit: limitQuery, after: messageId.optional() }) },
  responses: { 200: json(pageOf(messageView, 'DeadMessages'), 'Oldest first.'), ...refusals() },
})

const messageRoute = createRoute({
  method: 'get',
  path: '/messages/{message}',
  tags,
  operationId: 'getMessage',
  summary: 'A message of the outbox, with every attempt to deliver it',
  request: { params: z.object({ message: messageId }) },
  responses: { 200: json(messageView, 'The message.'), ...refusals('not-found') },
})

const replayTimerRoute = createRoute({
  method: 'post',
  path: '/dead-letters/timers/{timer}/replay',
  tags,
  operationId: 'replayDeadTimer',
  summary: 'Let a dead timer try again',
  description: 'It is tried at once, and up to eight times in all, as if it were new.',
  request: { params: z.object({ timer: timerId }) },
  responses: { ...replayed, ...writeRefusals('not-found', 'not-dead') },
})

const replayMessageRoute = createRoute({
  method: 'post',
  path: '/dead-letters/messages/{message}/replay',
  tags,
  operationId: 'replayDeadMessage',
  summary: 'Let a dead message be tried again',
  description: 'It is tried at once, and up to eight times in all. Whoever receives it knows it by its number.',
  request: { params: z.object({ message: messageId }) },
  responses: { ...replayed, ...writeRefusals('not-found', 'not-dead') },
})

/** What failed so often that a person must look; and another turn for it. */
export function deadLetterRoutes({ deadLetters }: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.openapi(listTimersRoute, async (c) => {
    const { limit, after } = c.req.valid('query')
    const found = await deadLetters.timers({ limit: limit + 1, ...(after !== undefined && { after }) })
    return c.json(
      page(found, limit, ({ id }) => id),
      200,
    )
  })
  app.openapi(listMessagesRoute, async (c) => {
    const { limit, after } = c.req.valid('query')
    const found = await deadLetters.messages({ limit: limit + 1, ...(after !== undefined && { after }) })
    return c.json(
      page(found, limit, ({ id }) => String(id)),
      200,
    )
  })
  app.openapi(messageRoute, async (c) => c.json(await deadLetters.message(c.req.valid('param').message), 200))
  app.openapi(replayTimerRoute, async (c) => {
    await deadLetters.replayTimer(c.req.valid('param').timer, { by: actorOf(c) })
    return c.body(null, 204)
  })
  app.openapi(replayMessageRoute, async (c) => {
    await deadLetters.replayMessage(c.req.valid('param').message, { by: actorOf(c) })
    return c.body(null, 204)
  })
  return app
}
