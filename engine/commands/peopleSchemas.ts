import { z } from 'zod'
import { actorSchema, idSchema, keySchema, localDateSchema, reasonSchema } from './schemas.ts'

/** What commands on organisations, teams, users, grants and tokens accept. */

const nameSchema = z.string().trim().min(1).max(200)
/** How organisations, teams and users are called in addresses, logs and journals: never a person's name or code. */
export const handleSchema = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
    'an id has letters, digits, ".", "_" and "-", begins with one of the first two, 64 at most',
  )
export const systemRoleSchema = z.enum(['administrator', 'counsellor', 'manager', 'provider', 'auditor', 'integration'])
const caseRoleSchema = z.string().min(1).max(64)

const by = actorSchema

export const createOrganisationSchema = z.strictObject({
  by,
  id: handleSchema,
  name: nameSchema,
  kind: z.enum(['authority', 'provider']).describe('Whether it has clients of its own, or serves those of others.'),
})
export const createTeamSchema = z.strictObject({ by, id: handleSchema, organisation: handleSchema, name: nameSchema })
const userFields = {
  name: nameSchema,
  email: z
    .email('an e-mail address, such as mari.virtanen@example.org')
    .max(254)
    .transform((email) => email.toLowerCase()),
  organisation: handleSchema,
  systemRoles: z.array(systemRoleSchema).min(1).max(6),
  seesProtected: z.boolean().describe('Whether the person sees addresses that are protected.'),
}
export const createUserSchema = z.strictObject({
  by,
  id: handleSchema,
  ...userFields,
  seesProtected: userFields.seesProtected.default(false),
})
export const changeUserSchema = z
  .strictObject({ ...userFields, active: z.boolean().describe('False: may not sign in any more.') })
  .omit({ organisation: true })
  .partial()
  .extend({ by, revision: z.int().min(1).describe('The revision it was read at.') })
export const joinTeamSchema = z.strictObject({
  by,
  user: handleSchema,
  caseRoles: z
    .array(caseRoleSchema)
    .max(50)
    .default([])
    .describe('The case roles the person acts in on the team’s journeys.'),
})

export const grantSchema = z
  .strictObject({
    by,
    key: keySchema.optional(),
    client: idSchema,
    journey: idSchema.optional().describe('One journey and its modules; without it, all of the client’s.'),
    organisation: handleSchema,
    team: handleSchema.optional().describe('Without it, the whole organisation.'),
    user: handleSchema.optional().describe('Without it, the whole team.'),
    caseRole: caseRoleSchema.describe('What it is let in as: the pathway says what that role reads and does.'),
    basis: z.enum(['statute', 'consent']),
    section: z.string().trim().min(1).max(200).optional().describe('The section, where the basis is a statute.'),
    purpose: reasonSchema.describe('What it is for.'),
    consent: z
      .strictObject({
        giver: nameSchema.describe('Who gave it: the client, or who acts for the client.'),
        items: z.array(z.string().min(1).max(64)).min(1).max(200).describe('The facts that it covers, by name.'),
      })
      .optional()
      .describe('Where the basis is a consent. Nothing is read that it does not cover.'),
    until: localDateSchema
      .optional()
      .describe('The last day. Without it, as long as the journey or a module of it is under way.'),
  })
  .refine(({ basis, section }) => basis === 'consent' || section !== undefined, {
    path: ['section'],
    message: 'a statute is named by its section',
  })
  .refine(({ basis, consent }) => (basis === 'consent') === (consent !== undefined), {
    path: ['consent'],
    message: 'a consent says who gave it and what it covers; a statute has none',
  })
  .refine(({ journey, until }) => journey !== undefined || until !== undefined, {
    path: ['until'],
    message: 'what is not about one journey needs a last day',
  })
export const breakGlassSchema = z.strictObject({ by, reason: reasonSchema })

export const createTokenSchema = z.strictObject({
  by,
  name: nameSchema.describe('What it is for, to tell it from others.'),
  user: handleSchema.describe('The user it acts as.'),
  scopes: z.array(z.string().min(1).max(64)).min(1).max(50),
  expiresInDays: z.int().min(1).max(730).default(365),
})

export type CreateOrganisationInput = z.input<typeof createOrganisationSchema>
export type CreateTeamInput = z.input<typeof createTeamSchema>
export type CreateUserInput = z.input<typeof createUserSchema>
export type ChangeUserInput = z.input<typeof changeUserSchema>
export type JoinTeamInput = z.input<typeof joinTeamSchema>
export type GrantInput = z.input<typeof grantSchema>
export type BreakGlassInput = z.input<typeof breakGlassSchema>
export type CreateTokenInput = z.input<typeof createTokenSchema>
