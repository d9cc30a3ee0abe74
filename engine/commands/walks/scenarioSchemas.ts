import { z } from 'zod'
import { actorSchema, localDateSchema, plain } from '../schemas.ts'
import { walkPlanSchema, walkSchema } from './walkSchemas.ts'

/** What commands on scenarios accept. */

const nameOfWork = plain(500).min(1)

/** How a walk must come out. */
export const expectedSchema = z.strictObject({
  states: z.array(nameOfWork).max(500).describe('The innermost active states at the end.'),
  status: z.enum(['active', 'ended']),
  endCode: plain(64).min(1).nullable().default(null).describe('How the journey ended; null while it goes on.'),
  tasks: z
    .array(nameOfWork)
    .max(1000)
    .describe('Names of the tasks that are open at the end, each as often as it is; of modules too.'),
  refused: z.array(z.int().min(0)).max(500).describe('Places of the steps that must be refused, from 0.'),
  due: z
    .record(nameOfWork, localDateSchema)
    .describe('Of follow-ups and delays the next date, by name; of modules too. What is not named is not held.'),
})
export type Expected = z.output<typeof expectedSchema>

export const saveScenarioSchema = walkPlanSchema
  .extend({
    name: plain(200).trim().min(1),
    expected: expectedSchema
      .optional()
      .describe(
        'How it must come out; without it, as it does now on the `document`, or on the version in use, else the first that will be.',
      ),
    revision: z.int().min(1).optional().describe('The revision it was read at; without it, a new scenario.'),
    document: walkSchema.shape.document
      .optional()
      .describe('The document, such as the draft’s, by which to find out how it comes out. It is not kept.'),
    parameters: walkSchema.shape.parameters,
    by: actorSchema,
  })
  .refine(({ steps, expected }) => expected?.refused.every((step) => step < steps.length) ?? true, {
    path: ['expected', 'refused'],
    message: 'names a step that there is not',
  })
export type SaveScenarioInput = z.input<typeof saveScenarioSchema>

export const runScenariosSchema = walkSchema.pick({ document: true, parameters: true })
export type RunScenariosInput = z.input<typeof runScenariosSchema>
