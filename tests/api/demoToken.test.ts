import { describe, expect, it } from 'vitest'
import { openTestApi, textAt } from './support/openTestApi.ts'

const path = '/api/v1/demo/token'
const nobody = { Authorization: null }

describe('the demo token', () => {
  it('is not there unless the server was given a demo clock', async () => {
    const api = await openTestApi()
    expect((await api.get(`${path}?user=pia`, nobody)).at('code')).toBe('no-such-route')
  })

  it('lets anybody in as whom they name, in the organisation and with the roles that they name', async () => {
    const api = await openTestApi({ hasDemoClock: true })
    const administrator = { Authorization: `Bearer ${textAt(await api.get(`${path}?user=irma`, nobody), 'token')}` }
    await api.post('/api/v1/organisations', { id: 'pajat', name: 'Pajat ry', kind: 'provider' }, administrator)
    const asked = `${path}?user=pia&systemRoles=provider,auditor&organisation=pajat&caseRoles=studyCoach`
    const whoIs = async (query: string) => {
      const Authorization = `Bearer ${textAt(await api.get(query, nobody), 'token')}`
      return (await api.get('/api/v1/session', { Authorization })).body
    }
    const pia = {
      user: 'pia',
      organisation: 'pajat',
      organisationKind: 'provider',
      systemRoles: ['provider', 'auditor'],
      teams: [{ team: 'team-of-pia', caseRoles: ['studyCoach'] }],
    }
    expect(await whoIs(asked)).toMatchObject(pia)
    expect(await whoIs(`${path}?user=pia&caseRoles=studyCoach`)).toMatchObject(pia)
    expect(await whoIs(`${path}?user=mari`)).toMatchObject({
      organisation: 'own',
      systemRoles: ['administrator', 'manager'],
    })
  })

  it.each(['systemRoles=boss', 'systemRoles='])('refuses ?%s, and says which parameter it is', async (query) => {
    const api = await openTestApi({ hasDemoClock: true })
    const refused = await api.get(`${path}?user=pia&${query}`, nobody)
    expect([refused.status, refused.at('code')]).toEqual([400, 'invalid-request'])
    expect(refused.at('errors', 0, 'parameter')).toBe('systemRoles')
  })

  it('refuses an organisation that is not there', async () => {
    const api = await openTestApi({ hasDemoClock: true })
    const refused = await api.get(`${path}?user=pia&organisation=nowhere`, nobody)
    expect([refused.status, refused.at('code')]).toEqual([404, 'not-found'])
    expect(refused.at('detail')).toContain('"nowhere"')
  })
})
