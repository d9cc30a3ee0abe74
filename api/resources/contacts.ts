import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { type Polku, schemas, workSchemas } from '../../engine/index.ts'
import type { ApiEnv } from '../http/ApiEnv.ts'
import { callerOf, commandHeaders, viewerOf } from '../http/caller.ts'
import { body, json, refusals, writeRefusals } from '../http/describeRoute.ts'
import { limitQuery, page, pageOf } from '../http/paging.ts'
import { ApiProblem } from '../problems/ApiProblem.ts'
import { redact } from '../rights/redact.ts'
import { contactAnswerView, contactView } from '../views/contact.ts'

const tags = ['Contacts']
const idExample = { example: '0199a0b2-4f6e-7c31-9d54-1f2e3d4c5b6a' }
const contactParams = z.object({ contact: schemas.idSchema.meta(idExample) })
const clientParams = z.object({ client: schemas.idSchema.meta(idExample) })
const journeyParams = z.object({ journey: schemas.idSchema.meta(idExample) })

const query = z.strictObject({
  withErrors: z
    .enum(['true', 'false'])
    .default('false')
    .meta({ description: 'Also those that were entered in error.' }),
  limit: limitQuery,
  after: z
    .string()
    .regex(/^\d{1,15}~[A-Za-z0-9_-]{1,64}$/, 'hand back `after` of the page before')
    .transform((cursor) => {
      const [at = '', id = ''] = cursor.split('~')
      return { occurredAt: Number(at), id }
    })
    .optional(),
})
const contactPage = json(pageOf(contactView, 'ContactPage'), 'A page of contacts, newest first.')

const { by: _by, key: _key, ...recordFields } = workSchemas.recordContactSchema.shape
const { by: _correctBy, key: _correctKey, ...correctFields } = workSchemas.correctContactSchema.shape

const ofClientRoute = createRoute({
  method: 'get',
  path: '/clients/{client}/contacts',
  tags,
  operationId: 'listContacts',
  summary: 'A client’s contacts, newest first',
  request: { params: clientParams, query },
  responses: { 200: contactPage, ...refusals('not-found') },
})

const ofJourneyRoute = createRoute({
  method: 'get',
  path: '/journeys/{journey}/contacts',
  tags,
  operationId: 'listJourneyContacts',
  summary: 'A journey’s contacts, newest first',
  request: { params: journeyParams, query },
  responses: { 200: contactPage, ...refusals('not-found') },
})

const getRoute = createRoute({
  method: 'get',
  path: '/contacts/{contact}',
  tags,
  operationId: 'getContact',
  summary: 'A contact',
  request: { params: contactParams },
  responses: { 200: json(contactView, 'The contact.'), ...refusals('not-found') },
})

const recordRoute = createRoute({
  method: 'post',
  path: '/clients/{client}/contacts',
  tags,
  operationId: 'recordContact',
  summary: 'Record a contact or a note',
  description:
    'The pathway stays as it is. What was agreed next becomes a task of the journey in the same transaction. For an attempt that nobody answered the channel is enough.',
  request: {
    params: clientParams,
    headers: commandHeaders,
    body: body(
      z.strictObject(recordFields).meta({
        id: 'RecordContact',
        example: {
          journey: '0199a0b2-4f6e-7c31-9d54-1f2e3d4c5b6a',
          kind: 'networkMeeting',
          channel: 'visit',
          place: 'Kuntoutuskeskus',
          minutes: 60,
          present: [{ role: 'työvalmentaja' }, { role: 'asiakas' }],
          text: 'Työkokeilu sujuu, neljäs päivä mukaan.',
          agreedNext: { title: 'Soita työnantajalle', dueDate: '2026-03-13' },
        },
      }),
    ),
  },
  responses: {
    201: json(contactAnswerView, 'The contact.'),
    200: json(contactAnswerView, 'What would be recorded (`dryRun`).'),
    ...writeRefusals('not-found', 'key-reused', 'in-the-future', 'ended', 'endless-loop'),
  },
})

const correctRoute = createRoute({
  method: 'post',
  path: '/contacts/{contact}/corrections',
  tags,
  operationId: 'correctContact',
  summary: 'Correct a contact',
  description:
    'The body is the whole contact as it should have been. The old one is marked as entered in error, and stays to be read.',
  request: {
    params: contactParams,
    headers: commandHeaders,
    body: body(
      z.strictObject(correctFields).meta({
        id: 'CorrectContact',
        example: { kind: 'jobSearchTalk', channel: 'phone', minutes: 20, reason: 'Väärä kanava' },
      }),
    ),
  },
  responses: {
    201: json(contactAnswerView, 'The contact that stands in its place.'),
    200: json(contactAnswerView, 'What would stand in its place (`dryRun`).'),
    ...writeRefusals('not-found', 'key-reused', 'in-the-future', 'wrong-kind'),
  },
})

const errorRoute = createRoute({
  method: 'post',
  path: '/contacts/{contact}/entered-in-error',
  tags,
  operationId: 'markContactInError',
  summary: 'Mark a contact as entered in error',
  description: 'It leaves the lists and stays to be read. The task that it has opened stays, too.',
  request: {
    params: contactParams,
    headers: commandHeaders,
    body: body(
      workSchemas.contactInErrorSchema
        .omit({ by: true, key: true })
        .meta({ id: 'ContactInError', example: { reason: 'Kirjattu väärälle asiakkaalle' } }),
    ),
  },
  responses: {
    200: json(contactAnswerView, 'The contact, marked.'),
    ...writeRefusals('not-found', 'key-reused', 'wrong-kind'),
  },
})

/** Contacts: what people have done with and about a client. */
export function contactRoutes({ contacts }: Polku): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  const cursor = ({ occurredAt, id }: { occurredAt: string; id: string }) => `${Date.parse(occurredAt)}~${id}`
  app.openapi(ofClientRoute, async (c) => {
    const { limit, withErrors, after } = c.req.valid('query')
    const filter = {
      organisation: viewerOf(c).organisation,
      withErrors: withErrors === 'true',
      limit: limit + 1,
      after,
    }
    return c.json(page(await contacts.ofClient(c.req.valid('param').client, filter), limit, cursor), 200)
  })
  app.openapi(ofJourneyRoute, async (c) => {
    const { limit, withErrors, after } = c.req.valid('query')
    const filter = {
      organisation: viewerOf(c).organisation,
      withErrors: withErrors === 'true',
      limit: limit + 1,
      after,
    }
    return c.json(page(await contacts.ofJourney(c.req.valid('param').journey, filter), limit, cursor), 200)
  })
  app.openapi(getRoute, async (c) => {
    const { contact } = c.req.valid('param')
    const found = await contacts.get(contact, viewerOf(c).organisation)
    const reader = c.get('reader')
    if (reader && redact([found], reader).length === 0) {
      throw new ApiProblem('not-found', `There is no contact "${contact}".`)
    }
    return c.json(found, 200)
  })
  app.openapi(recordRoute, async (c) => {
    const given = { ...c.req.valid('json'), ...callerOf(c) }
    const recorded = await contacts.record(c.req.valid('param').client, given, viewerOf(c).organisation)
    if (given.dryRun) return c.json(recorded, 200)
    c.header('Location', `/api/v1/contacts/${recorded.contact.id}`)
    return c.json(recorded, 201)
  })
  app.openapi(correctRoute, async (c) => {
    const given = { ...c.req.valid('json'), ...callerOf(c) }
    const corrected = await contacts.correct(c.req.valid('param').contact, given, viewerOf(c).organisation)
    if (given.dryRun) return c.json(corrected, 200)
    c.header('Location', `/api/v1/contacts/${corrected.contact.id}`)
    return c.json(corrected, 201)
  })
  app.openapi(errorRoute, async (c) => {
    const given = { ...c.req.valid('json'), ...callerOf(c) }
    return c.json(await contacts.enteredInError(c.req.valid('param').contact, given, viewerOf(c).organisation), 200)
  })
  return app
}
