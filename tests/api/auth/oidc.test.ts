import { describe, expect, it, onTestFinished } from 'vitest'
import { type OidcPerson, oidcServer } from '../../support/oidcServer.ts'
import { openTestApi } from '../support/openTestApi.ts'

const nobody = { 'Polku-User': null }

/** Polku beside a municipality's own sign-in, at which this person is signed in. */
async function beside(person: Partial<OidcPerson> = {}) {
  const whole = {
    sub: 'kunta-17',
    email: 'jussi.laine@example.org',
    email_verified: true,
    name: 'Jussi Laine',
    ...person,
  }
  const server = await oidcServer(() => whole, 'http://localhost/auth/callback/kunta', onTestFinished)
  const { issuer, clientId, clientSecret } = server
  const api = await openTestApi({
    providers: [{ id: 'kunta', name: 'Kainuun kunta', issuer, clientId, clientSecret }],
  })
  await api.post('/api/v1/users', {
    id: 'jussi.laine',
    name: 'Jussi Laine',
    email: 'jussi.laine@example.org',
    organisation: 'own',
    systemRoles: ['counsellor'],
  })
  /** Goes the whole way, with what a browser keeps. @returns the session's cookies and where one lands */
  const goThrough = async (query = '') => {
    const begun = await api.get(`/api/v1/sign-in/kunta${query}`, nobody)
    expect(begun.status).toBe(302)
    const kept = begun.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
    const back = new URL(await server.visit(begun.headers.get('location') ?? ''))
    const arrived = await api.app.request(back.pathname + back.search, { headers: { cookie: kept.join('; ') } })
    const cookies = arrived.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
    return { headers: { ...nobody, Cookie: cookies.join('; ') }, location: arrived.headers.get('location') ?? '' }
  }
  return { api, goThrough }
}

describe('an organisation’s own sign-in', () => {
  it('is offered by name, and lets in whom an administrator has added', async () => {
    const { api, goThrough } = await beside()
    expect((await api.get('/api/v1/sign-in', nobody)).at('items')).toEqual([{ id: 'kunta', name: 'Kainuun kunta' }])
    for (const _ of ['the first time', 'once more']) {
      const { headers, location } = await goThrough()
      expect(location).toMatch(/\/$/)
      expect((await api.get('/api/v1/session', headers)).body).toMatchObject({ user: 'jussi.laine' })
    }
  })

  it('leads to the page that was asked for, and never out of Polku', async () => {
    const { api, goThrough } = await beside()
    const { location } = await goThrough('?next=/pathways/suunto/compare%3Ffrom%3D1%26to%3D2')
    expect(location).toMatch(/(^|localhost)\/pathways\/suunto\/compare\?from=1&to=2$/)
    for (const next of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      '/\t/evil.example',
      'evil.example',
    ]) {
      const refused = await api.get(`/api/v1/sign-in/kunta?next=${encodeURIComponent(next)}`, nobody)
      expect([next, refused.status, refused.at('code')]).toEqual([next, 400, 'invalid-request'])
    }
  })

  it('lets in nobody else, and adds nobody', async () => {
    const { api, goThrough } = await beside({ email: 'joku.muu@example.org' })
    const { headers, location } = await goThrough()
    expect(location).toContain('/sign-in?error=')
    expect((await api.get('/api/v1/session', headers)).status).toBe(401)
    expect((await api.get('/api/v1/users')).text).not.toContain('joku.muu')
  })

  it('lets nobody in by an address that it has not verified', async () => {
    const { api, goThrough } = await beside({ email_verified: false })
    const { headers, location } = await goThrough()
    expect(location).toContain('/sign-in?error=')
    expect((await api.get('/api/v1/session', headers)).status).toBe(401)
  })

  it('that is not configured is not found', async () => {
    const { api } = await beside()
    expect((await api.get('/api/v1/sign-in/jokin', nobody)).at('code')).toBe('not-found')
    expect((await api.app.request('/auth/callback/jokin')).status).toBeGreaterThanOrEqual(300)
  })
})
