import { describe, expect, it } from 'vitest'
import { openTestApi, startTestJourney } from './support/openTestApi.ts'

describe('the acting person', () => {
  it('is named on every request that is not a GET, or nothing happens', async () => {
    const api = await openTestApi()
    for (const [path, methods] of Object.entries(api.document.paths)) {
      for (const [method, { requestBody, operationId }] of Object.entries(methods)) {
        if (method === 'get') continue
        const [content] = Object.values(requestBody?.content ?? {})
        const address = path
          .replace(/{(task|timer)}/, 'a.1')
          .replace('{message}', '1')
          .replace(/\{[^}]+\}/g, 'a')
        const body = content ? exampleOf(content.schema, api.document.components.schemas) : undefined
        const refused = await api.ask(method.toUpperCase(), address, { body, headers: { 'Polku-User': null } })
        expect([operationId, refused.status, refused.at('code')]).toEqual([operationId, 400, 'acting-person-missing'])
      }
    }
    expect((await api.get('/api/v1/clients')).at('items')).toEqual([])
    expect((await api.get('/api/v1/drafts')).at('items')).toEqual([])
  })

  it('stands in the journal, with the roles that allowed it', async () => {
    const api = await openTestApi()
    const { path } = await startTestJourney(api)
    const sent = await api.post(
      `${path}/events`,
      { event: 'aloitaKuntoutus' },
      { 'Polku-User': 'jussi.laine', 'Polku-Roles': ' coach ,,counsellor' },
    )
    expect(sent.status).toBe(200)
    expect((await api.get(`${path}/history?from=2`)).at('items')).toMatchObject([{ by: 'jussi.laine' }])
  })

  it.each([
    [{ 'Polku-User': ' ' }, 'acting-person-missing'],
    [{ 'Polku-User': 'mari, jussi' }, 'invalid-request'],
    [{ 'Polku-User': 'mäkinen' }, 'invalid-request'],
    [{ 'Polku-User': 'x'.repeat(201) }, 'invalid-request'],
    [{ 'Polku-Roles': 'x'.repeat(65) }, 'invalid-request'],
    [{ 'Polku-Roles': 'ä' }, 'invalid-request'],
    [{ 'Polku-Roles': Array.from({ length: 51 }, (_, n) => `r${n}`).join(',') }, 'invalid-request'],
    [{ 'Idempotency-Key': 'x'.repeat(201) }, 'invalid-request'],
    [{ 'Idempotency-Key': '' }, 'invalid-request'],
  ])('is not taken from %j', async (headers, code) => {
    const api = await openTestApi()
    const refused = await api.post('/api/v1/clients', { name: 'Aino' }, headers)
    expect([refused.status, refused.at('code')]).toEqual([400, code])
    expect((await api.get('/api/v1/clients')).at('items')).toEqual([])
  })
})

/** The example that the document gives of a body. */
function exampleOf(schema: object, schemas: Record<string, object>): unknown {
  const name = '$ref' in schema ? String(schema.$ref).split('/').at(-1) : undefined
  return Reflect.get(schemas[name ?? ''] ?? {}, 'example')
}
