import { z } from '@hono/zod-openapi'

const attempts = z.number().describe('How often it has been tried.')
const lastError = z.string().nullable().describe('What went wrong last.')

/** A timer that failed so often that a person must look. */
export const deadTimerView = z
  .object({
    id: z.string().describe('The journey’s id, a dot and the timer’s number.'),
    journey: z.string(),
    kind: z.string(),
    name: z.string(),
    dueAt: z.string(),
    attempts,
    lastError,
  })
  .meta({ id: 'DeadTimer' })

/** A message of the outbox. */
export const messageView = z
  .object({
    id: z.number().describe('Stays the same at every attempt: whoever receives it knows a repetition by it.'),
    journey: z.string(),
    entry: z.number().describe('The journal entry that it came from.'),
    topic: z.string(),
    createdAt: z.string(),
    status: z.enum(['waiting', 'delivered', 'dead']),
    deliveredAt: z.string().nullable(),
    notBefore: z.string().nullable().describe('Not tried again before this; null when new, delivered or dead.'),
    attempts,
    lastError,
    deliveries: z
      .array(
        z.object({
          attempt: z.number(),
          worker: z.string().describe('Who made it.'),
          startedAt: z.string(),
          endedAt: z.string().nullable().describe('null while it is under way, and for ever when its worker died.'),
          error: z.string().nullable().describe('null when it has not failed.'),
        }),
      )
      .describe('Every attempt to carry it outside, and every failure to deal with it inside.'),
  })
  .meta({ id: 'Message' })
