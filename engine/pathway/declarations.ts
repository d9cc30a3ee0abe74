import { z } from 'zod'
import { nameSchema, valueNameSchema } from './names.ts'
import {
  booleanValue,
  choiceValue,
  dateValue,
  durationSchema,
  numberValue,
  sourceSchema,
  textSchema,
  textValue,
  valueTypeSchema,
} from './values.ts'

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

/** What somebody is to a journey. */
export const caseRoleSchema = z.strictObject({
  label: textSchema,
  /** `provider`: may be filled from outside the owner organisation. Without it, only from within: the authority's lane */
  lane: z.enum(['authority', 'provider']).optional(),
  source: sourceSchema.optional(),
})

/** What a suspension does to what is promised in time: the due date moves by its length, or stays. */
export const whenSuspendedSchema = z.enum(['shift', 'keep'])

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

export const effectSchema = z.enum(['none', 'service', 'rights'])

export const outcomeSchema = z.enum(['completed', 'interrupted', 'transferred', 'removed'])

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

/** A coded reason for a suspension. */
export const suspensionSchema = z.strictObject({
  label: textSchema,
  description: textSchema.optional(),
  by: z.array(nameSchema).min(1).optional(),
  source: sourceSchema.optional(),
})

export type FactDefinition = z.infer<typeof factSchema>
export type CriterionDefinition = z.infer<typeof criterionSchema>
export type ParameterDefinition = z.infer<typeof parameterSchema>
export type FieldDefinition = z.infer<typeof fieldSchema>
export type ChecklistItem = z.infer<typeof checklistItemSchema>
export type Effect = z.infer<typeof effectSchema>
export type Outcome = z.infer<typeof outcomeSchema>
