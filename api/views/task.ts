import { z } from '@hono/zod-openapi'
import { dateView, instantView, recordView, textView } from './text.ts'

const taskFields = {
  id: z.string().describe('The journey’s id, a dot and a number.'),
  journey: z.string(),
  kind: z.enum(['pathway', 'adHoc', 'proposal', 'review']),
  name: z.string().describe('The pathway’s task; for a proposal the transition.'),
  label: textView.optional(),
  role: z.string().nullable().describe('The case role it waits for.'),
  assignee: z.string().nullable(),
  dueDate: dateView.nullable(),
  overdue: z.boolean(),
  openedAt: instantView,
}

/** A task as a journey shows it. */
export const taskView = z.object(taskFields).meta({ id: 'Task', description: 'Work that waits for a person.' })

/** A task with what it holds, open or closed. */
export const taskDetailsView = z
  .object({
    ...taskFields,
    client: z.string(),
    status: z.enum(['open', 'completed', 'cancelled']),
    closedAt: instantView.nullable(),
    closedBy: z.string().nullable(),
    form: z.array(recordView).describe('Fields of its form, as the pathway declares them.'),
    checklist: z
      .array(z.object({ id: z.string(), label: textView, required: z.boolean(), isTicked: z.boolean() }))
      .describe('What to check and do, ticked one by one.'),
    content: recordView.describe('Title and description, and what was filled in.'),
  })
  .meta({ id: 'TaskDetails' })
