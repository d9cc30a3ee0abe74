import { describe, expect, it } from 'vitest'
import { openTestApi, startTestJourney, textAt } from './support/openTestApi.ts'

describe('bulk and saved lists over HTTP', () => {
  it('answers for each row, before and after', async () => {
    const api = await openTestApi()
    const { journey, path } = await startTestJourney(api)
    const body = {
      action: { do: 'handOver', to: { user: 'jussi.laine', team: null } },
      rows: [{ journey }, { journey: 'nowhere' }],
    }
    const tried = await api.post('/api/v1/bulk', { ...body, dryRun: true })
    expect(tried.at('rows')).toMatchObject([{ status: 'possible' }, { status: 'refused', code: 'not-found' }])
    const done = await api.post('/api/v1/bulk', body, { 'Idempotency-Key': 'all' })
    expect(done.at('rows')).toMatchObject([{ status: 'done', revision: 2 }, { status: 'refused' }])
    expect((await api.post('/api/v1/bulk', body, { 'Idempotency-Key': 'all' })).body).toEqual(done.body)
    expect((await api.get(path)).at('revision')).toBe(2)
  })

  it('saves, shares, changes and removes a list', async () => {
    const api = await openTestApi()
    const body = { name: 'Myöhässä', list: 'overdue', sharedWith: { kind: 'organisation', id: 'own' } }
    const created = await api.post('/api/v1/saved-lists', body)
    expect([created.status, created.at('sort')]).toEqual([201, 'lateness'])
    const path = `/api/v1/saved-lists/${textAt(created, 'id')}`
    const jussi = { 'Polku-User': 'jussi.laine' }
    expect((await api.get('/api/v1/saved-lists', jussi)).at('items', 0)).toEqual(created.body)
    expect((await api.ask('PUT', path, { body, headers: jussi })).at('code')).toBe('not-allowed')
    const withTeam = { ...body, sharedWith: { kind: 'team', id: 'team-of-mari.virtanen' } }
    expect((await api.ask('PUT', path, { body: withTeam })).status).toBe(200)
    expect((await api.get('/api/v1/saved-lists', jussi)).at('items')).toEqual([])
    expect((await api.get(path, jussi)).status).toBe(404)
    const withOthers = { ...body, sharedWith: { kind: 'team', id: 'muiden' } }
    expect((await api.ask('PUT', path, { body: withOthers })).at('errors', 0, 'path')).toEqual(['sharedWith', 'id'])
    expect((await api.ask('PUT', path, { body: { ...body, sort: 'name' } })).at('sort')).toBe('name')
    expect((await api.ask('DELETE', path)).status).toBe(200)
    expect((await api.get(path, { 'Polku-User': 'mari.virtanen' })).at('code')).toBe('not-found')
  })
})
