import { describe, expect, it } from 'vitest'
import { openTestApi, textAt } from './support/openTestApi.ts'

describe('clients', () => {
  it('creates a client and tells where it is', async () => {
    const api = await openTestApi()
    const created = await api.post('/api/v1/clients', {
      name: 'Aino Asiakas',
      identityCode: '131052-9085',
      language: 'fi',
    })
    expect(created.status).toBe(201)
    const location = created.headers.get('location') ?? ''
    expect(location).toBe(`/api/v1/clients/${textAt(created, 'id')}`)
    const client = await api.get(location)
    expect(client.status).toBe(200)
    expect(client.body).toMatchObject({ name: 'Aino Asiakas', identityCode: '131052-9085', language: 'fi' })
  })

  it('finds a client by identity code, which never stands in an address', async () => {
    const api = await openTestApi()
    const created = await api.post('/api/v1/clients', { identityCode: '131052-9085' })
    const found = await api.post('/api/v1/clients/find', { identityCode: '131052-9085' })
    expect(found.status).toBe(200)
    expect(found.at('id')).toBe(created.at('id'))
    const nobody = await api.post('/api/v1/clients/find', { identityCode: '010190-900P' })
    expect(nobody.status).toBe(404)
    expect(nobody.at('code')).toBe('not-found')
    expect(nobody.text).not.toContain('010190')
  })

  it('refuses a second client with the same identity code, and a code that is none', async () => {
    const api = await openTestApi()
    await api.post('/api/v1/clients', { identityCode: '131052-9085' })
    const second = await api.post('/api/v1/clients', { identityCode: '131052-9085' })
    expect([second.status, second.at('code')]).toEqual([409, 'identity-taken'])
    const wrong = await api.post('/api/v1/clients', { identityCode: '131052-908X' })
    expect([wrong.status, wrong.at('code')]).toEqual([400, 'invalid-request'])
    expect(wrong.at('errors', 0, 'path')).toEqual(['identityCode'])
  })

  it('lists clients page by page, each once', async () => {
    const api = await openTestApi()
    const created: unknown[] = []
    for (const name of ['Aino', 'Eino', 'Veera']) {
      created.push((await api.post('/api/v1/clients', { name })).at('id'))
      api.clock.advance(1)
    }
    const first = await api.get('/api/v1/clients?limit=2')
    const second = await api.get(`/api/v1/clients?limit=2&after=${textAt(first, 'after')}`)
    expect(second.at('after')).toBeNull()
    const ids = [first.at('items', 0, 'id'), first.at('items', 1, 'id'), second.at('items', 0, 'id')]
    expect(ids).toEqual(created)
    expect(second.at('items', 1)).toBeUndefined()
  })

  it('knows no client that is not there', async () => {
    const api = await openTestApi()
    expect((await api.get('/api/v1/clients/nobody')).at('code')).toBe('not-found')
    expect((await api.get('/api/v1/clients/nobody/facts')).at('code')).toBe('not-found')
    expect((await api.get('/api/v1/clients/nobody/facts/history')).at('code')).toBe('not-found')
  })
})

describe('facts', () => {
  it('records facts, shows what holds and every value ever recorded', async () => {
    const api = await openTestApi()
    const path = `/api/v1/clients/${textAt(await api.post('/api/v1/clients', { name: 'Aino' }), 'id')}/facts`
    const recorded = await api.post(path, { facts: { daysPerWeek: 3, hoursPerDay: 4 }, source: 'asiakas' })
    expect(recorded.status).toBe(200)
    expect(recorded.at('journeys')).toEqual([])
    api.clock.advance(60_000)
    await api.post(path, { facts: { daysPerWeek: 5 }, source: 'asiakas' })
    expect((await api.get(path)).at('items')).toMatchObject([
      { name: 'daysPerWeek', value: 5, recordedBy: 'mari.virtanen', source: 'asiakas' },
      { name: 'hoursPerDay', value: 4 },
    ])
    const history = await api.get(`${path}/history?name=daysPerWeek`)
    expect(history.at('items')).toMatchObject([{ value: 5 }, { value: 3 }])
    expect((await api.get(`${path}/history`)).at('items', 2)).toBeDefined()
  })

  it('says what would happen without letting it happen', async () => {
    const api = await openTestApi()
    const path = `/api/v1/clients/${textAt(await api.post('/api/v1/clients', { name: 'Aino' }), 'id')}/facts`
    const dry = await api.post(path, { facts: { daysPerWeek: 3 }, source: 'asiakas', dryRun: true })
    expect(dry.status).toBe(200)
    expect((await api.get(path)).at('items')).toEqual([])
  })

  it.each([
    ['an unknown fact', { shoeSize: 42 }, 422, 'unknown-fact', ['daysPerWeek', 'hoursPerDay']],
    ['a value beyond its limit', { daysPerWeek: 8 }, 422, 'invalid-fact', undefined],
    ['a value of another type', { daysPerWeek: 'five' }, 422, 'invalid-fact', undefined],
    ['no fact at all', {}, 400, 'invalid-request', undefined],
  ])('refuses %s', async (_what, facts, status, code, accepted) => {
    const api = await openTestApi()
    const path = `/api/v1/clients/${textAt(await api.post('/api/v1/clients', { name: 'Aino' }), 'id')}/facts`
    const refused = await api.post(path, { facts, source: 'asiakas' })
    expect([refused.status, refused.at('code')]).toEqual([status, code])
    expect(refused.at('accepted')).toEqual(accepted)
    expect((await api.get(path)).at('items')).toEqual([])
  })
})
