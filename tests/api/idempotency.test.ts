import { describe, expect, it } from 'vitest'
import { inRehabilitation, openTestApi, startTestJourney, textAt } from './support/openTestApi.ts'

const times = <T>(count: number, make: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, make))

describe('a request repeated under its key', () => {
  it('has one effect and one answer, however many arrive at once', async () => {
    const api = await openTestApi()
    const { path } = await startTestJourney(api)
    const answers = await times(32, () =>
      api.post(`${path}/events`, { event: 'aloitaKuntoutus' }, { 'Idempotency-Key': 'once' }),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect((await api.get(path)).at('revision')).toBe(2)
  })

  it('creates one client and one journey, and gives the same answer later', async () => {
    const api = await openTestApi()
    const created = await times(32, () =>
      api.post('/api/v1/clients', { name: 'Aino' }, { 'Idempotency-Key': 'client' }),
    )
    expect(new Set(created.map(({ text }) => text)).size).toBe(1)
    expect((await api.get('/api/v1/clients')).at('items', 1)).toBeUndefined()
    const client = textAt(await api.post('/api/v1/clients', { name: 'Aino' }, { 'Idempotency-Key': 'client' }), 'id')

    const body = { pathway: 'suunto', client, responsible: { user: 'mari.virtanen' } }
    const started = await times(32, () => api.post('/api/v1/journeys', body, { 'Idempotency-Key': 'journey' }))
    expect(new Set(started.map(({ text }) => text)).size).toBe(1)
    const [first] = started
    const journey = first ? textAt(first, 'journey', 'id') : ''
    await api.post(`/api/v1/journeys/${journey}/events`, { event: 'aloitaKuntoutus' })
    const later = await api.post('/api/v1/journeys', body, { 'Idempotency-Key': 'journey' })
    expect([later.status, later.text]).toEqual([201, first?.text])
    expect((await api.get(`/api/v1/journeys?client=${client}`)).at('items', 1)).toBeUndefined()
  })

  it('opens one task and records facts once', async () => {
    const api = await openTestApi()
    const { client, journey } = await inRehabilitation(api)
    const task = { journey, title: 'Soita', role: 'counsellor' }
    const opened = await times(8, () => api.post('/api/v1/tasks', task, { 'Idempotency-Key': 'task' }))
    expect(new Set(opened.map(({ text }) => text)).size).toBe(1)
    const facts = { facts: { daysPerWeek: 4 }, source: 'asiakas' }
    const recorded = await times(8, () =>
      api.post(`/api/v1/clients/${client}/facts`, facts, { 'Idempotency-Key': 'facts' }),
    )
    expect(new Set(recorded.map(({ text }) => text)).size).toBe(1)
    expect((await api.get(`/api/v1/clients/${client}/facts/history`)).at('items', 1)).toBeUndefined()
  })

  it('is refused with another body, and is another request from another caller', async () => {
    const api = await openTestApi()
    const { path } = await startTestJourney(api)
    await api.post(`${path}/hand-over`, { to: { user: 'jussi' } }, { 'Idempotency-Key': 'k' })
    const other = await api.post(`${path}/hand-over`, { to: { user: 'veera' } }, { 'Idempotency-Key': 'k' })
    expect([other.status, other.at('code')]).toEqual([422, 'key-reused'])
    const elsewhere = await api.post(`${path}/events`, { event: 'aloitaKuntoutus' }, { 'Idempotency-Key': 'k' })
    expect(elsewhere.at('code')).toBe('key-reused')
    const another = await api.post(
      `${path}/hand-over`,
      { to: { user: 'veera' } },
      { 'Idempotency-Key': 'k', 'Polku-User': 'jussi' },
    )
    expect(another.at('journey', 'responsible', 'user')).toBe('veera')
  })

  it('is free again after a refusal and after a dry run', async () => {
    const api = await openTestApi()
    const { client, path } = await inRehabilitation(api)
    const key = { 'Idempotency-Key': 'k' }
    expect((await api.post(`${path}/events`, { event: 'aloitaKoulutus' }, key)).at('code')).toBe('unknown')
    const facts = { facts: { daysPerWeek: 5, hoursPerDay: 6 }, source: 'asiakas' }
    await api.post(`/api/v1/clients/${client}/facts`, { ...facts, dryRun: true }, { 'Idempotency-Key': 'f' })
    await api.post(`/api/v1/clients/${client}/facts`, facts, { 'Idempotency-Key': 'f' })
    expect((await api.post(`${path}/events`, { event: 'aloitaKoulutus' }, key)).status).toBe(200)
  })

  it('lets only one of many that were decided on the same revision through', async () => {
    const api = await openTestApi()
    const { path } = await startTestJourney(api)
    const answers = await times(16, () => api.post(`${path}/hand-over`, { to: { user: 'jussi' }, revision: 1 }))
    const codes = answers.map((answer) => answer.at('code') ?? answer.status)
    expect(codes.filter((code) => code === 200)).toHaveLength(1)
    expect(codes.filter((code) => code === 'stale-revision')).toHaveLength(15)
    expect((await api.get(path)).at('revision')).toBe(2)
  })
})
