import { z } from 'zod'
import {
  factValuesSchema,
  languageSchema,
  localDateSchema,
  occurredAtSchema,
  overrideSchema,
  plain,
  reasonSchema,
  recordSchema,
  sendSchema,
} from '../schemas.ts'

/** What walks of example clients accept. */

const name = plain(64).min(1)
const statePath = plain(500).min(1)
/** Calendars and holidays are known from here to there. */
const earliest = Date.parse('2000-01-01T00:00:00Z')
const latest = Date.parse('2100-01-01T00:00:00Z')
const instantSchema = occurredAtSchema.refine((at) => {
  const ms = Date.parse(at)
  return ms >= earliest && ms < latest
}, 'an instant of this century')

/** Described as what it is: whoever describes the schema would follow JSON within JSON without end. */
const eventData = sendSchema.shape.data.meta({ type: 'object', additionalProperties: true })

/** What every step may say. */
const step = {
  by: z
    .array(name)
    .max(50)
    .optional()
    .describe('In which case roles it is done; without it, in all of the pathway and its modules.'),
}
const within = {
  in: name.optional().describe('The running module whose journey is meant; without it, the example client’s own.'),
}

/** One thing that happens on a walk. */
export const walkStepSchema = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('record'),
    facts: recordSchema.shape.facts,
    source: recordSchema.shape.source.optional(),
    ...step,
  }),
  z.strictObject({
    do: z.literal('send'),
    event: name,
    data: eventData,
    override: overrideSchema.optional().describe('Take the transition against one overridable criterion.'),
    reason: reasonSchema.optional(),
    ...within,
    ...step,
  }),
  z.strictObject({
    do: z.literal('complete'),
    task: name.describe('The task’s name; of several that are open, the oldest.'),
    form: factValuesSchema.optional(),
    checklist: z.array(name).max(200).optional().describe('Items of its checklist that are ticked first.'),
    ...within,
    ...step,
  }),
  z.strictObject({
    do: z.literal('answer'),
    task: plain(500).min(1).describe('The name of the proposal’s task: its transition.'),
    accept: z.boolean(),
    reason: reasonSchema.optional(),
    ...within,
    ...step,
  }),
  z.strictObject({ do: z.literal('jump'), to: statePath, reason: reasonSchema, ...step }),
  z.strictObject({ do: z.literal('exit'), code: name, reason: reasonSchema.optional(), ...within, ...step }),
  z.strictObject({
    do: z.literal('suspend'),
    code: name.optional(),
    reason: reasonSchema,
    reviewDate: localDateSchema,
    ...step,
  }),
  z.strictObject({
    do: z.literal('resume'),
    reason: reasonSchema,
    suspension: z.int().min(1).optional().describe('Its number; without it, the oldest that is open.'),
    ...step,
  }),
  z.strictObject({
    do: z.literal('passTime'),
    to: z
      .union([z.literal('nextDue'), instantSchema])
      .describe('An instant, or when the next timer is due. Five years at a time at most; time only goes on.'),
    ...step,
  }),
])
export type WalkStep = z.output<typeof walkStepSchema>

export const walkClientSchema = z.strictObject({
  name: plain(200).trim().min(1).optional(),
  language: languageSchema.optional(),
})

/** How an example client walks, through whichever document. */
export const walkPlanSchema = z.strictObject({
  client: walkClientSchema.default({}),
  startsAt: instantSchema.describe('When the journey begins.'),
  at: statePath.optional().describe('The `enterable` state to begin in; without it, the first.'),
  steps: z.array(walkStepSchema).max(500),
})
export type WalkPlan = z.output<typeof walkPlanSchema>

export const walkSchema = walkPlanSchema.extend({
  document: z.unknown(),
  parameters: z.record(plain(64), z.json()).optional(),
})
export type WalkInput = z.input<typeof walkSchema>
