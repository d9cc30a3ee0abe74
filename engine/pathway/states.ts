import { z } from 'zod'
import { effectSchema, outcomeSchema, whenSuspendedSchema } from './declarations.ts'
import { eventNameSchema, nameSchema, valueNameSchema } from './names.ts'
import { durationSchema, jsonValueSchema, sourceSchema, textSchema } from './values.ts'

/** Work for the outside: becomes a message, never code. */
export const actionSchema = z.union([
  eventNameSchema,
  z.strictObject({ type: eventNameSchema, params: z.record(z.string(), jsonValueSchema).optional() }),
])
const actionsSchema = z.union([actionSchema, z.array(actionSchema)])

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
  meta: z.record(z.string(), jsonValueSchema).optional(),
})
const transitionsSchema = z.union([
  targetSchema,
  transitionSchema,
  z.array(z.union([targetSchema, transitionSchema])).min(1),
])

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

/** How a journey that reaches this final state has ended. */
export const endSchema = z.strictObject({ code: nameSchema, label: textSchema, outcome: outcomeSchema })

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

export const stateShape = {
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
  meta: z.record(z.string(), jsonValueSchema).optional(),
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

export type ActionDefinition = z.infer<typeof actionSchema>
export type TransitionDefinition = z.infer<typeof transitionSchema>
export type FollowUpDefinition = z.infer<typeof followUpSchema>
export type ModuleDefinition = z.infer<typeof moduleSchema>
