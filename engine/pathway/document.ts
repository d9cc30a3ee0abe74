import { z } from 'zod'
import {
  caseRoleSchema,
  criterionSchema,
  exitSchema,
  factSchema,
  parameterSchema,
  suspensionSchema,
  taskSchema,
} from './declarations.ts'
import { nameSchema, valueNameSchema } from './names.ts'
import { registers } from './recordClasses.ts'
import { stateSchema, stateShape } from './states.ts'
import { durationSchema, sourceSchema, textSchema } from './values.ts'

/** What a whole pathway has of what a state has. */
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

/**
 * The pathway document: an XState statechart written as data, with criteria on its transitions and follow-ups on its
 * states. Unknown keys are refused, so that nothing an administrator wrote is silently dropped.
 */
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
