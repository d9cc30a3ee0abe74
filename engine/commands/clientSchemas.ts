import { z } from 'zod'
import { registers } from '../pathway/recordClasses.ts'
import { envelopeSchema, idSchema, languageSchema, localDateSchema, plain } from './schemas.ts'

/** What commands on clients accept. */

const words = (max: number) => plain(max).trim().min(1)

/** Whose register is meant; a Polku of one organisation need not say. */
export const organisationSchema = idSchema.default('own').describe('The organisation whose register it is.')
const languageCode = z.string().regex(/^[a-z]{2,3}$/, 'a language in ISO 639, such as so or prs')
const phoneSchema = plain(40)
  .trim()
  .regex(/^\+?\d[\d ()/.-]{3,}$/, 'a telephone number, such as 040 123 4567 or +46 8 123 45 67')

const addressSchema = z.strictObject({
  street: words(200),
  postalCode: plain(20).trim().default(''),
  city: plain(100).trim().default(''),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'a country in ISO 3166, such as FI')
    .default('FI'),
})

/** How a client wishes to be reached, the first before the others. */
const contactChannelSchema = z.enum(['phone', 'textMessage', 'email', 'letter', 'video', 'inPerson'])

/** Somebody who acts for the client and does not use Polku: guardian (edunvalvoja), authorised (valtuutettu) or helper. */
const proxySchema = z.strictObject({
  name: words(200),
  kind: z.enum(['guardian', 'authorised', 'helper']),
  scope: words(1000).describe('In which matters, in words.'),
  phone: phoneSchema.optional(),
  until: localDateSchema.optional().describe('The last day on which it holds.'),
})

const person = {
  name: words(200).describe('The whole name; without it, given name and family name together.'),
  givenName: words(100),
  familyName: words(100),
  identityCode: plain(20).describe('Finnish personal identity code, if it is known. Kept encrypted.'),
  birthDate: localDateSchema.describe('Needed only without an identity code, which tells it.'),
  language: languageSchema.describe('The language of service.'),
  interpreterLanguage: languageCode.describe('An interpreter of this language (ISO 639) is needed.'),
  phone: phoneSchema,
  email: z.email('an e-mail address, such as aino@example.org').max(254),
  address: addressSchema,
  addressProtected: z.boolean().describe('The address is under a non-disclosure order (turvakielto).'),
  contactChannels: z.array(contactChannelSchema).max(6),
  proxies: z.array(proxySchema).max(10).describe('People who act for the client and do not use Polku.'),
} as const

const personSchema = z.strictObject(person).partial()
const changesSchema = z.strictObject({
  name: person.name.nullable(),
  givenName: person.givenName.nullable(),
  familyName: person.familyName.nullable(),
  identityCode: person.identityCode.nullable(),
  birthDate: person.birthDate.nullable(),
  language: person.language.nullable(),
  interpreterLanguage: person.interpreterLanguage.nullable(),
  phone: person.phone.nullable(),
  email: person.email.nullable(),
  address: person.address.nullable(),
  addressProtected: person.addressProtected,
  contactChannels: person.contactChannels,
  proxies: person.proxies,
  team: idSchema.nullable(),
})

const clientEnvelope = envelopeSchema.omit({ occurredAt: true, reason: true, dryRun: true })

const customershipsSchema = z
  .array(z.enum(registers))
  .max(registers.length)
  .describe('Registers that the client is in; those of the client’s journeys count in any case.')

export const createClientSchema = clientEnvelope.extend(personSchema.shape).extend({
  organisation: organisationSchema,
  team: idSchema.nullable().default(null),
  customerships: customershipsSchema.default([]),
})
export const updateClientSchema = clientEnvelope
  .extend({ revision: z.int().min(1).describe('The revision that was changed; refused when there is a later one.') })
  .extend(changesSchema.partial().shape)
  .extend({ customerships: customershipsSchema.optional() })
  .refine(({ by: _by, key: _key, revision: _revision, ...changes }) => Object.keys(changes).length > 0, {
    path: ['revision'],
    message: 'name at least one field to change, beside the revision',
  })
export const findClientSchema = z.strictObject({
  organisation: organisationSchema,
  identityCode: person.identityCode.min(1),
})
export const searchClientsSchema = z
  .strictObject({
    organisation: organisationSchema,
    name: words(200).optional().describe('Names or their beginnings in any order; slips of the pen are forgiven.'),
    phone: plain(40).trim().min(3).optional().describe('A telephone number in any spelling, or four of its digits.'),
    limit: z.int().min(1).max(50).default(20),
  })
  .refine(({ name, phone }) => name !== undefined || phone !== undefined, {
    path: ['name'],
    message: 'say whom to look for: name or phone',
  })
export const duplicatesSchema = personSchema
  .pick({ name: true, givenName: true, familyName: true, identityCode: true, birthDate: true })
  .extend({ organisation: organisationSchema })

/** Why data is erased: coded, so that no words about a person outlive their data. */
export const erasureReasonSchema = z.enum(['retentionOver', 'clientRequest', 'recordedInError', 'courtOrder'])
/** On what ground: a statute and its section, for the same reason. */
const basisSchema = z
  .string()
  .regex(
    /^\d{1,4}\/\d{1,4}(?: (?:s|art|annex)\.? ?[0-9]{0,4} ?[a-z]?(?:\(\d{1,2}\))?)?$/,
    'a statute by number and year, with its section where there is one: 380/2023 s.122 or 2016/679 art.17',
  )
export const eraseSchema = z.strictObject({
  by: envelopeSchema.shape.by,
  reason: erasureReasonSchema,
  basis: basisSchema,
})
export const placeHoldSchema = z.strictObject({
  by: envelopeSchema.shape.by,
  why: words(1000).describe('Sealed under the client’s own key.'),
  until: localDateSchema.nullable().default(null).describe('The last day on which it stands; null until it is ended.'),
})
export const eraseDueSchema = z.strictObject({
  by: envelopeSchema.shape.by,
  rows: z
    .array(z.strictObject({ client: idSchema, recordClass: z.enum(registers) }))
    .min(1)
    .max(100),
})
export const dueFilterSchema = z.strictObject({
  organisation: organisationSchema,
  limit: z.int().min(1).max(1_000).default(100),
  after: idSchema.optional(),
})
export const endHoldSchema = z.strictObject({ by: envelopeSchema.shape.by })

/** What is known of a person: everything in it is sealed. */
export type Person = z.infer<typeof personSchema>
export type CreateClientInput = z.input<typeof createClientSchema>
export type UpdateClientInput = z.input<typeof updateClientSchema>
export type FindClientInput = z.input<typeof findClientSchema>
export type SearchClientsInput = z.input<typeof searchClientsSchema>
export type EraseInput = z.input<typeof eraseSchema>
export type PlaceHoldInput = z.input<typeof placeHoldSchema>
export type EraseDueInput = z.input<typeof eraseDueSchema>
export type DueFilter = z.input<typeof dueFilterSchema>
export type EndHoldInput = z.input<typeof endHoldSchema>
export type DuplicatesInput = z.input<typeof duplicatesSchema>
