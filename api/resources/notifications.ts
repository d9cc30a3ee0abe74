import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { type Polku, schemas } from '../../engine/index.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { actorOf } from '../http/caller.ts'
import { body, json, refusals, writeRefusals } from '../http/describeRoute.ts'
import { limitQuery, page, pageOf } from '../http/paging.ts'
import { notificationSettingsView, notificationView } from '../views/notification.ts'

const tags = ['Notifications']
const params = z.object({ notification: schemas.idSchema.meta({ example: '0199a0b2-4f6e-7c31-9d54-1f2e3d4c5b6a' }) })

const listRoute = createRoute({
  method: 'get',
  path: '/notifications',
  tags,
  operationId: 'listNotifications',
  summary: 'What I was told, page by page',
  description: 'Newest first: what stands on the acting person’s worklist, unless `channel` says otherwise.',
  request: {
    query: z.strictObject({
      channel: z.enum(['worklist', 'email', 'any']).default('worklist'),
      state: z.enum(['unread', 'seen', 'waiting', 'sent', 'dead']).optional(),
      limit: limitQuery,
      after: schemas.idSchema.optional(),
    }),
  },
  responses: {
    200: json(pageOf(notificationView, 'NotificationPage'), 'A page of notifications.'),
    ...refusals(),
  },
})

const seenRoute = createRoute({
  method: 'post',
  path: '/notifications/{notification}/seen',
  tags,
  operationId: 'seeNotification',
  summary: 'Mark a notification as seen',
  description: 'One of the acting person’s own, on the worklist. The first time counts; once more changes nothing.',
  request: { params },
  responses: { 200: json(notificationView, 'The notification, seen.'), ...writeRefusals('not-found', 'wrong-kind') },
})

const settingsRoute = createRoute({
  method: 'get',
  path: '/notification-settings',
  tags,
  operationId: 'getNotificationSettings',
  summary: 'How I wish to be told',
  description: 'Who has said nothing is told on the worklist, in Finnish.',
  responses: {
    200: json(notificationSettingsView, 'The acting person’s settings.'),
    ...refusals(),
  },
})

const saveRoute = createRoute({
  method: 'put',
  path: '/notification-settings',
  tags,
  operationId: 'saveNotificationSettings',
  summary: 'Say how I wish to be told',
  description:
    'Puts all of the acting person’s settings in place of what they were. They count for what is told from then on; an e-mail that is still waiting goes to the new address.',
  request: {
    body: body(
      schemas.notificationSettingsSchema.meta({
        id: 'SaveNotificationSettings',
        example: { email: 'mari.virtanen@example.org', language: 'fi', byEmail: ['task.overdue', 'proposal.opened'] },
      }),
    ),
  },
  responses: { 200: json(notificationSettingsView, 'The settings as saved.'), ...writeRefusals() },
})

/** Notifications: what the acting person was told, and how they wish to be. */
export function notificationRoutes({ notifications }: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.openapi(listRoute, async (c) => {
    const { channel, limit, ...query } = c.req.valid('query')
    const { user } = actorOf(c)
    const wanted = channel === 'any' ? query : { ...query, channel }
    const found = await notifications.list({ ...wanted, recipient: user, limit: limit + 1 })
    return c.json(
      page(found, limit, ({ id }) => id),
      200,
    )
  })
  app.openapi(seenRoute, async (c) => {
    const by = actorOf(c)
    return c.json(await notifications.seen(c.req.valid('param').notification, { by }), 200)
  })
  app.openapi(settingsRoute, async (c) => c.json(await notifications.settings(actorOf(c).user), 200))
  app.openapi(saveRoute, async (c) => {
    const { user } = actorOf(c)
    return c.json(await notifications.saveSettings(user, c.req.valid('json')), 200)
  })
  return app
}
