import { z } from '@hono/zod-openapi'
import { workSchemas } from '../../engine/index.ts'
import { dateView, instantView, textView } from './text.ts'

const wholeTextView = z.object({ fi: z.string(), sv: z.string(), en: z.string() })

/** A line of a worklist. */
export const worklistRowView = z
  .object({
    client: z.object({ id: z.string(), name: z.string().nullable() }),
    journey: z.string(),
    revision: z.number(),
    pathway: z.object({ id: z.string(), version: z.number(), title: textView }),
    phases: z.array(z.object({ state: z.string(), label: textView })).describe('Active phases, outermost first.'),
    task: z
      .object({
        id: z.string(),
        kind: z.string(),
        name: z.string(),
        label: textView.optional(),
        title: z.string().nullable().describe('What a person has called an ad hoc task.'),
        role: z.string().nullable(),
        assignee: z.string().nullable(),
      })
      .nullable(),
    why: z
      .object({ code: z.string(), text: wholeTextView })
      .describe('Why it stands on the list. Programs go by the code.'),
    since: instantView.describe('Since when it has been so.'),
    dueDate: dateView.nullable(),
    lateness: z.enum(['overdue', 'dueToday']).nullable(),
    next: z
      .object({ event: z.string(), label: textView.optional() })
      .nullable()
      .describe('The next event that is possible; one that the asking person may send first of all.'),
    blockedBy: z
      .array(
        z.object({
          code: z.enum(['suspended', 'criterion']),
          event: z.string().nullable(),
          text: textView,
          lacks: z.array(textView).describe('Facts to record first.'),
        }),
      )
      .describe('What hinders, in words; five at most.'),
    owner: z.string().describe('Who has the task, else who answers for the journey.'),
    responsible: z.object({ user: z.string(), team: z.string().nullable() }),
    substitutes: z.array(z.string()).describe('Who stands in for the owner today.'),
  })
  .meta({
    id: 'WorklistRow',
    description: 'Whose journey, which work, why and since when, what is next, what hinders.',
  })

/** How many lines each list has. */
export const worklistCountsView = z
  .object({ lists: z.array(z.object({ list: workSchemas.worklistSchema, count: z.number() })) })
  .meta({ id: 'WorklistCounts' })

/** What has been looked at. */
export const looksView = z
  .object({
    items: z.array(z.object({ journey: z.string(), client: z.string(), revision: z.number(), lookedAt: instantView })),
  })
  .meta({ id: 'Looks' })
