import { z } from '@hono/zod-openapi'
import { clientSchemas } from '../../engine/index.ts'
import { instantView } from './text.ts'

const person = clientSchemas.createClientSchema.shape

/** A client as the API shows one. */
export const clientView = z
  .object({
    id: z.string(),
    organisation: z.string(),
    team: z.string().nullable(),
    customerships: z.array(z.string()).describe('Registers that the client is said to be in.'),
    revision: z.number().int().describe('Grows by one with every change.'),
    name: z.string().nullable(),
    givenName: z.string().nullable(),
    familyName: z.string().nullable(),
    identityCode: z.string().nullable(),
    birthDate: z.string().nullable(),
    language: person.language.unwrap().nullable(),
    interpreterLanguage: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    address: person.address.unwrap().nullable().describe('Null also where it is protected.'),
    addressProtected: z.boolean(),
    contactChannels: person.contactChannels.unwrap(),
    proxies: person.proxies.unwrap(),
    createdAt: instantView,
    changedAt: instantView,
    changedBy: z.string(),
  })
  .meta({ id: 'Client' })

const duplicateView = z
  .object({ client: z.string(), why: z.enum(['identityCode', 'nameAndBirthDate']) })
  .meta({ id: 'Duplicate', description: 'A client who may be the same person.' })

export const duplicatesView = z.object({ items: z.array(duplicateView) }).meta({ id: 'Duplicates' })

export const createdClientView = z
  .object({ id: z.string(), duplicates: z.array(duplicateView) })
  .meta({ id: 'CreatedClient' })

export const updatedClientView = z.object({ id: z.string(), revision: z.number().int() }).meta({ id: 'UpdatedClient' })

export const foundClientsView = z
  .object({
    items: z.array(
      z.object({
        client: clientView,
        likeness: z.number().min(0).max(1).describe('1 when it is as it was asked for.'),
      }),
    ),
  })
  .meta({ id: 'FoundClients' })

const factView = z
  .object({
    id: z.string(),
    name: z.string().meta({ example: 'daysPerWeek' }),
    class: z.string().meta({ example: 'ordinary' }),
    value: z.union([z.string(), z.number(), z.boolean()]).meta({ example: 5 }),
    source: z.string(),
    recordedBy: z.string(),
    recordedAt: instantView,
    holdsFrom: instantView,
  })
  .meta({ id: 'Fact', description: 'A recorded value with where it comes from.' })

export const factsView = z.object({ items: z.array(factView) }).meta({ id: 'Facts' })

/** What recording facts answers. */
export const recordedView = z
  .object({
    facts: z.record(z.string(), z.string()).describe('Ids of the recorded facts, by name.'),
    journeys: z
      .array(z.object({ journey: z.string(), revision: z.number(), taken: z.array(z.string()) }))
      .describe('The client’s live journeys after it, with the transitions that it set off.'),
  })
  .meta({ id: 'RecordedFacts' })
