import { AsyncLocalStorage } from 'node:async_hooks'
import { describe, expect, it } from 'vitest'
import { openTestApi } from '../support/openTestApi.ts'

const password = 'neljä sanaa riittää hyvin'
const nobody = { 'Polku-User': null }

/** Node marks promises that it tells of, for AsyncLocalStorage; on later versions it never does. */
const isFollowed = (): boolean => Object.getOwnPropertySymbols(Promise.resolve()).length > 0
/** A person who signs in with a password, and the cookie that they are known by. */
async function signedIn() {
  const api = await openTestApi()
  const person = { id: 'jussi', name: 'Jussi', email: 'jussi@example.org', organisation: 'own' }
  expect((await api.post('/api/v1/users', { ...person, systemRoles: ['counsellor'] })).status).toBe(201)
  const link = String((await api.post('/api/v1/users/jussi/invitation')).at('link'))
  const token = link.split('#')[1]
  expect((await api.post('/api/v1/password', { token, password }, nobody)).status).toBe(204)
  const answer = await api.post('/api/v1/session', { email: person.email, password }, nobody)
  const cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0])
  return { api, asJussi: { ...nobody, Cookie: cookie.join('; ') } }
}

describe('the library that signs people in', () => {
  it('has Node follow promises only while it works', async () => {
    expect(isFollowed()).toBe(false)
    const { api, asJussi } = await signedIn()
    expect(isFollowed()).toBe(false)
    expect((await api.get('/api/v1/session', asJussi)).at('user')).toBe('jussi')
    expect(isFollowed()).toBe(false)
  })

  it('knows who asks where many ask at once, and while others of its calls end', async () => {
    const { api, asJussi } = await signedIn()
    const ended = { ...nobody, Cookie: 'polku.session_token=nobody.nothing' }
    const asked = Array.from({ length: 40 }, (_, index) =>
      api.get('/api/v1/session', index % 3 === 0 ? ended : asJussi),
    )
    const answers = await Promise.all(asked)
    expect(answers.map((one) => one.at('user') ?? one.status)).toEqual(
      answers.map((_, index) => (index % 3 === 0 ? 401 : 'jussi')),
    )
    expect(isFollowed()).toBe(false)
  })

  it('leaves the storages of others alone', async () => {
    const others = new AsyncLocalStorage<string>()
    const seen = others.run('ours', async () => {
      await signedIn()
      return others.getStore()
    })
    expect(await seen).toBe('ours')
  })
})
