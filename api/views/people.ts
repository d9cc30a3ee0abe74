import { z } from '@hono/zod-openapi'
import { peopleSchemas } from '../../engine/index.ts'
import { instantView } from './text.ts'

const systemRoles = z.array(peopleSchemas.systemRoleSchema)

/** Who asks, as Polku knows them. */
export const viewerView = z
  .object({
    user: z.string().meta({ example: 'mari.virtanen' }),
    name: z.string(),
    organisation: z.string(),
    organisationKind: z.enum(['authority', 'provider']),
    systemRoles,
    teams: z.array(z.object({ team: z.string(), caseRoles: z.array(z.string()) })),
    seesProtected: z.boolean(),
    scopes: z.array(z.string()).nullable().describe('Of the token it came with; null for a session.'),
  })
  .meta({ id: 'Viewer' })

export const organisationView = z
  .object({ id: z.string(), name: z.string(), kind: z.enum(['authority', 'provider']), createdAt: instantView })
  .meta({ id: 'Organisation' })

export const teamView = z
  .object({ id: z.string(), organisation: z.string(), name: z.string(), createdAt: instantView })
  .meta({ id: 'Team' })

export const teamWithMembersView = teamView
  .extend({ members: z.array(z.object({ user: z.string(), caseRoles: z.array(z.string()) })) })
  .meta({ id: 'TeamWithMembers' })

export const userView = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    organisation: z.string(),
    systemRoles,
    active: z.boolean(),
    seesProtected: z.boolean(),
    revision: z.number(),
    teams: z.array(z.object({ team: z.string(), caseRoles: z.array(z.string()) })),
  })
  .meta({ id: 'User' })

export const tokenView = z
  .object({
    id: z.string(),
    name: z.string(),
    user: z.string(),
    scopes: z.array(z.string()),
    createdAt: instantView,
    createdBy: z.string(),
    expiresAt: instantView,
    revokedAt: instantView.nullable(),
  })
  .meta({ id: 'Token' })

export const createdTokenView = tokenView
  .extend({ token: z.string().describe('The token itself: shown here, and never again.') })
  .meta({ id: 'CreatedToken' })

export const grantView = z
  .object({
    id: z.string(),
    client: z.string(),
    journey: z.string().nullable(),
    kind: z.enum(['referral', 'breakGlass']),
    organisation: z.string(),
    team: z.string().nullable(),
    user: z.string().nullable(),
    caseRole: z.string().nullable(),
    basis: z.enum(['statute', 'consent']),
    section: z.string().nullable(),
    items: z.array(z.string()).nullable().describe('The facts that a consent covers.'),
    giver: z.string().nullable().describe('Who gave the consent.'),
    purpose: z.string(),
    from: instantView,
    until: instantView.nullable().describe('Null: as long as the journey, or a module of it, is under way.'),
    withdrawnAt: instantView.nullable(),
    withdrawnBy: z.string().nullable(),
    grantedAt: instantView,
    grantedBy: z.string(),
  })
  .meta({ id: 'Grant' })

export const accessView = z
  .object({
    id: z.number(),
    at: instantView,
    user: z.string(),
    organisation: z.string(),
    token: z.string().nullable(),
    operation: z.string().meta({ example: 'getClient' }),
    access: z.enum(['read', 'write']),
    recordClass: z.string(),
    purpose: z.string(),
    basis: z.string().describe('On what the right rested: owner, or a grant with its id.'),
    journey: z.string().nullable(),
    clients: z.array(z.string()),
  })
  .meta({ id: 'AccessEntry' })
