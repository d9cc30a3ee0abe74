import { describe, expect, it } from 'vitest'
import { openTestApi } from './support/openTestApi.ts'
import { suuntoFragment } from './support/suuntoFragment.ts'

const startsAt = '2026-03-02T08:00:00Z'

describe('a walk over HTTP', () => {
  it('shows each point, with refusals in the language of whoever asks', async () => {
    const api = await openTestApi()
    const steps = [
      { do: 'send', event: 'aloitaKoulutus' },
      { do: 'send', event: 'aloitaKuntoutus', by: ['counsellor'] },
      { do: 'send', event: 'aloitaKoulutus' },
      { do: 'passTime', to: 'nextDue' },
      { do: 'complete', task: 'portfolioReview', form: { daysPerWeek: 5, hoursPerDay: 6, review: 'hyvä' } },
      { do: 'send', event: 'aloitaKoulutus' },
    ]
    const asked = { document: suuntoFragment, client: { name: 'Eeva Esimerkki', language: 'sv' }, startsAt, steps }
    const walk = await api.post('/api/v1/walks', asked, { 'Accept-Language': 'fi' })
    expect(walk.status).toBe(200)
    const points = walk.at('points') as { refused: { code: string; title: string } | null; states: string[] }[]
    expect(points.map(({ refused }) => refused?.code ?? null)).toEqual([
      ...[null, 'unhandled', null, 'unknown', null, null, null],
    ])
    expect(points[3]?.refused?.title).toBe('Tieto puuttuu')
    expect(points.at(-1)?.states).toEqual(['koulutus'])
    expect(await api.post('/api/v1/walks', asked, { 'Accept-Language': 'fi' })).toMatchObject({ body: walk.body })
  })

  it('walks through a draft that has warnings, and says why it cannot through one with errors', async () => {
    const api = await openTestApi()
    const { en: _, ...title } = suuntoFragment.title
    const warned = await api.post('/api/v1/walks', { document: { ...suuntoFragment, title }, startsAt, steps: [] })
    expect(warned.at('isPlayable')).toBe(true)
    expect(warned.at('findings', 0, 'severity')).toBe('warning')
    const broken = await api.post('/api/v1/walks', { document: { id: 'kesken' }, startsAt, steps: [] })
    expect([broken.status, broken.at('isPlayable'), broken.at('points')]).toEqual([200, false, []])
    expect(broken.at('findings', 0, 'severity')).toBe('error')
  })

  it('is refused as a whole where a step is none, naming its field', async () => {
    const api = await openTestApi()
    const steps = [
      { do: 'passTime', to: 'nextDue' },
      { do: 'passTime', to: 'tomorrow' },
    ]
    const refused = await api.post('/api/v1/walks', { document: suuntoFragment, startsAt, steps })
    expect([refused.status, refused.at('errors', 0, 'pointer')]).toEqual([400, '#/steps/1/to'])
  })
})
