import { z } from 'zod'
import { actorSchema, localDateSchema, plain } from './schemas.ts'

/** What commands on pathways, their drafts and scenarios accept. */

/** The keys that lead to a state, with dots between: `kuntoutus.ammatillinen`. */
const statePathSchema = plain(2000).min(1)
const mostPositions = 5000

/** Where the designer draws what. It stands beside the document and means nothing to journeys. */
export const layoutSchema = z.strictObject({
  positions: z
    .record(statePathSchema, z.strictObject({ x: z.number(), y: z.number() }))
    .refine((positions) => Object.keys(positions).length <= mostPositions, `at most ${mostPositions} positions`)
    .describe('Of each state that somebody has placed: its keys with dots between, and where its corner is.'),
  collapsed: z.array(statePathSchema).max(mostPositions).default([]).describe('States that are shown closed.'),
  direction: z
    .enum(['right', 'down'])
    .optional()
    .describe('Which way the phases go, where somebody has chosen: from left to right, or downwards.'),
})
export type Layout = z.output<typeof layoutSchema>

export const publishSchema = z.strictObject({
  document: z.unknown(),
  by: actorSchema,
  parameters: z.record(plain(64), z.json()).optional(),
  note: plain(2000).trim().optional().describe('What is new in it, and why.'),
  approver: plain(200).trim().optional().describe('Who decided that it be published.'),
  startsOn: localDateSchema
    .optional()
    .describe(
      'The local date from which journeys begin on it: today, or later. Until then they begin as before. Without it today; where the latest version says the same already, as that is planned.',
    ),
  acknowledgeBroken: z
    .boolean()
    .optional()
    .describe('Publish although scenarios of the pathway come out otherwise than they must.'),
})
export type PublishInput = z.input<typeof publishSchema>

export const checkDraftSchema = publishSchema.pick({ parameters: true, startsOn: true })
export type CheckDraftInput = z.input<typeof checkDraftSchema>

export const saveDraftSchema = z.strictObject({
  document: z.record(z.string(), z.unknown()),
  by: actorSchema,
  revision: z.int().min(1).optional().describe('The revision it was read at; without it, a new draft.'),
  layout: layoutSchema.optional().describe('Where the designer draws what; without it, as it was.'),
  basedOn: z
    .int()
    .min(1)
    .nullable()
    .optional()
    .describe('The published version that it began from; without it, as it was.'),
})
export type SaveDraftInput = z.input<typeof saveDraftSchema>
