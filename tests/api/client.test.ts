import { readFileSync, writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'
import { expect, it } from 'vitest'
import { createClient } from '../../api/client/createClient.ts'
import { createCallers } from '../support/callers.ts'
import type { OpenApiDocument } from './support/heldToDocument.ts'
import { openTestApi } from './support/openTestApi.ts'

const file = new URL('../../api/client/schema.d.ts', import.meta.url)

it('the types of the client are those of the OpenAPI document', async () => {
  const { document } = await openTestApi({ hasDemoClock: true })
  const types = astToString(
    await openapiTS(JSON.stringify(withoutRefusals(document), withoutExamples), { defaultNonNullable: false }),
  )
  const said = '// From the OpenAPI document: npm run record writes it anew.\n'
  if (process.env.POLKU_RECORD === '1') writeFileSync(file, `${said}${types}`)
  expect(readFileSync(file, 'utf8')).toBe(`${said}${types}`)
})

/** Every operation is refused alike: which codes may come, people read in the document itself. */
function withoutRefusals({ paths, ...document }: OpenApiDocument): object {
  const refused = { description: 'Refused.', content: { 'application/problem+json': problem } }
  const plain = Object.entries(paths).map(([path, methods]) => {
    const operations = Object.entries(methods).map(([method, { responses, ...operation }]) => {
      const well = Object.entries(responses).filter(([status]) => Number(status) < 400)
      return [method, { ...operation, responses: { ...Object.fromEntries(well), default: refused } }]
    })
    return [path, Object.fromEntries(operations)]
  })
  return { ...document, paths: Object.fromEntries(plain) }
}
const withoutExamples = (name: string, value: unknown) => (/^examples?$/.test(name) ? undefined : value)
const problem = { schema: { $ref: '#/components/schemas/Problem' } }

it('the client takes somebody through a journey, and is told why not', async () => {
  const api = await openTestApi()
  const { Authorization } = await createCallers(api.polku).headersOf('veera.salo', { caseRoles: ['counsellor'] })
  const fetch = async (request: Request) => api.app.fetch(request)
  const polku = createClient('http://localhost', { token: Authorization.slice(7), language: 'fi', fetch })

  const created = await polku.POST('/api/v1/clients', { body: { name: 'Aino Asiakas' } })
  const client = created.data?.id ?? ''
  const responsible = { user: 'veera.salo', team: null }
  const started = await polku.POST('/api/v1/journeys', {
    params: { header: { 'Idempotency-Key': 'start' } },
    body: { pathway: 'suunto', client, responsible },
  })
  const journey = started.data?.journey.id ?? ''
  const send = (event: string) =>
    polku.POST('/api/v1/journeys/{journey}/events', { params: { path: { journey } }, body: { event } })
  expect((await send('aloitaKuntoutus')).data?.journey.states).toEqual(['kuntoutus'])

  const refused = await send('aloitaKoulutus')
  expect([refused.response.status, refused.error?.code, refused.error?.title]).toEqual([
    409,
    'unknown',
    'Tieto puuttuu',
  ])
  expect(refused.error?.lacks).toEqual(['daysPerWeek', 'hoursPerDay'])
  await polku.POST('/api/v1/clients/{client}/facts', {
    params: { path: { client } },
    body: { facts: { daysPerWeek: 5, hoursPerDay: 6 }, source: 'viikkoseuranta' },
  })
  expect((await send('aloitaKoulutus')).data?.journey.phases).toEqual([])
  expect((await send('tyollistyi')).data?.journey.end?.outcome).toBe('completed')

  const history = await polku.GET('/api/v1/journeys/{journey}/history', {
    params: { path: { journey }, query: { limit: 3 } },
  })
  expect(history.data?.items.map(({ type }) => type)).toEqual(['start', 'send', 'facts'])
  expect(history.data?.after).toBe('3')
})

it('the client of nobody is told to sign in', async () => {
  const api = await openTestApi()
  const polku = createClient('http://localhost', { fetch: async (request) => api.app.fetch(request) })
  const { data, error } = await polku.GET('/api/v1/clients')
  expect([data, error?.code]).toEqual([undefined, 'not-signed-in'])
})
