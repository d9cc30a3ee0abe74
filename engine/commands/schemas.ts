import { z } from 'zod'

/** What commands accept. The API's OpenAPI document is made from these same schemas. */

export const plain = (max: number) =>
  z
    .string()
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: \P{Cc} means something else to readers of OpenAPI that leave the flag u out
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f]*$/, 'no control characters')

export const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'an id has letters, digits, _ and -, 64 at most')
export const userSchema = plain(200).min(1)
/** Who acts: a person, with the case roles they have. */
export const actorSchema = z.strictObject({
  user: userSchema,
  roles: z.array(plain(64).min(1)).max(50).default([]),
  isGuest: z
    .boolean()
    .optional()
    .describe('From outside the owner organisation: may do only what is declared for a case role.'),
})
/** The same caller with the same key gets the same answer, and one effect. */
export const keySchema = plain(200).min(1)
/** When it was true in the world: not later than now; before today only with a reason. ISO 8601 with offset. */
export const occurredAtSchema = z.iso.datetime({ offset: true })
export const reasonSchema = plain(4000).trim().min(1)
export const localDateSchema = z.iso.date()

export const envelopeSchema = z.strictObject({
  by: actorSchema,
  key: keySchema.optional(),
  occurredAt: occurredAtSchema
    .optional()
    .describe('When it was true in the world, if not now: not later than now, before today only with a reason.'),
  reason: reasonSchema.optional().describe('Why, in words. Kept sealed under the client’s own key.'),
  dryRun: z.boolean().optional().describe('Say what would happen, and let nothing happen.'),
})
/** A command on one journey may name the revision it was decided on. */
const journeyEnvelope = envelopeSchema.extend({
  revision: z
    .int()
    .min(1)
    .optional()
    .describe('The revision it was decided on; refused when the journey has moved on since.'),
})

export const factValueSchema = z.union([z.number(), z.boolean(), plain(10_000)])
export const factValuesSchema = z.record(plain(64), factValueSchema)

export const responsibleSchema = z.strictObject({ user: userSchema, team: plain(200).min(1).nullable().default(null) })

export const startSchema = envelopeSchema.extend({
  pathway: idSchema,
  version: z.int().min(1).optional().describe('A version of the pathway; without it, the one that is in use today.'),
  client: idSchema,
  responsible: responsibleSchema.describe('The named person (and team) who answers for the journey; never empty.'),
  at: plain(500)
    .min(1)
    .optional()
    .describe('An `enterable` state, for a client who is already under way; needs a reason.'),
})

export const overrideSchema = z.strictObject({
  criterion: plain(64).min(1),
  transition: plain(500)
    .min(1)
    .optional()
    .describe('The transition’s id; needed only where the event has several with that criterion.'),
})

export const sendSchema = journeyEnvelope.extend({
  event: plain(64).min(1),
  data: z
    .record(plain(64), z.json())
    .refine((data) => JSON.stringify(data).length <= 16_384, 'at most 16 384 characters of JSON')
    .optional()
    .describe('What goes with the event, for the journal: at most 16 384 characters of JSON. Sealed.'),
  override: overrideSchema
    .optional()
    .describe('Take the transition against one overridable criterion, once; needs a reason.'),
})
export const jumpSchema = journeyEnvelope.extend({ to: plain(500).min(1), reason: reasonSchema })
export const exitSchema = journeyEnvelope.extend({ code: plain(64).min(1) })
export const handOverSchema = journeyEnvelope.extend({ to: responsibleSchema })
export const suspendSchema = journeyEnvelope.extend({
  reason: reasonSchema,
  code: plain(64).min(1).optional().describe('One of the pathway’s coded reasons.'),
  reviewDate: localDateSchema.describe('The local date on which the responsible person looks at it again.'),
})
export const resumeSchema = journeyEnvelope.extend({ suspension: z.int().min(1) })
export const startModuleSchema = journeyEnvelope
  .extend({
    /** a module that an active state declares */
    module: plain(64).min(1).optional(),
    /** any published pathway, in its latest version */
    pathway: idSchema.optional(),
  })
  .refine((asked) => (asked.module === undefined) !== (asked.pathway === undefined), {
    path: ['module'],
    message: 'name a declared module or a pathway: one of the two',
  })
export const reverseSchema = journeyEnvelope
  .omit({ occurredAt: true })
  .extend({ entry: z.int().min(1), reason: reasonSchema })

const taskEnvelope = journeyEnvelope.omit({ occurredAt: true })
export const openTaskSchema = taskEnvelope
  .extend({
    journey: idSchema,
    title: plain(500).trim().min(1),
    description: plain(4000).optional(),
    role: plain(64).min(1).optional(),
    assignee: userSchema.optional(),
    dueDate: localDateSchema.optional(),
  })
  .refine((task) => task.role !== undefined || task.assignee !== undefined, {
    path: ['role'],
    message: 'a task waits for a case role or a named person: give role or assignee',
  })
export const claimTaskSchema = taskEnvelope
export const delegateTaskSchema = taskEnvelope.extend({ to: userSchema.nullable() })
export const postponeTaskSchema = taskEnvelope.extend({ dueDate: localDateSchema })
export const tickTaskSchema = taskEnvelope.extend({
  items: z
    .record(plain(64), z.boolean())
    .refine((items) => Object.keys(items).length > 0, 'name at least one item')
    .describe('Items of the checklist by id: true ticks one, false takes its tick away. The others stay as they are.'),
})
export const completeTaskSchema = journeyEnvelope.extend({
  form: factValuesSchema
    .optional()
    .describe('What the fields hold: by fact for fields bound to a fact, else by the field’s own name.'),
})
export const cancelTaskSchema = taskEnvelope
export const answerProposalSchema = journeyEnvelope.extend({ accept: z.boolean() })

export const recordSchema = envelopeSchema.omit({ reason: true }).extend({
  facts: factValuesSchema.refine((facts) => Object.keys(facts).length > 0, 'name at least one fact'),
  source: plain(200).trim().min(1).describe('Where the values come from: a person’s word, a document, a register.'),
})

/** A local date, or an instant. A date means the beginning of its day in the pathway's zone. */
const whenSchema = z.union([localDateSchema, occurredAtSchema], 'a date (2026-01-15) or an instant with an offset')
const doneSchema = z.union([z.int().min(0).max(10_000), localDateSchema], 'a number of times, or a date (2026-01-15)')

/** A client who is already under way elsewhere, and the journey to be gone on with here. */
export const importRowSchema = z.strictObject({
  key: keySchema.describe('The row’s own key in the import: the same row sent again is not brought in twice.'),
  client: z
    .strictObject({
      name: plain(200).trim().min(1).optional(),
      identityCode: plain(20).optional(),
      language: z.enum(['fi', 'sv', 'en']).optional(),
    })
    .default({})
    .describe('Where a client with this identity code is known already, the journey becomes theirs.'),
  pathway: idSchema,
  version: z.int().min(1).optional().describe('A version of the pathway; without it, the one that is in use today.'),
  at: plain(500).min(1).optional().describe('The `enterable` state in which the client is; without it, the first.'),
  occurredAt: whenSchema.describe('When that state was entered. As far back as it was; due dates count from it.'),
  startedAt: whenSchema.optional().describe('When the journey began, where that was earlier.'),
  reason: reasonSchema.describe('Why it is recorded afterwards, in words. Sealed.'),
  responsible: responsibleSchema,
  source: plain(200)
    .trim()
    .min(1)
    .default('import')
    .describe('Where the facts come from, unless they say so themselves.'),
  facts: z
    .record(
      plain(64),
      z.strictObject({
        value: factValueSchema,
        occurredAt: whenSchema.optional().describe('From when it holds; without it, from when the state was entered.'),
        source: plain(200).trim().min(1).optional(),
      }),
    )
    .default({}),
  doneFollowUps: z
    .record(plain(64), doneSchema)
    .default({})
    .describe('Follow-ups of the state: how often each has been done, or the date up to which it has.'),
  doneTasks: z
    .array(plain(64).min(1))
    .max(200)
    .default([])
    .describe('Tasks of the pathway that are done; one name for each time.'),
})
export const importSchema = z.strictObject({
  by: actorSchema,
  organisation: idSchema.default('own').describe('The organisation whose register the clients come into.'),
  key: keySchema.describe('The import’s key. The same caller with the same keys of import and row has one effect.'),
  row: importRowSchema,
  dryRun: z.boolean().optional(),
})

/** What people are told of; `engine/commands/whomToTell.ts` says when, and whom. */
export const notificationTemplateSchema = z.enum([
  'task.opened',
  'task.delegated',
  'task.overdue',
  'proposal.opened',
  'review.opened',
  'followUp.warning',
  'journey.started',
  'journey.handedOver',
])
export const languageSchema = z.enum(['fi', 'sv', 'en'])
export const seenSchema = z.strictObject({ by: actorSchema })
export const notificationSettingsSchema = z
  .strictObject({
    email: z
      .email('an e-mail address, such as mari.virtanen@example.org')
      .max(254)
      .nullable()
      .default(null)
      .describe('Where e-mail goes.'),
    language: languageSchema.default('fi'),
    byEmail: z
      .array(notificationTemplateSchema)
      .max(50)
      .default([])
      .describe('What goes by e-mail as well. On the worklist stands everything.'),
  })
  .refine(({ email, byEmail }) => email !== null || byEmail.length === 0, {
    path: ['email'],
    message: 'what goes by e-mail needs an address',
  })

export type NotificationTemplate = z.infer<typeof notificationTemplateSchema>
export type Language = z.infer<typeof languageSchema>
export type SeenInput = z.input<typeof seenSchema>
export type NotificationSettingsInput = z.input<typeof notificationSettingsSchema>
export type Actor = z.infer<typeof actorSchema>
export type Envelope = z.infer<typeof journeyEnvelope>
export type StartInput = z.input<typeof startSchema>
export type SendInput = z.input<typeof sendSchema>
export type JumpInput = z.input<typeof jumpSchema>
export type ExitInput = z.input<typeof exitSchema>
export type HandOverInput = z.input<typeof handOverSchema>
export type SuspendInput = z.input<typeof suspendSchema>
export type ResumeInput = z.input<typeof resumeSchema>
export type StartModuleInput = z.input<typeof startModuleSchema>
export type ReverseInput = z.input<typeof reverseSchema>
export type OpenTaskInput = z.input<typeof openTaskSchema>
export type ClaimTaskInput = z.input<typeof claimTaskSchema>
export type DelegateTaskInput = z.input<typeof delegateTaskSchema>
export type PostponeTaskInput = z.input<typeof postponeTaskSchema>
export type TickTaskInput = z.input<typeof tickTaskSchema>
export type CompleteTaskInput = z.input<typeof completeTaskSchema>
export type CancelTaskInput = z.input<typeof cancelTaskSchema>
export type AnswerProposalInput = z.input<typeof answerProposalSchema>
export type RecordInput = z.input<typeof recordSchema>
export type ImportInput = z.input<typeof importSchema>

export const replayDeadLetterSchema = z.strictObject({ by: actorSchema })
export type ReplayDeadLetterInput = z.input<typeof replayDeadLetterSchema>

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
const mostRows = 500
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
