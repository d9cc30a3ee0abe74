import { describe, expect, it } from 'vitest'
import { openTestApi, type TestApi, textAt } from '../support/openTestApi.ts'

const path = '/api/v1/users/mari.virtanen/tokens'

async function make(api: TestApi, more: object = {}) {
  const made = await api.post(path, { name: 'Asiakastietojärjestelmä', scopes: ['clients:read'], ...more })
  expect(made.status).toBe(201)
  const bearer = (scheme = 'Bearer') => ({ 'Polku-User': null, Authorization: `${scheme} ${textAt(made, 'token')}` })
  return { token: textAt(made, 'token'), id: textAt(made, 'id'), bearer }
}

describe('a token', () => {
  it('does what its scopes name, as its user', async () => {
    const api = await openTestApi()
    const { bearer } = await make(api)
    expect((await api.get('/api/v1/clients', bearer())).status).toBe(200)
    expect((await api.get('/api/v1/session', bearer('bearer'))).body).toMatchObject({
      user: 'mari.virtanen',
      scopes: ['clients:read'],
    })
    const refused = await api.post('/api/v1/clients', { name: 'Aino' }, bearer())
    expect([refused.status, refused.at('code'), refused.at('accepted')]).toEqual([
      403,
      'scope-refused',
      ['clients:write'],
    ])
    expect((await api.get('/api/v1/journeys', bearer())).at('code')).toBe('scope-refused')
  })

  it('is shown once and kept as a hash, and never logged', async () => {
    const api = await openTestApi()
    const { token, bearer } = await make(api)
    await api.get('/api/v1/clients', bearer())
    const listed = await api.get(path)
    expect(listed.text).toContain('Asiakastietojärjestelmä')
    expect(listed.text + api.logged.join()).not.toContain(token.slice(6))
    expect(token).toMatch(/^polku_[A-Za-z0-9_-]{43}$/)
  })

  it('opens nothing once it has expired, been revoked, or its user may not sign in', async () => {
    const api = await openTestApi()
    const short = await make(api, { expiresInDays: 1 })
    const revoked = await make(api)
    expect((await api.ask('DELETE', `${path}/${revoked.id}`)).status).toBe(204)
    expect((await api.get('/api/v1/clients', revoked.bearer())).at('code')).toBe('not-signed-in')
    api.clock.advance(86_399_000)
    expect((await api.get('/api/v1/clients', short.bearer())).status).toBe(200)
    api.clock.advance(1_000)
    const refused = await api.get('/api/v1/clients', short.bearer())
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
  })

  it.each(['Bearer', 'Bearer polku_x', 'Basic bWFyaTpzYWxhc2FuYQ==', 'polku_x', ''])('is not %j', async (given) => {
    const api = await openTestApi()
    const refused = await api.get('/api/v1/clients', { 'Polku-User': null, Authorization: given })
    expect([refused.status, refused.at('code')]).toEqual([401, 'not-signed-in'])
  })

  it('has only scopes that there are', async () => {
    const api = await openTestApi()
    const refused = await api.post(path, { name: 'x', scopes: ['clients:read', 'everything'] })
    expect([refused.status, refused.at('errors', 0, 'path')]).toEqual([400, ['scopes']])
    expect(refused.at('accepted')).toContain('journeys:write')
  })
})
