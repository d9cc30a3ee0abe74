import { z } from 'zod'
import { eventNameSchema, nameSchema, valueNameSchema } from './names.ts'
import { registers } from './recordClasses.ts'

/**
 * The pathway document: an XState statechart written as data, with criteria on its transitions and follow-ups on its
 * states. Unknown keys are refused, so that nothing an administrator wrote is silently dropped.
 */

/** A text for people: Finnish always, Swedish and English where given. */
export const textSchema = z.strictObject({
  fi: z.string().trim().min(1).max(2000),
  sv: z.string().trim().min(1).max(2000).optional(),
  en: z.string().trim().min(1).max(2000).optional(),
})

/** Where a rule comes from: an id of the field material (`000a:M02`), a statute, a standard. */
const sourceSchema = z.string().min(1).max(200)

/** ISO 8601, working days of the document's calendar, milliseconds, or a parameter of type duration. */
export const durationSchema = z.union([
  z
    .string()
    .regex(
      /^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/,
      'an ISO 8601 duration such as P2M, P20D or PT36H',
    ),
  z.strictObject({ workingDays: z.int().min(1).max(5000) }),
  z.strictObject({ milliseconds: z.int().min(0).max(Number.MAX_SAFE_INTEGER) }),
  z.strictObject({ parameter: valueNameSchema }),
])

const optionSchema = z.strictObject({ code: z.string().min(1).max(64), label: textSchema })

/** What kind of value a fact or a form field holds. */
const numberValue = z.strictObject({
  type: z.literal('number'),
  unit: z.string().min(1).max(32).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  integer: z.boolean().optional(),
})
const choiceValue = z.strictObject({ type: z.literal('choice'), options: z.array(optionSchema).min(1).max(200) })
const dateValue = z.strictObject({ type: z.literal('date') })
const booleanValue = z.strictObject({ type: z.literal('boolean') })
const textValue = z.strictObject({ type: z.literal('text'), maxLength: z.int().min(1).max(10_000).optional() })
export const valueTypeSchema = z.discriminatedUnion('type', [
  numberValue,
  choiceValue,
  dateValue,
  booleanValue,
  textValue,
])

export const factClassSchema = z.enum(['ordinary', 'health', 'profiling', 'confidential'])

const factCommon = {
  label: textSchema,
  description: textSchema.optional(),
  /** how the value may be shown and used; profiling facts never decide on rights or services */
  class: factClassSchema.default('ordinary'),
  /** case roles from outside the owner organisation that read it; without them, nobody from outside does */
  readers: z.array(nameSchema).min(1).optional(),
  /** the statute section, or `consent`, on which it is kept and shown */
  basis: sourceSchema.optional(),
  /** how long a recorded value counts; after that it is unknown again */
  shelfLife: durationSchema.optional(),
  source: sourceSchema.optional(),
}
/** A typed value about the client. */
export const factSchema = z.discriminatedUnion('type', [
  numberValue.extend(factCommon),
  choiceValue.extend(factCommon),
  dateValue.extend(factCommon),
  booleanValue.extend(factCommon),
  textValue.extend(factCommon),
])

/** A named FEEL expression over facts and declared values: true, false or unknown. */
export const criterionSchema = z.strictObject({
  label: textSchema,
  description: textSchema.optional(),
  when: z.string().min(1).max(2000),
  source: sourceSchema.optional(),
  /** whether a person may take a transition against it, with a reason; with roles, only those may */
  overridable: z.union([z.boolean(), z.strictObject({ by: z.array(nameSchema).min(1) })]).optional(),
})

/** What the field leaves open and an administrator sets. `origin: 'ours'` marks a default that no source gives. */
export const parameterSchema = z.strictObject({
  type: z.enum(['duration', 'number', 'text', 'boolean']),
  label: textSchema,
  default: z.union([z.number(), z.boolean(), z.string().max(2000), durationSchema]),
  unit: z.string().max(32).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  origin: z.enum(['source', 'ours']),
  source: sourceSchema.optional(),
})

const jsonValue: z.ZodType<JsonValue, JsonValue> = z.json()
/** Anything JSON can hold. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue }

/** Work for the outside: becomes a message, never code. */
export const actionSchema = z.union([
  eventNameSchema,
  z.strictObject({ type: eventNameSchema, params: z.record(z.string(), jsonValue).optional() }),
])
const actionsSchema = z.union([actionSchema, z.array(actionSchema)])

/** What a suspension does to what is promised in time: the due date moves by its length, or stays. */
const whenSuspendedSchema = z.enum(['shift', 'keep'])

export const effectSchema = z.enum(['none', 'service', 'rights'])

/** XState's own target syntax: a sibling's key, `.child`, `#id`, with dots for descendants. */
const targetSchema = z
  .string()
  .regex(/^[#.]?[A-Za-z0-9_-]+([.:][A-Za-z0-9_-]+)*$/, 'a target is a sibling state, ".child", or "#pathway.state"')

export const transitionSchema = z.strictObject({
  target: z.union([targetSchema, z.array(targetSchema).min(1)]).optional(),
  /** leave and enter again even when the target is the state itself or inside it */
  reenter: z.boolean().optional(),
  label: textSchema.optional(),
  description: textSchema.optional(),
  /** all must hold; the first listed transition of an event whose criteria are not false decides */
  criteria: z.array(nameSchema).optional(),
  /** case roles that may send it; without it, anyone who may act on the journey */
  by: z.array(nameSchema).min(1).optional(),
  effect: effectSchema.optional(),
  /** for transitions driven by time, facts or completion: taken without asking anyone. Without it they are proposed */
  automatic: z.boolean().optional(),
  /** for `after`: what a suspension does to the delay; default `shift` */
  whenSuspended: whenSuspendedSchema.optional(),
  /** whoever sends it must say why */
  reasonRequired: z.boolean().optional(),
  actions: actionsSchema.optional(),
  source: sourceSchema.optional(),
  meta: z.record(z.string(), jsonValue).optional(),
})
const transitionsSchema = z.union([
  targetSchema,
  transitionSchema,
  z.array(z.union([targetSchema, transitionSchema])).min(1),
])

/** A field of a task's form: bound to a fact (which completing the task then records), or the task's own. */
export const fieldSchema = z.union([
  z.strictObject({ fact: valueNameSchema, required: z.boolean().optional(), label: textSchema.optional() }),
  z.strictObject({
    name: valueNameSchema,
    label: textSchema,
    required: z.boolean().optional(),
    value: valueTypeSchema,
  }),
])

/** One thing to check or do, ticked on its own. */
export const checklistItemSchema = z.strictObject({
  id: nameSchema,
  label: textSchema,
  /** the task is not completed before it is ticked */
  required: z.boolean().optional(),
  source: sourceSchema.optional(),
})

/** Work for a person. */
export const taskSchema = z.strictObject({
  label: textSchema,
  description: textSchema.optional(),
  /** case role it waits for */
  role: nameSchema,
  /** case roles from outside the owner organisation that see it besides; its own role and parties always do */
  readers: z.array(nameSchema).min(1).optional(),
  /** how it may be shown; default ordinary */
  class: factClassSchema.optional(),
  /** the statute section, or `consent`, on which it is shown */
  basis: sourceSchema.optional(),
  /** case roles that take part, for a task done together */
  parties: z.array(nameSchema).optional(),
  form: z.array(fieldSchema).max(200).optional(),
  /** what to check and do, ticked one by one while the task is open */
  checklist: z.array(checklistItemSchema).min(1).max(100).optional(),
  /** how long after opening it is due; a follow-up's `until` overrides it */
  due: durationSchema.optional(),
  /** when it is overdue, this case role gets it besides; without it the responsible person hears of it */
  escalateTo: nameSchema.optional(),
  /** what a suspension does to its due date; default `shift` */
  whenSuspended: whenSuspendedSchema.optional(),
  durationMinutes: z
    .int()
    .min(1)
    .max(24 * 60)
    .optional(),
  source: sourceSchema.optional(),
})

export const shiftSchema = z.enum(['none', 'nextWorkingDay', 'previousWorkingDay'])

/** What the pathway promises to do in time, while a visit of the state lasts. */
export const followUpSchema = z.strictObject({
  label: textSchema.optional(),
  /** once, this long after the anchor */
  after: durationSchema.optional(),
  /** repeating: occurrence n is the anchor plus n periods, then moved to a working day */
  every: durationSchema.optional(),
  /** with `after`: the end of the window, the due date of its task. With `every`: when repeating stops. From the anchor */
  until: durationSchema.optional(),
  /** when to count from: entry to the state (default), or a fact of type date */
  anchor: z.union([z.literal('entry'), z.strictObject({ fact: valueNameSchema })]).optional(),
  shift: shiftSchema.optional(),
  /** a notice this long before it comes due */
  warnBefore: durationSchema.optional(),
  /** what happens to occurrences missed in an outage: the first only (default), or each */
  catchUp: z.enum(['once', 'each']).optional(),
  /** count anew when the state is come back to through history; without it the old anchor goes on */
  restart: z.boolean().optional(),
  /** default `shift`; what is anchored to a date fact always keeps its date */
  whenSuspended: whenSuspendedSchema.optional(),
  /** a task of the document to open */
  task: nameSchema.optional(),
  /** an event to send; its transition is proposed unless it is `automatic` */
  event: eventNameSchema.optional(),
  actions: actionsSchema.optional(),
  source: sourceSchema.optional(),
})

/** What people talk about: a state with a goal, services, division of labour and metrics (000a:M04). */
export const phaseSchema = z.strictObject({
  label: textSchema,
  goal: textSchema,
  services: z.array(z.strictObject({ id: nameSchema, label: textSchema, source: sourceSchema.optional() })).optional(),
  /** case role that answers for the phase */
  responsible: nameSchema,
  /** division of labour: what each case role does in this phase */
  responsibilities: z.record(nameSchema, textSchema).optional(),
  metrics: z.array(z.strictObject({ id: nameSchema, label: textSchema, source: sourceSchema.optional() })).optional(),
  source: sourceSchema.optional(),
})

export const outcomeSchema = z.enum(['completed', 'interrupted', 'transferred', 'removed'])

/** How a journey that reaches this final state has ended. */
export const endSchema = z.strictObject({ code: nameSchema, label: textSchema, outcome: outcomeSchema })

/** A coded end that is possible from anywhere. */
export const exitSchema = z.strictObject({
  label: textSchema,
  description: textSchema.optional(),
  outcome: outcomeSchema,
  by: z.array(nameSchema).min(1).optional(),
  effect: effectSchema.optional(),
  /** default true */
  reasonRequired: z.boolean().optional(),
  source: sourceSchema.optional(),
})

/** A pathway that runs as a child of this one, with a clock of its own. */
export const moduleSchema = z.strictObject({
  label: textSchema.optional(),
  pathway: nameSchema,
  /** filled in at publishing: the version that is latest then */
  version: z.int().min(1).optional(),
  /** on entry to the state (default), when an event of it is taken, or when a person asks for it */
  start: z.union([z.enum(['entry', 'adHoc']), z.strictObject({ event: eventNameSchema })]).optional(),
  /** values for the child's parameters: given here, or a parameter of this pathway. Facts are the client's, and shared */
  inputs: z.record(valueNameSchema, durationSchema.or(z.number()).or(z.boolean()).or(z.string().max(2000))).optional(),
  /** the event that each end of the child sends here, by its code; `*` for every other. Proposed unless automatic */
  outputs: z.record(z.union([nameSchema, z.literal('*')]), eventNameSchema).optional(),
  /** what becomes of it when the state is left: it ends too (default), or is left running */
  whenLeft: z.enum(['end', 'leave']).optional(),
  source: sourceSchema.optional(),
})

/** A coded reason for a suspension. */
const suspensionSchema = z.strictObject({
  label: textSchema,
  description: textSchema.optional(),
  by: z.array(nameSchema).min(1).optional(),
  source: sourceSchema.optional(),
})

const stateShape = {
  id: nameSchema.optional(),
  type: z.enum(['atomic', 'compound', 'parallel', 'final', 'history']).optional(),
  label: textSchema.optional(),
  description: textSchema.optional(),
  initial: nameSchema.optional(),
  on: z.record(z.union([eventNameSchema, z.literal('*')]), transitionsSchema).optional(),
  always: transitionsSchema.optional(),
  /** keys are ISO 8601 durations, milliseconds in digits, or names of duration parameters */
  after: z
    .record(
      z
        .string()
        .regex(
          /^(P[0-9YMWDTHS.]+|\d{1,15}|[A-Za-z][A-Za-z0-9_]*)$/,
          'a duration (P3M), milliseconds (500), or the name of a duration parameter',
        ),
      transitionsSchema,
    )
    .optional(),
  onDone: transitionsSchema.optional(),
  entry: actionsSchema.optional(),
  exit: actionsSchema.optional(),
  tags: z.union([z.string(), z.array(z.string())]).optional(),
  meta: z.record(z.string(), jsonValue).optional(),
  phase: phaseSchema.optional(),
  /** tasks of the document that open on entry */
  tasks: z.array(nameSchema).optional(),
  followUps: z.record(nameSchema, followUpSchema).optional(),
  modules: z.record(nameSchema, moduleSchema).optional(),
  /** may be entered by a reasoned jump, or at the start of a journey already under way */
  enterable: z.union([z.boolean(), z.strictObject({ by: z.array(nameSchema).min(1) })]).optional(),
  /** for `type: 'history'` */
  history: z.union([z.enum(['shallow', 'deep']), z.boolean()]).optional(),
  target: targetSchema.optional(),
  /** for `type: 'final'` directly under the pathway */
  end: endSchema.optional(),
}

const flatStateSchema = z.strictObject(stateShape)

/** A state of the statechart; states hold states. */
export type StateDefinition = z.infer<typeof flatStateSchema> & { states?: Record<string, StateDefinition> }

export const stateSchema: z.ZodType<StateDefinition, StateDefinition> = z.strictObject({
  ...stateShape,
  states: z
    .record(
      nameSchema,
      z.lazy(() => stateSchema),
    )
    .optional(),
})

const {
  history: _history,
  target: _target,
  end: _end,
  enterable: _enterable,
  phase: _phase,
  id: _id,
  onDone: _onDone,
  label: _label,
  ...rootShape
} = stateShape

/** What somebody is to a journey. */
export const caseRoleSchema = z.strictObject({
  label: textSchema,
  /** `provider`: may be filled from outside the owner organisation. Without it, only from within: the authority's lane */
  lane: z.enum(['authority', 'provider']).optional(),
  source: sourceSchema.optional(),
})

/** A whole pathway document. */
export const documentSchema = z.strictObject({
  $schema: z.string().optional(),
  ...rootShape,
  id: nameSchema.refine((id) => id !== 'schema', '"schema" is taken by the API; choose another id'),
  type: z.enum(['compound', 'parallel']).optional(),
  title: textSchema,
  sources: z.array(sourceSchema).optional(),
  calendar: z.enum(['fi']).default('fi'),
  facts: z.record(valueNameSchema, factSchema).optional(),
  criteria: z.record(nameSchema, criterionSchema).optional(),
  caseRoles: z.record(nameSchema, caseRoleSchema).optional(),
  parameters: z.record(valueNameSchema, parameterSchema).optional(),
  /** the tasks that states and follow-ups name */
  taskDefinitions: z.record(nameSchema, taskSchema).optional(),
  exits: z.record(nameSchema, exitSchema).optional(),
  /** coded reasons for which a journey may be suspended; without them a suspension has a written reason only */
  suspensions: z.record(nameSchema, suspensionSchema).optional(),
  /** how far back a command may lie; default P90D (ours) */
  backDating: durationSchema.optional(),
  /** when nothing else watches over a journey, its responsible person is asked to review it after this; default P3M (ours) */
  review: durationSchema.optional(),
  /** in which register its journeys are kept, which says for how long; default `employment` */
  recordClass: z.enum(registers).optional(),
  states: z.record(nameSchema, stateSchema),
})

export type Text = z.infer<typeof textSchema>
export type DurationRef = z.infer<typeof durationSchema>
export type ValueType = z.infer<typeof valueTypeSchema>
export type FactDefinition = z.infer<typeof factSchema>
export type CriterionDefinition = z.infer<typeof criterionSchema>
export type ParameterDefinition = z.infer<typeof parameterSchema>
export type ActionDefinition = z.infer<typeof actionSchema>
export type Effect = z.infer<typeof effectSchema>
export type TransitionDefinition = z.infer<typeof transitionSchema>
export type ChecklistItem = z.infer<typeof checklistItemSchema>
export type FieldDefinition = z.infer<typeof fieldSchema>
export type FollowUpDefinition = z.infer<typeof followUpSchema>
export type ModuleDefinition = z.infer<typeof moduleSchema>
export type Outcome = z.infer<typeof outcomeSchema>
/** A pathway document after validation: defaults filled in. */
export type PathwayDocument = z.infer<typeof documentSchema>
/** A pathway document as an administrator writes it. */
export type PathwayInput = z.input<typeof documentSchema>

/**
 * Gives a document its types; the document stays data.
 *
 * @example export default definePathway({ id: 'suunto', title: { fi: 'Suunto' }, initial: 'kartoitus', states: { … } })
 */
export function definePathway(document: PathwayInput): PathwayInput {
  return document
}
