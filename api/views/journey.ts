import { z } from '@hono/zod-openapi'
import { taskView } from './task.ts'
import { dateView, instantView, recordView, textView } from './text.ts'

export const timerView = z
  .object({
    id: z.number(),
    kind: z.enum(['followUp', 'warning', 'after', 'taskDue', 'review', 'suspensionReview']),
    name: z.string(),
    label: textView.optional(),
    state: z.string().nullable(),
    occurrence: z.number(),
    dueDate: dateView,
    dueAt: instantView,
    isStopped: z.boolean().describe('A suspension has stopped it: it will be due later by as long as that lasts.'),
  })
  .meta({ id: 'Timer', description: 'An armed instance of what is promised in time.' })

export const timersView = z.object({ items: z.array(timerView) }).meta({ id: 'Timers' })

export const outcomeView = z.enum(['completed', 'interrupted', 'transferred', 'removed'])
const responsibleView = z.object({ user: z.string(), team: z.string().nullable() })

/** A journey as people see it. */
export const journeyView = z
  .object({
    id: z.string(),
    client: z.string(),
    pathway: z.string().meta({ example: 'suunto' }),
    version: z.number(),
    revision: z.number().describe('Grows by one with every step; a command may name the one it was decided on.'),
    status: z.enum(['active', 'ended']),
    state: z
      .union([z.string(), z.record(z.string(), z.unknown())])
      .meta({ description: 'Where it stands, as XState writes it.', example: 'kuntoutus', type: ['string', 'object'] }),
    states: z.array(z.string()).describe('The innermost active states.'),
    phases: z
      .array(z.object({ state: z.string(), label: textView, since: instantView }))
      .describe('Active phases, outermost first.'),
    responsible: responsibleView,
    startedAt: instantView,
    tasks: z.array(taskView).describe('Open tasks.'),
    timers: z.array(timerView).describe('Armed timers, the next first.'),
    suspensions: z
      .array(
        z.object({
          id: z.number(),
          code: z.string().nullable(),
          label: textView.optional(),
          since: instantView,
          reviewDate: dateView,
        }),
      )
      .describe('What holds the journey.'),
    parent: z
      .object({ journey: z.string(), module: z.string() })
      .nullable()
      .describe('The journey that this one is a module of.'),
    children: z
      .array(
        z.object({
          journey: z.string(),
          module: z.string(),
          label: textView.optional(),
          pathway: z.string(),
          version: z.number(),
        }),
      )
      .describe('Modules that are running.'),
    end: z
      .object({
        code: z.string(),
        kind: z.enum(['end', 'exit']),
        outcome: outcomeView,
        at: instantView,
        label: textView.optional(),
      })
      .nullable(),
  })
  .meta({ id: 'Journey' })

const answerFields = {
  journey: journeyView,
  entry: z.number().describe('The journal entry that the command made.'),
  taken: z.array(z.string()).describe('Transitions taken, in order.'),
  actedSince: z
    .array(z.object({ timer: z.number(), name: z.string(), at: instantView }))
    .describe('Timers that had acted meanwhile in what a back-dated command left; they stay as they are.'),
}

/** What a command answers. */
export const answerView = z
  .object(answerFields)
  .meta({ id: 'JourneyAnswer', description: 'The journey after the command, and what the command did.' })

/** What starting a module answers. */
export const startedModuleView = z.object({ ...answerFields, child: z.string() }).meta({ id: 'StartedModule' })

/** What opening a task answers. */
export const openedTaskView = z.object({ ...answerFields, task: z.string() }).meta({ id: 'OpenedTask' })

/** An entry of a journey's history. */
export const historyEntryView = z
  .object({
    seq: z.number(),
    type: z.string(),
    event: z.string().optional(),
    by: z.string(),
    byRule: z.boolean().describe('Whether a rule of the pathway did it, and not a person.'),
    recordedAt: instantView,
    occurredAt: instantView,
    reason: z.string().optional(),
    data: z.unknown().optional().meta({ description: 'What went with an event.' }),
    entry: recordView.describe('The journal entry: decisions, changes of state, messages.'),
  })
  .meta({ id: 'HistoryEntry' })

/** A journey whose journal was folded. */
export const replayView = z
  .object({
    journey: z.string(),
    matches: z.literal(true).describe('The journal folds into the stored state, byte for byte.'),
    state: recordView.describe('The state it folds into.'),
  })
  .meta({ id: 'Replay' })
