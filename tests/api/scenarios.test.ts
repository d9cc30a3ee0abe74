import { describe, expect, it } from 'vitest'
import { publishBundled } from '../../api/publishBundled.ts'
import { openTestApi } from './support/openTestApi.ts'
import { suuntoFragment } from './support/suuntoFragment.ts'

const path = '/api/v1/pathways/suunto/scenarios'
const scenario = {
  name: 'Kuntoutukseen',
  client: { name: 'Eeva Esimerkki', language: 'fi' },
  startsAt: '2026-03-02T08:00:00Z',
  steps: [{ do: 'send', event: 'aloitaKuntoutus' }],
}
const { aloitaKuntoutus: _, ...on } = suuntoFragment.states.kartoitus?.on ?? {}
const renamedEvent = {
  ...suuntoFragment,
  states: {
    ...suuntoFragment.states,
    kartoitus: { ...suuntoFragment.states.kartoitus, on: { ...on, kuntoutukseen: 'kuntoutus' } },
  },
}

describe('scenarios over HTTP', () => {
  it('are saved at the revision they were read at, listed, and deleted', async () => {
    const api = await openTestApi()
    const created = await api.ask('PUT', `${path}/kuntoutukseen`, { body: scenario })
    expect([created.status, created.at('revision'), created.headers.get('etag')]).toEqual([201, 1, '"1"'])
    expect(created.body).toMatchObject({ ...scenario, scenario: 'kuntoutukseen', pathway: 'suunto', at: null })
    expect(created.at('expected')).toMatchObject({ states: ['kuntoutus'], refused: [], due: { salkku: '2026-05-04' } })
    const stale = await api.ask('PUT', `${path}/kuntoutukseen`, { body: scenario, headers: { 'If-Match': '"3"' } })
    expect([stale.status, stale.at('savedBy'), stale.at('revision')]).toEqual([412, 'mari.virtanen', 1])
    const saved = await api.ask('PUT', `${path}/kuntoutukseen`, { body: { ...scenario, name: 'Uusi', revision: 1 } })
    expect([saved.status, saved.at('revision')]).toEqual([200, 2])
    expect((await api.get(path)).at('items')).toEqual([saved.body])
    expect((await api.get(`${path}/kuntoutukseen`)).body).toEqual(saved.body)
    expect((await api.ask('DELETE', `${path}/kuntoutukseen`)).status).toBe(204)
    expect((await api.get(`${path}/kuntoutukseen`)).at('code')).toBe('not-found')
    expect((await api.get(path)).at('items')).toEqual([])
  })

  it('show what a draft breaks before it is published, and are acknowledged', async () => {
    const api = await openTestApi()
    await api.ask('PUT', `${path}/kuntoutukseen`, { body: scenario })
    const run = await api.post(`${path}/run`, { document: renamedEvent }, { 'Accept-Language': 'sv' })
    expect(run.at('scenarios', 0)).toMatchObject({ scenario: 'kuntoutukseen', passed: false })
    expect(run.at('scenarios', 0, 'differences', 0)).toMatchObject({
      what: 'refused',
      step: 0,
      expected: false,
      found: {
        code: 'unhandled',
        title: 'Det nuvarande tillståndet hanterar inte händelsen',
        accepted: ['kuntoutukseen'],
      },
    })
    await api.ask('PUT', '/api/v1/drafts/uusi', { body: { document: renamedEvent } })
    const check = await api.post('/api/v1/drafts/uusi/check', {}, { 'Accept-Language': 'sv' })
    expect([check.at('isPublishable'), check.at('scenarios')]).toEqual([true, run.at('scenarios')])
    const asked = { revision: 1, note: 'Tapahtuma sai uuden nimen' }
    const refused = await api.post('/api/v1/drafts/uusi/publish', asked, { 'Accept-Language': 'sv' })
    expect([refused.status, refused.at('code')]).toEqual([409, 'scenarios-broken'])
    expect(refused.at('scenarios')).toEqual(run.at('scenarios'))
    const direct = await api.post('/api/v1/pathways', { document: renamedEvent })
    expect([direct.status, direct.at('code')]).toEqual([409, 'scenarios-broken'])
    const published = await api.post('/api/v1/drafts/uusi/publish', { ...asked, acknowledgeBroken: true })
    expect([published.status, published.at('version'), published.at('scenarios', 0, 'passed')]).toEqual([200, 2, false])
  })

  it('stop no server from publishing what it brings', async () => {
    const api = await openTestApi()
    await api.ask('PUT', `${path}/kuntoutukseen`, { body: scenario })
    const [done] = await publishBundled(api.polku, [renamedEvent])
    expect(done).toMatchObject({ outcome: 'published' })
    expect(done?.words).toContain('"Kuntoutukseen"')
  })
})
