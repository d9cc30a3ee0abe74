import { describe, expect, it } from 'vitest'
import { openTestApi, startTestJourney, textAt } from './support/openTestApi.ts'

describe('worklists over HTTP', () => {
  it('counts every list at once, and answers one with why, since when and what is next', async () => {
    const api = await openTestApi()
    const { journey } = await startTestJourney(api)
    const headers = { 'Polku-User': 'mari.virtanen' }
    const counts = await api.get('/api/v1/worklists', headers)
    expect(counts.at('lists')).toContainEqual({ list: 'mine', count: 1 })
    const mine = await api.get('/api/v1/worklists/mine', headers)
    expect(mine.at('items')).toMatchObject([
      { journey, client: { name: 'Aino Asiakas' }, why: { code: 'responsible' }, next: { event: expect.any(String) } },
    ])
    expect((await api.get('/api/v1/worklists/mine', { 'Polku-User': null })).at('code')).toBe('not-signed-in')
    expect((await api.get('/api/v1/worklists/yours', headers)).status).toBe(400)
    expect((await api.get('/api/v1/worklists/team?everyone=true&phase=kuntoutus', headers)).at('items')).toEqual([])
  })

  it('goes on by a cursor that tells nobody’s name', async () => {
    const api = await openTestApi()
    const headers = { 'Polku-User': 'mari.virtanen' }
    for (let index = 0; index < 3; index++) await startTestJourney(api)
    const first = await api.get('/api/v1/worklists/mine?sort=name&limit=2', headers)
    const after = textAt(first, 'after')
    expect(Buffer.from(after, 'base64url').toString()).not.toContain('Aino')
    const second = await api.get(`/api/v1/worklists/mine?sort=name&limit=2&after=${after}`, headers)
    const journeys = [
      first.at('items', 0, 'journey'),
      first.at('items', 1, 'journey'),
      second.at('items', 0, 'journey'),
    ]
    expect(new Set(journeys).size).toBe(3)
    expect(second.at('after')).toBeNull()
    expect((await api.get('/api/v1/worklists/mine?after=x', headers)).status).toBe(400)
  })

  it('marks what has been looked at', async () => {
    const api = await openTestApi()
    const { client, journey } = await startTestJourney(api)
    expect((await api.post('/api/v1/looks', { client })).at('items')).toMatchObject([{ journey, revision: 1 }])
    expect((await api.post('/api/v1/looks', { client, journey })).at('errors', 0, 'path')).toEqual(['journey'])
    expect((await api.post('/api/v1/looks', { journey: 'nowhere' })).status).toBe(404)
  })
})
