import { describe, expect, it } from 'vitest'
import { rights } from '../../api/rights/rights.ts'
import { openTestApi, startTestJourney } from './support/openTestApi.ts'

describe('the acting person', () => {
  it('is known on every request but those that are for anybody, or nothing happens', async () => {
    const api = await openTestApi()
    for (const [path, methods] of Object.entries(api.document.paths)) {
      for (const [method, { requestBody, operationId }] of Object.entries(methods)) {
        if (rights[operationId]?.roles === 'public') continue
        const [content] = Object.values(requestBody?.content ?? {})
        const address = path
          .replace(/{(task|timer)}/, 'a.1')
          .replace('{message}', '1')
          .replace(/\{[^}]+\}/g, 'a')
        const body = content ? exampleOf(content.schema, api.document.components.schemas) : undefined
        const refused = await api.ask(method.toUpperCase(), address, { body, headers: { 'Polku-User': null } })
        expect([operationId, refused.status, refused.at('code')]).toEqual([operationId, 401, 'not-signed-in'])
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
    expect((await api.get(`${path}/history?after=1`)).at('items')).toMatchObject([{ by: 'jussi.laine' }])
  })

  it.each([[{ 'Idempotency-Key': 'x'.repeat(201) }], [{ 'Idempotency-Key': '' }]])(
    'gives no key of the form %j',
    async (headers) => {
      const api = await openTestApi()
      const refused = await api.post('/api/v1/clients', { name: 'Aino' }, headers)
      expect([refused.status, refused.at('code')]).toEqual([400, 'invalid-request'])
      expect((await api.get('/api/v1/clients')).at('items')).toEqual([])
    },
  )
})

/** The example that the document gives of a body. */
function exampleOf(schema: object, schemas: Record<string, object>): unknown {
  const name = '$ref' in schema ? String(schema.$ref).split('/').at(-1) : undefined
  return Reflect.get(schemas[name ?? ''] ?? {}, 'example')
}
