import { describe, expect, it } from 'vitest'
import { openTestApi, startTestJourney } from './support/openTestApi.ts'

describe('lists', () => {
  it('that have a limit all page alike, and refuse a cursor that none of them has handed out', async () => {
    const api = await openTestApi()
    const { path, client } = await startTestJourney(api)
    const lists = Object.entries(api.document.paths).flatMap(([address, { get }]) =>
      get?.parameters?.some(({ name }) => name === 'limit') ? [{ address, parameters: get.parameters }] : [],
    )
    expect(lists.length).toBeGreaterThan(6)
    for (const { address, parameters } of lists) {
      const names = parameters.filter((one) => one.in === 'query').map(({ name }) => name)
      expect(names, address).toContain('after')
      const asked = address
        .replace('/api/v1/journeys/{journey}', path)
        .replace('{client}', client)
        .replace('{list}', 'mine')
      const headers = { 'Polku-User': 'mari.virtanen' }
      const first = await api.get(`${asked}?limit=1`, headers)
      // auditors’ alone
      if (first.at('code') === 'role-refused') continue
      expect([address, first.status, Object.keys(first.body ?? {})]).toEqual([address, 200, ['items', 'after']])
      for (const cursor of ['no%20cursor', '%00', 'x'.repeat(300), '..%2f']) {
        const refused = await api.get(`${asked}?after=${cursor}`, headers)
        expect([address, refused.status, refused.at('code')]).toEqual([address, 400, 'invalid-request'])
        expect(refused.at('errors', 0, 'parameter')).toBe('after')
      }
      expect((await api.get(`${asked}?after=a&after=b`, headers)).status, address).toBe(400)
    }
  })
})
