import { z } from 'zod'
import * as declarations from './declarations.ts'
import { documentSchema } from './document.ts'
import * as states from './states.ts'
import * as values from './values.ts'

/** The name of the published schema, wherever a copy of it lies. */
const schemaId = 'urn:polku:schema:pathway'

type Described = [schema: z.core.$ZodType, id: string, description: string, keys?: Record<string, string>]

/** The named parts of the format, and what their keys mean: shown by editors while a document is written. */
const parts: Described[] = [
  [values.textSchema, 'Text', 'A text for people: Finnish always, Swedish and English where given.'],
  [values.durationSchema, 'Duration', 'ISO 8601 (P2M, P20D, PT36H), working days, milliseconds, or a parameter.'],
  [values.valueTypeSchema, 'ValueType', 'What kind of value a form field holds.'],
  [
    declarations.factClassSchema,
    'FactClass',
    'How a fact may be shown and used; profiling facts never decide on rights.',
  ],
  [declarations.factSchema, 'Fact', 'A typed value about the client.'],
  [
    declarations.criterionSchema,
    'Criterion',
    'A named FEEL expression over facts: true, false or unknown.',
    {
      when: 'FEEL, for example: hoursPerDay >= 6 and status = "active"',
      overridable: 'Whether a person may take a transition against it, with a reason; with roles, only those may.',
    },
  ],
  [
    declarations.parameterSchema,
    'Parameter',
    'What the field leaves open and an administrator sets.',
    { origin: '"source" when the field gives the default, "ours" when nobody does.' },
  ],
  [states.actionSchema, 'Action', 'Work for the outside: becomes a message, never code.'],
  [declarations.effectSchema, 'Effect', 'What a transition does to the client: nothing, a service, or rights.'],
  [
    states.transitionSchema,
    'Transition',
    'What happens to a journey when something is sent, falls due, or comes to hold.',
    {
      target: 'A sibling state, ".child", or "#id.state"; several for several parallel regions.',
      reenter: 'Leave and enter again even when the target is the state itself or inside it.',
      criteria: 'All must hold. The first listed transition whose criteria are not false decides.',
      by: 'Case roles that may send it; without it, anyone who may act on the journey.',
      automatic: 'Taken without asking anyone. Without it, what time and facts drive is proposed.',
      whenSuspended: 'For after: whether a suspension moves the delay (shift, the default) or not (keep).',
      reasonRequired: 'Whoever sends it must say why.',
    },
  ],
  [declarations.fieldSchema, 'Field', "A field of a task's form: a fact, or the task's own."],
  [
    declarations.checklistItemSchema,
    'ChecklistItem',
    'One thing to check or do, ticked on its own.',
    { required: 'The task is not completed before it is ticked.' },
  ],
  [
    declarations.taskSchema,
    'Task',
    'Work for a person.',
    {
      role: 'The case role it waits for.',
      checklist: 'What to check and do, ticked one by one while the task is open.',
      due: "How long after opening it is due; a follow-up's until overrides it.",
      whenSuspended: 'Whether a suspension moves its due date (shift, the default) or not (keep).',
      escalateTo: 'Who gets it besides when it is overdue; without it the responsible person hears of it.',
    },
  ],
  [states.shiftSchema, 'Shift', 'Where a due date goes from a day that is not a working day.'],
  [
    states.followUpSchema,
    'FollowUp',
    'What the pathway promises to do in time, while a visit of the state lasts.',
    {
      after: 'Once, this long after the anchor.',
      every: 'Repeating: occurrence n is the anchor plus n periods, then moved to a working day.',
      until: 'With after: the end of the window. With every: when repeating stops. From the anchor.',
      anchor: 'When to count from: entry to the state, or a fact of type date.',
      warnBefore: 'A notice this long before it comes due.',
      catchUp: 'What happens to occurrences missed in an outage: the first only, or each.',
      restart: 'Count anew when the state is come back to through history.',
      whenSuspended: 'Whether a suspension moves it (shift, the default) or not (keep).',
      event: 'An event to send; its transition is proposed unless it is automatic.',
    },
  ],
  [
    states.moduleSchema,
    'Module',
    'A pathway that runs as a child of this one, with a clock of its own.',
    {
      version: 'Filled in at publishing: the version that is latest then.',
      start: 'On entry to the state, when an event of it is taken, or when a person asks for it.',
      inputs: "Values for the child's parameters. Facts are the client's, and shared.",
      outputs: 'The event that each end of the child sends here, by its code; * for every other.',
      whenLeft: 'What becomes of it when the state is left: it ends too, or is left running.',
    },
  ],
  [states.phaseSchema, 'Phase', 'What people talk about: goal, services, division of labour and metrics.'],
  [declarations.outcomeSchema, 'Outcome', 'How a journey ended.'],
  [states.endSchema, 'End', 'How a journey that reaches this final state has ended.'],
  [declarations.exitSchema, 'Exit', 'A coded end that is possible from anywhere.'],
  [
    states.stateSchema,
    'State',
    'A state of the statechart; states hold states.',
    {
      always: 'Transitions driven by facts.',
      after: 'Transitions driven by time. Keys: ISO 8601, milliseconds in digits, or a parameter of type duration.',
      onDone: 'Transitions taken when the state is done: a final child, or all parallel regions.',
      tasks: 'Tasks of the document that open on entry.',
      enterable: 'May be entered by a reasoned jump, or at the start of a journey already under way.',
      end: 'For a final state directly under the pathway.',
    },
  ],
]

/**
 * The JSON Schema (2020-12) of a pathway document as an administrator writes it, for editors and other languages. It
 * knows the form; what a document means is for `verifyDocument`.
 */
export function pathwayJsonSchema(): object {
  const metadata = z.registry<{ id?: string; description?: string }>()
  for (const [schema, id, description] of parts) metadata.add(schema, { id, description })
  const schema = JSON.parse(JSON.stringify(z.toJSONSchema(documentSchema, { io: 'input', metadata }))) as JsonSchema
  for (const [, id, , keys] of parts) {
    for (const [key, description] of Object.entries(keys ?? {})) {
      const property = schema.$defs?.[id]?.properties?.[key]
      if (property) property.description = description
    }
  }
  return {
    $schema: schema.$schema,
    $id: schemaId,
    title: 'Polku pathway document',
    description:
      'A service pathway: an XState statechart as data, with criteria on transitions and follow-ups on states.',
    ...schema,
  }
}

interface JsonSchema {
  $schema?: string
  description?: string
  properties?: Record<string, JsonSchema>
  $defs?: Record<string, JsonSchema>
}
