/** What commands of the day's work take: contacts, substitutes, hand-overs, worklists, saved lists, bulk actions. */
import { z } from 'zod'
import {
  actorSchema,
  envelopeSchema,
  idSchema,
  keySchema,
  localDateSchema,
  migrateSchema,
  plain,
  reasonSchema,
  responsibleSchema,
  userSchema,
} from './schemas.ts'

/** What kind of contact it was, after the field's own kinds (employment administration, work coaching diaries). */
export const contactKindSchema = z.enum([
  'initialTalk',
  'jobSearchTalk',
  'supplementaryTalk',
  'networkMeeting',
  'homeVisit',
  'dropIn',
  'errandTogether',
  'other',
  'note',
])
export const contactChannelSchema = z.enum(['visit', 'phone', 'video', 'message', 'letter', 'atProvider'])
export const contactOutcomeSchema = z.enum(['realised', 'triedNoAnswer', 'cancelledByClient', 'noShow'])
export const contactClassSchema = z.enum(['ordinary', 'confidential'])

const contactFields = {
  kind: contactKindSchema
    .optional()
    .describe('May be left out when nobody answered. A `note` has neither channel nor outcome.'),
  channel: contactChannelSchema.optional(),
  outcome: contactOutcomeSchema.optional().describe('`realised` unless told otherwise.'),
  minutes: z.int().min(0).max(1440).optional().describe('Time spent.'),
  place: plain(200).trim().min(1).optional(),
  present: z
    .array(
      z
        .strictObject({ role: plain(100).trim().min(1).optional(), name: plain(200).trim().min(1).optional() })
        .refine(({ role, name }) => role !== undefined || name !== undefined, 'give a role or a name'),
    )
    .max(50)
    .optional()
    .describe('Who was there, by role or name.'),
  text: plain(20_000).trim().min(1).optional().describe('What was talked about. Kept sealed under the client’s key.'),
  class: contactClassSchema
    .default('ordinary')
    .describe('A confidential one opens for its writer’s organisation only.'),
}

interface ContactParts {
  kind?: ContactKind
  channel?: unknown
  outcome?: ContactOutcome
  text?: string
}

function checkContact({ kind, channel, outcome, text }: ContactParts, ctx: z.core.$RefinementCtx): void {
  const refuse = (field: string, message: string) => ctx.addIssue({ code: 'custom', path: [field], message })
  if (kind === 'note') {
    if (channel !== undefined) refuse('channel', 'a note has no channel')
    if (outcome !== undefined) refuse('outcome', 'a note has no outcome')
    if (text === undefined) refuse('text', 'a note needs its text')
    return
  }
  if (channel === undefined) refuse('channel', 'by which way: visit, phone, video, message, letter or atProvider')
  if (kind === undefined && outcome !== 'triedNoAnswer')
    refuse('kind', 'which kind of contact it was; only an attempt that nobody answered goes without')
}

const contactEnvelope = envelopeSchema.omit({ reason: true })
export const recordContactSchema = contactEnvelope
  .extend({
    journey: idSchema.optional().describe('The journey that it is about; it stays as it is.'),
    ...contactFields,
    agreedNext: z
      .strictObject({
        title: plain(500).trim().min(1),
        dueDate: localDateSchema.optional(),
        assignee: userSchema.optional(),
        role: plain(64).min(1).optional(),
      })
      .optional()
      .describe('What was agreed next: becomes a task on the journey. Without assignee and role it is the writer’s.'),
  })
  .superRefine((contact, ctx) => {
    checkContact(contact, ctx)
    if (contact.agreedNext !== undefined && contact.journey === undefined) {
      const message = 'what was agreed next becomes a task on a journey: name it'
      ctx.addIssue({ code: 'custom', path: ['journey'], message })
    }
  })
/** All of a contact anew: what is left out is gone. */
export const correctContactSchema = contactEnvelope
  .extend({ reason: reasonSchema.optional(), ...contactFields })
  .superRefine(checkContact)
export const contactInErrorSchema = envelopeSchema
  .omit({ occurredAt: true, dryRun: true })
  .extend({ reason: reasonSchema })
export type ContactKind = z.infer<typeof contactKindSchema>
export type ContactChannel = z.infer<typeof contactChannelSchema>
export type ContactOutcome = z.infer<typeof contactOutcomeSchema>
export type RecordContactInput = z.input<typeof recordContactSchema>
export type CorrectContactInput = z.input<typeof correctContactSchema>
export type ContactInErrorInput = z.input<typeof contactInErrorSchema>

export const substituteSchema = z
  .strictObject({
    by: actorSchema,
    key: keySchema.optional(),
    substitute: userSchema.describe('Who stands in.'),
    from: localDateSchema.describe('The first local date.'),
    until: localDateSchema.describe('The last local date, which is included.'),
  })
  .refine(({ from, until }) => from <= until, { path: ['until'], message: 'not before `from`' })
export const removeSubstituteSchema = z.strictObject({ by: actorSchema })
export type SubstituteInput = z.input<typeof substituteSchema>
export type RemoveSubstituteInput = z.input<typeof removeSubstituteSchema>

/** The most rows that one call does something with (ours). */
export const mostRows = 500
export const handOverCaseloadSchema = envelopeSchema.omit({ occurredAt: true }).extend({
  from: userSchema.describe('Whose journeys they are.'),
  to: responsibleSchema.describe('Who answers for them from now on.'),
  journeys: z
    .array(idSchema)
    .min(1)
    .max(mostRows)
    .optional()
    .describe('Only these; without it all live ones, at most 500 in one call.'),
})
export type HandOverCaseloadInput = z.input<typeof handOverCaseloadSchema>

export const migrateJourneysSchema = migrateSchema.omit({ revision: true, version: true }).extend({
  pathway: idSchema,
  from: z.int().min(1).describe('The version that they run on.'),
  to: z.int().min(1).describe('The published version that they are to run on.'),
  after: idSchema.optional().describe('The `next` of the call before: goes on behind that journey.'),
})
export type MigrateJourneysInput = z.input<typeof migrateJourneysSchema>

/** The lists of the day's work. `substituted` is that of the people for whom one stands in. */
export const worklistSchema = z.enum([
  'mine',
  'substituted',
  'team',
  'overdue',
  'dueToday',
  'waiting',
  'newToMe',
  'changedSinceLastLooked',
  'forgotten',
])
export type Worklist = z.infer<typeof worklistSchema>
export const worklistSortSchema = z.enum(['lateness', 'due', 'since', 'name'])
export type WorklistSort = z.infer<typeof worklistSortSchema>
export const worklistFilterSchema = z.strictObject({
  pathway: idSchema.optional().describe('Only journeys through this pathway.'),
  phase: plain(500).min(1).optional().describe('Only journeys in this phase, by the path of its state.'),
  role: plain(64).min(1).optional().describe('Only tasks for this case role.'),
  responsible: userSchema.optional().describe('Only journeys that this person answers for.'),
})
export type WorklistFilterInput = z.infer<typeof worklistFilterSchema>

export const lookSchema = z
  .strictObject({
    by: actorSchema,
    journey: idSchema.optional().describe('The journey that was looked at.'),
    client: idSchema.optional().describe('The client that was looked at, with all of their journeys.'),
  })
  .refine(({ journey, client }) => (journey === undefined) !== (client === undefined), {
    path: ['journey'],
    message: 'name a journey or a client: one of the two',
  })
export type LookInput = z.input<typeof lookSchema>

export const savedListSchema = z.strictObject({
  by: actorSchema,
  key: keySchema.optional(),
  name: plain(200).trim().min(1),
  list: worklistSchema,
  filters: worklistFilterSchema
    .extend({
      users: z.array(userSchema).max(200).optional(),
      teams: z.array(plain(200).min(1)).max(200).optional(),
      everyone: z.boolean().optional(),
    })
    .default({})
    .describe('The same as in the query of the list.'),
  sort: worklistSortSchema.default('lateness'),
  sharedWith: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('team'), id: plain(200).min(1) }),
      z.strictObject({ kind: z.literal('organisation'), id: plain(200).min(1) }),
    ])
    .nullable()
    .default(null)
    .describe('Who may use it besides its owner.'),
})
export const removeSavedListSchema = z.strictObject({ by: actorSchema })
export type SavedListInput = z.input<typeof savedListSchema>
export type SavedListContent = Omit<z.infer<typeof savedListSchema>, 'by' | 'key'>
export type RemoveSavedListInput = z.input<typeof removeSavedListSchema>

export const bulkActionSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('delegate'), to: userSchema.nullable().describe('null: back to its case role.') }),
  z.strictObject({ do: z.literal('postpone'), dueDate: localDateSchema }),
  z.strictObject({ do: z.literal('complete') }),
  z.strictObject({ do: z.literal('handOver'), to: responsibleSchema }),
  z.strictObject({
    do: z.literal('remind'),
    text: plain(500).trim().min(1).describe('A note on the journey.'),
    dueDate: localDateSchema.optional().describe('With it, also a task for whoever owns the row.'),
  }),
])
export const bulkSchema = envelopeSchema.omit({ occurredAt: true }).extend({
  action: bulkActionSchema,
  rows: z
    .array(
      z
        .strictObject({
          journey: idSchema,
          task: plain(80).optional().describe('A task of that journey, for what is done with tasks.'),
        })
        .refine(({ journey, task }) => task === undefined || task.startsWith(`${journey}.`), {
          path: ['task'],
          message: 'a task of the same journey',
        }),
    )
    .min(1)
    .max(mostRows),
})
export type BulkInput = z.input<typeof bulkSchema>
