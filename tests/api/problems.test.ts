import { describe, expect, it } from 'vitest'
import { pointerTo } from '../../api/problems/pointerTo.ts'
import { apiProblemCodes } from '../../api/problems/problemCodes.ts'
import { problemTable } from '../../api/problems/problemTable.ts'
import { problemTitles } from '../../api/problems/problemTitles.ts'
import { openTestApi, startTestJourney } from './support/openTestApi.ts'

describe('a problem', () => {
  it.each([
    [undefined, 'en', 'It is not there'],
    ['fi', 'fi', 'Tätä ei ole'],
    ['sv-FI,sv;q=0.9,en;q=0.8', 'sv', 'Detta finns inte'],
    ['de, fi-FI;q=0.7', 'fi', 'Tätä ei ole'],
    ['de', 'en', 'It is not there'],
    ['*', 'en', 'It is not there'],
    ['fi;q=0, sv;q=broken', 'sv', 'Detta finns inte'],
  ])('for Accept-Language %s has its title in %s', async (header, language, title) => {
    const api = await openTestApi()
    const refused = await api.get('/api/v1/journeys/nothing', header === undefined ? {} : { 'Accept-Language': header })
    expect([refused.at('title'), refused.headers.get('content-language')]).toEqual([title, language])
    expect([refused.headers.get('vary'), refused.at('code')]).toEqual(['Accept-Language', 'not-found'])
  })

  it('has a title of its own in each language', () => {
    for (const language of ['fi', 'sv'] as const) {
      const titles = apiProblemCodes.map((code) => problemTitles[code][language])
      expect(new Set(titles).size).toBe(titles.length)
    }
    expect(new Set(apiProblemCodes.map((code) => problemTable[code].title)).size).toBe(apiProblemCodes.length)
  })

  it('points at the fields of a body, and names parameters and headers', async () => {
    const api = await openTestApi()
    const { path, client } = await startTestJourney(api)
    const sent = await api.post(`${path}/events`, { event: 'x', override: {}, 'a/b': 1 })
    expect(sent.at('errors')).toMatchObject([{ pointer: '#/override/criterion' }, { pointer: '#/a~1b' }])
    const facts = await api.post(`/api/v1/clients/${client}/facts`, { facts: { daysPerWeek: 9 }, source: 'asiakas' })
    expect([facts.at('code'), facts.at('errors', 0, 'pointer')]).toEqual(['invalid-fact', '#/facts/daysPerWeek'])
    const query = await api.get('/api/v1/journeys?limit=0')
    expect(query.at('errors', 0)).toMatchObject({ parameter: 'limit' })
    expect(query.at('errors', 0, 'pointer')).toBeUndefined()
    expect((await api.get('/api/v1/journeys/a.b')).at('errors', 0, 'parameter')).toBe('journey')
    const header = await api.post('/api/v1/clients', {}, { 'Idempotency-Key': 'x'.repeat(201) })
    expect(header.at('errors', 0, 'header')).toBe('Idempotency-Key')
  })
})

it('pointerTo writes RFC 6901 as a fragment', () => {
  expect(pointerTo([])).toBe('#')
  expect(pointerTo(['a/b', 'c~d', 0, 'ä e'])).toBe('#/a~1b/c~0d/0/%C3%A4%20e')
})
