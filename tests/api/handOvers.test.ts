import { describe, expect, it } from 'vitest'
import { openTestApi, startTestJourney, textAt } from './support/openTestApi.ts'

describe('absence over HTTP', () => {
  it('names a substitute, tells who stands in today, and ends it', async () => {
    const api = await openTestApi()
    const added = await api.post('/api/v1/users/mari.virtanen/substitutes', {
      substitute: 'jussi.laine',
      from: '2026-03-02',
      until: '2026-03-06',
    })
    expect(added.status).toBe(201)
    const today = await api.get('/api/v1/substitutes?on=today&substitute=jussi.laine')
    expect(today.at('items')).toMatchObject([{ user: 'mari.virtanen' }])
    expect((await api.get('/api/v1/substitutes?on=2026-03-07')).at('items')).toEqual([])
    expect((await api.ask('DELETE', `/api/v1/substitutes/${textAt(added, 'id')}`)).status).toBe(200)
    expect((await api.get('/api/v1/substitutes')).at('items')).toEqual([])
  })

  it('hands over a caseload with an answer for each journey', async () => {
    const api = await openTestApi()
    const { journey, path } = await startTestJourney(api)
    const body = { from: 'mari.virtanen', to: { user: 'jussi.laine', team: null }, reason: 'Virkavapaa' }
    const tried = await api.post('/api/v1/hand-overs', { ...body, dryRun: true })
    expect(tried.at('rows')).toMatchObject([{ journey, status: 'possible' }])
    const done = await api.post('/api/v1/hand-overs', body, { 'Idempotency-Key': 'leave' })
    expect(done.at('rows')).toMatchObject([{ journey, status: 'done', revision: 2 }])
    expect((await api.post('/api/v1/hand-overs', body, { 'Idempotency-Key': 'leave' })).body).toEqual(done.body)
    expect((await api.get(path)).at('responsible', 'user')).toBe('jussi.laine')
  })
})
