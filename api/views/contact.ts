import { z } from '@hono/zod-openapi'
import { workSchemas } from '../../engine/index.ts'
import { instantView } from './text.ts'

/** A contact as it was recorded. */
export const contactView = z
  .object({
    id: z.string(),
    client: z.string(),
    journey: z.string().nullable(),
    organisation: z.string().describe('The organisation of its writer.'),
    kind: workSchemas.contactKindSchema,
    channel: workSchemas.contactChannelSchema.nullable(),
    outcome: workSchemas.contactOutcomeSchema.nullable(),
    minutes: z.number().nullable(),
    class: workSchemas.contactClassSchema,
    occurredAt: instantView,
    recordedAt: instantView,
    recordedBy: z.string(),
    place: z.string().nullable(),
    present: z.array(z.object({ role: z.string().optional(), name: z.string().optional() })),
    text: z.string().nullable(),
    task: z.string().nullable().describe('The task that what was agreed next has become.'),
    replaces: z.string().nullable().describe('The contact that this one corrects.'),
    replacedBy: z.string().nullable(),
    enteredInError: z.object({ at: instantView, by: z.string(), reason: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'Contact', description: 'A talk, meeting, visit, attempt or note about a client.' })

/** A contact as a command has left it. */
export const contactAnswerView = z
  .object({
    contact: contactView,
    revision: z
      .number()
      .nullable()
      .describe('The revision of the journey, where what was agreed next has opened a task on it.'),
  })
  .meta({ id: 'ContactAnswer' })
