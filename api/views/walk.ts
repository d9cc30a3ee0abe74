import { z } from '@hono/zod-openapi'
import { scenarioSchemas, walkSchemas } from '../../engine/index.ts'
import { nextView } from './criteria.ts'
import { findingView } from './finding.ts'
import { journeyView, outcomeView, timerView } from './journey.ts'
import { refusalView, scenarioResultsView } from './scenario.ts'
import { taskDetailsView, taskView } from './task.ts'
import { dateView, instantView, textView } from './text.ts'

/** One thing that happens on a walk, as it was asked. */
export const walkStepView = walkSchemas.walkStepSchema.meta({
  id: 'WalkStep',
  description: 'One thing that happens on a walk.',
  example: { do: 'passTime', to: 'nextDue' },
})

const module = z.string().nullable().describe('The module in whose journey it is; null for the client’s own.')
const named = { kind: taskView.shape.kind, name: z.string(), label: textView.optional() }
const namedTask = { id: z.number(), ...named }
const timerNamed = {
  kind: timerView.shape.kind,
  name: z.string(),
  label: textView.optional(),
  state: z.string().nullable(),
}
const armedTimer = z.object({ ...timerNamed, dueDate: dateView })
const namedModule = { module: z.string(), label: textView.optional() }

const didView = z
  .object({
    module,
    seq: z.number(),
    at: instantView,
    type: z.string().describe('The type of the journal entry: start, send, timer, completeTask …'),
    byRule: z.boolean().describe('Whether a rule of the pathway did it, and not a person.'),
    event: z.string().optional(),
    override: z.object({ criterion: z.string() }).optional(),
    accept: z.boolean().optional().describe('Whether a proposal was accepted.'),
    facts: z.array(z.string()).optional().describe('Names of the facts that were recorded.'),
    taken: z
      .array(
        z.object({
          id: z.string(),
          label: textView.optional(),
          from: z.string(),
          to: z.array(z.string()),
          criteria: z.array(
            z.object({
              name: z.string(),
              label: textView.optional(),
              value: z.union([z.boolean(), z.literal('unknown')]),
            }),
          ),
        }),
      )
      .describe('Transitions, in order, with the criteria that they asked.'),
    timer: z
      .object({ ...timerNamed, occurrence: z.number(), dueAt: instantView })
      .optional()
      .describe('The timer that has acted.'),
    task: z.object(namedTask).optional().describe('The task that it was about.'),
    entered: z.array(z.string()).describe('States, the outer ones first.'),
    left: z.array(z.string()),
    opened: z
      .array(z.object({ ...namedTask, role: z.string().nullable(), dueDate: dateView.nullable() }))
      .describe('Tasks.'),
    closed: z.array(z.object({ ...namedTask, outcome: z.enum(['completed', 'cancelled']) })).describe('Tasks.'),
    armed: z.array(armedTimer).describe('Timers.'),
    moved: z.array(armedTimer).describe('Timers that are due at another time than before.'),
    actions: z.array(z.object({ type: z.string() })).describe('Actions of the document that were met.'),
    modulesStarted: z.array(z.object(namedModule)),
    modulesEnded: z.array(z.object({ ...namedModule, code: z.string().optional() })),
    suspended: z.object({ code: z.string().nullable(), reviewDate: dateView }).optional(),
    ended: z
      .object({ code: z.string(), kind: z.enum(['end', 'exit']), outcome: outcomeView, label: textView.optional() })
      .optional(),
  })
  .meta({
    id: 'WalkDeed',
    description: 'What one entry of the journal did, by the names that the document has for it.',
  })

const walkTaskView = taskView
  .omit({ journey: true })
  .extend({
    module,
    isProposal: z.boolean(),
    form: taskDetailsView.shape.form,
    checklist: taskDetailsView.shape.checklist,
  })
  .meta({ id: 'WalkTask' })

const pointView = z
  .object({
    step: walkStepView.nullable().describe('null: the beginning.'),
    index: z.number().nullable().describe('Its place among the steps, from 0.'),
    refused: refusalView.nullable().describe('Why the step was not made; then nothing has changed.'),
    did: z.array(didView).describe('What has been journalled since the point before, in the order of time.'),
    at: instantView,
    states: z.array(z.string()).describe('The innermost active states.'),
    phases: journeyView.shape.phases,
    status: journeyView.shape.status,
    end: journeyView.shape.end,
    facts: z.array(
      z.object({
        name: z.string(),
        label: textView.optional(),
        value: z.union([z.string(), z.number(), z.boolean()]),
        unit: z.string().optional(),
        recordedAt: instantView,
        isExpired: z.boolean().describe('Past its shelf life: unknown to criteria.'),
      }),
    ),
    tasks: z.array(walkTaskView).describe('Open tasks, of modules too.'),
    timers: z
      .array(timerView.extend({ module }).meta({ id: 'WalkTimer' }))
      .describe('Armed timers, of modules too; the next first.'),
    next: nextView.omit({ revision: true }).meta({ id: 'WalkNext', description: 'Everything that can be done next.' }),
    suspensions: journeyView.shape.suspensions,
    modules: z
      .array(
        z.object({
          journey: z.string(),
          ...namedModule,
          pathway: z.string(),
          version: z.number(),
          status: journeyView.shape.status,
          states: z.array(z.string()),
          end: journeyView.shape.end,
        }),
      )
      .describe('Every module that has begun, in that order; those that have ended too.'),
  })
  .meta({ id: 'WalkPoint' })

export const walkView = z
  .object({
    isPlayable: z.boolean().describe('false when the document has errors: nobody can walk through it.'),
    findings: z.array(findingView),
    refused: refusalView.nullable().describe('Why the journey could not even begin.'),
    points: z.array(pointView).describe('The beginning, and then one for each step.'),
  })
  .meta({ id: 'Walk' })

export const scenarioView = z
  .object({
    scenario: z.string(),
    pathway: z.string(),
    name: z.string(),
    client: z.object({ name: z.string().optional(), language: z.enum(['fi', 'sv', 'en']).optional() }),
    startsAt: instantView,
    at: z.string().nullable().describe('The state that it begins in; null: the first.'),
    steps: z.array(walkStepView),
    expected: scenarioSchemas.expectedSchema.meta({
      id: 'ScenarioOutcome',
      description: 'How a walk must come out.',
      example: {
        ...{ states: ['valmis'], status: 'ended', endCode: 'valmis', tasks: [], refused: [] },
        due: {},
      },
    }),
    revision: z.number(),
    savedAt: instantView,
    savedBy: z.string(),
  })
  .meta({ id: 'Scenario', description: 'The walk of an example client that was kept, with how it must come out.' })

export const scenariosView = z.object({ items: z.array(scenarioView) }).meta({ id: 'ScenarioList' })

export const scenarioRunView = z
  .object({
    isPlayable: z.boolean().describe('false when the document has errors: nobody can walk through it.'),
    findings: z.array(findingView),
    scenarios: scenarioResultsView,
  })
  .meta({ id: 'ScenarioRun' })
