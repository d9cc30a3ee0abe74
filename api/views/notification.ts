import { z } from '@hono/zod-openapi'
import { schemas } from '../../engine/index.ts'
import { instantView, recordView } from './text.ts'

const { notificationTemplateSchema, languageSchema } = schemas

const textInAll = z.object({ fi: z.string(), sv: z.string(), en: z.string() })

/** What a person was told. */
export const notificationView = z
  .object({
    id: z.string(),
    journey: z.string(),
    entry: z.number().describe('The journal entry that it comes from.'),
    recipient: z.string(),
    channel: z.enum(['worklist', 'email']),
    language: languageSchema.describe('The recipient’s, when they were told.'),
    template: notificationTemplateSchema,
    text: textInAll.describe('What the template says.'),
    payload: recordView.describe('Ids and codes: the `task`, its `kind` and `name`; the `followUp`; `by` whom.'),
    createdAt: instantView,
    state: z
      .enum(['unread', 'seen', 'waiting', 'sent', 'dead'])
      .describe('Of the worklist: unread or seen. Of an e-mail: waiting, sent, or dead: nobody tries again by itself.'),
    seenAt: instantView.nullable(),
    sentAt: instantView.nullable(),
    deliveries: z
      .array(
        z.object({
          attempt: z.number(),
          worker: z.string(),
          startedAt: instantView,
          endedAt: instantView.nullable().describe('null while it is under way, and for ever when its worker died.'),
          error: z.string().nullable(),
        }),
      )
      .describe('Every attempt to send the e-mail.'),
  })
  .meta({ id: 'Notification', description: 'What a person was told by one channel.' })

/** How a person wishes to be told. */
export const notificationSettingsView = z
  .object({
    user: z.string(),
    email: z.string().nullable(),
    language: languageSchema,
    byEmail: z.array(notificationTemplateSchema).describe('What goes by e-mail as well.'),
    isEmailSent: z.boolean().describe('Whether this Polku has a mail server. Without one nothing goes by e-mail.'),
  })
  .meta({ id: 'NotificationSettings' })
