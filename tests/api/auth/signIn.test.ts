import { describe, expect, it } from 'vitest'
import { type Answer, openTestApi, type TestApi } from '../support/openTestApi.ts'

const password = 'neljä sanaa riittää hyvin'
const nobody = { 'Polku-User': null }

/** Somebody added by an administrator, with the token of the link that they were sent. */
async function invited(api: TestApi, id = 'jussi.laine'): Promise<{ email: string; token: string }> {
  const email = `${id}@example.org`
  const person = { id, name: 'Jussi Laine', email, organisation: 'own', systemRoles: ['counsellor'] }
  expect((await api.post('/api/v1/users', person)).status).toBe(201)
  const invitation = await api.post(`/api/v1/users/${id}/invitation`)
  const [, token = ''] = /^http:\/\/localhost\/welcome#(\S+)$/.exec(String(invitation.at('link'))) ?? []
  return { email, token }
}

const choose = (api: TestApi, token: string, chosen = password) =>
  api.post('/api/v1/password', { token, password: chosen }, nobody)
const signIn = (api: TestApi, email: string, given = password, headers = {}) =>
  api.post('/api/v1/session', { email, password: given }, { ...nobody, ...headers })
/** What a browser would send back. */
const cookiesOf = ({ headers }: Answer): Record<string, string | null> => ({
  ...nobody,
  Cookie: headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; '),
})
const outcome = (answer: Answer) => [answer.status, answer.at('code')]

async function signedIn() {
  const api = await openTestApi()
  const { email, token } = await invited(api)
  expect((await choose(api, token)).status).toBe(204)
  const answer = await signIn(api, email)
  return { api, email, answer, cookies: cookiesOf(answer) }
}

describe('a password', () => {
  it('is chosen once through a link, and signs in', async () => {
    const api = await openTestApi()
    const { email, token } = await invited(api)
    expect(outcome(await signIn(api, email))).toEqual([401, 'not-signed-in'])
    expect(outcome(await choose(api, token, 'lyhyt'))).toEqual([422, 'password-weak'])
    expect(outcome(await choose(api, `${token}x`))).toEqual([400, 'link-invalid'])
    expect((await choose(api, token)).status).toBe(204)
    expect(outcome(await choose(api, token))).toEqual([400, 'link-invalid'])

    const me = await api.get('/api/v1/session', cookiesOf(await signIn(api, email.toUpperCase())))
    expect(me.body).toMatchObject({
      user: 'jussi.laine',
      systemRoles: ['counsellor'],
      organisation: 'own',
      scopes: null,
    })
  })

  it('of one’s own is changed, and all other sessions end', async () => {
    const { api, email, cookies } = await signedIn()
    const other = cookiesOf(await signIn(api, email))
    const wrong = { current: 'jokin aivan muu sana', password: 'toiset neljä sanaa tässä' }
    expect(outcome(await api.ask('PUT', '/api/v1/password', { body: wrong, headers: cookies }))).toEqual([
      401,
      'not-signed-in',
    ])
    const changed = await api.ask('PUT', '/api/v1/password', {
      body: { ...wrong, current: password },
      headers: cookies,
    })
    expect(changed.status).toBe(204)
    expect((await api.get('/api/v1/session', other)).status).toBe(401)
    expect((await api.get('/api/v1/session', cookiesOf(changed))).status).toBe(200)
    expect((await signIn(api, email)).status).toBe(401)
    expect((await signIn(api, email, wrong.password)).status).toBe(204)
  })

  it('that is wrong, and a person who is not there, are told alike, and not for ever', async () => {
    const { api, email } = await signedIn()
    const wrong = await signIn(api, email, 'jokin aivan muu sana')
    const unknown = await signIn(api, 'eioleolemassa@example.org')
    expect([wrong.at('detail'), wrong.status]).toEqual([unknown.at('detail'), unknown.status])
    let last = wrong
    for (let tries = 0; tries < 10 && last.status === 401; tries += 1)
      last = await signIn(api, email, 'väärä salasana yhä')
    expect(outcome(last)).toEqual([429, 'too-many-attempts'])
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await signIn(api, email)).status).toBe(429)
  })

  it('is kept as a hash, links are too, and neither is logged', async () => {
    const { api, email } = await signedIn()
    const { token } = await invited(api, 'saara.salmela')
    await signIn(api, email, 'väärä salasana yhä')
    const tables = await api.polku.signIn.tables()
    const stored = await Promise.all(
      ['account', 'verification', 'session'].map((model) => tables({}).findMany({ model })),
    )
    const everything = JSON.stringify(stored) + api.logged.join()
    expect(stored[0]).toHaveLength(1)
    expect(stored[1]?.length).toBeGreaterThan(0)
    for (const secret of [password, 'väärä salasana', token]) expect(everything).not.toContain(secret)
  })
})

describe('a session', () => {
  it('is a cookie that no script reads and no other site sends along', async () => {
    const { answer } = await signedIn()
    const [cookie = ''] = answer.headers.getSetCookie()
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
    expect(cookie).toMatch(/Max-Age=43200/i)
    expect(cookie).not.toMatch(/Secure/i)
  })

  it('is Secure where Polku is opened by https', async () => {
    const api = await openTestApi({ baseUrl: 'https://polku.example.org' })
    const { email, token } = await invitedAt(api, 'https://polku.example.org')
    await choose(api, token)
    const [cookie = ''] = (await signIn(api, email)).headers.getSetCookie()
    expect(cookie).toMatch(/^__Secure-polku/)
    expect(cookie).toMatch(/Secure/)
  })

  it('writes for pages of Polku alone', async () => {
    const { api, cookies } = await signedIn()
    const write = (headers: Record<string, string>) =>
      api.post('/api/v1/clients', { name: 'Aino' }, { ...cookies, ...headers })
    expect(outcome(await write({ Origin: 'https://evil.example' }))).toEqual([403, 'cross-site'])
    expect(outcome(await write({ 'Sec-Fetch-Site': 'cross-site' }))).toEqual([403, 'cross-site'])
    expect((await write({ Origin: 'http://localhost' })).status).toBe(201)
  })

  it('ends when signed out, here or everywhere, and when it is tampered with it is none', async () => {
    const { api, email, cookies } = await signedIn()
    const [second, third] = [cookiesOf(await signIn(api, email)), cookiesOf(await signIn(api, email))]
    const tampered = { ...cookies, Cookie: String(cookies.Cookie).replace(/=..../, '=AAAA') }
    expect((await api.get('/api/v1/session', tampered)).status).toBe(401)
    expect((await api.ask('DELETE', '/api/v1/session', { headers: cookies })).status).toBe(204)
    expect((await api.get('/api/v1/session', cookies)).status).toBe(401)
    expect((await api.get('/api/v1/session', second)).status).toBe(200)
    expect((await api.ask('DELETE', '/api/v1/sessions', { headers: second })).status).toBe(204)
    expect((await api.get('/api/v1/session', third)).status).toBe(401)
  })

  it('of somebody who may not sign in any more ends at once, and there is no other', async () => {
    const { api, email, cookies } = await signedIn()
    const off = { active: false, revision: 1 }
    expect((await api.ask('PATCH', '/api/v1/users/jussi.laine', { body: off })).status).toBe(200)
    expect((await api.get('/api/v1/session', cookies)).status).toBe(401)
    expect((await signIn(api, email)).status).toBe(401)
  })
})

async function invitedAt(api: TestApi, baseUrl: string): Promise<{ email: string; token: string }> {
  const email = 'liisa@example.org'
  await api.post('/api/v1/users', { id: 'liisa', name: 'Liisa', email, organisation: 'own', systemRoles: ['auditor'] })
  const invitation = await api.post('/api/v1/users/liisa/invitation')
  return { email, token: String(invitation.at('link')).replace(`${baseUrl}/welcome#`, '') }
}

describe('the first administrator', () => {
  it('is whoever opens the printed link, once; then nobody is', async () => {
    const api = await openTestApi()
    const first = await api.polku.people.prepareFirst()
    const links = [await api.signIn.invite(first), await api.signIn.invite(first)]
    const setUp = (token = '', email = 'Aino@example.org') => {
      const who = { name: 'Aino Pääkäyttäjä', email, organisation: 'Kainuun työllisyysalue' }
      return api.post('/api/v1/setup', { ...who, token, password }, nobody)
    }
    expect(outcome(await setUp('vieras'))).toEqual([400, 'link-invalid'])
    expect((await setUp(links[0])).status).toBe(204)
    expect(outcome(await setUp(links[1]))).toEqual([400, 'link-invalid'])
    expect(outcome(await choose(api, links[1] ?? ''))).toEqual([400, 'link-invalid'])

    const cookies = cookiesOf(await signIn(api, 'aino@example.org'))
    expect((await api.get('/api/v1/session', cookies)).body).toMatchObject({ systemRoles: ['administrator'] })
    expect((await api.get('/api/v1/organisations', cookies)).at('items')).toMatchObject([
      { id: 'own', name: 'Kainuun työllisyysalue' },
    ])
  })

  it('stays while there is no other', async () => {
    const api = await openTestApi()
    const change = (user: string, revision: number, changes: object) =>
      api.ask('PATCH', `/api/v1/users/${user}`, { body: { ...changes, revision } })
    // the test's own caller is an administrator too
    expect((await change('mari.virtanen', 1, { systemRoles: ['administrator', 'counsellor'] })).status).toBe(200)
    expect((await change('admin', 1, { active: false })).status).toBe(200)
    expect(outcome(await change('mari.virtanen', 2, { systemRoles: ['counsellor'] }))).toEqual([
      409,
      'last-administrator',
    ])
    expect(outcome(await change('mari.virtanen', 1, { name: 'Mari' }))).toEqual([409, 'stale-revision'])
  })
})
