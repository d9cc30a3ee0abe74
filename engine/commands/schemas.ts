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

export const migrateSchema = journeyEnvelope.omit({ occurredAt: true }).extend({
  version: z.int().min(1).describe('The published version that it is to run on.'),
  from: z.int().min(1).optional().describe('The version that it is on; refused when it is on another by now.'),
  states: z
    .record(plain(500).min(1), plain(500).min(1))
    .refine((states) => Object.keys(states).length <= 500, 'at most 500 states')
    .default({})
    .describe(
      'By path, which state has taken the place of a state and of all within it; what is not named keeps its path.',
    ),
  reason: reasonSchema,
})

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
export type MigrateInput = z.input<typeof migrateSchema>
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
