import { OpenAPIHono } from '@hono/zod-openapi'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { ApiEnv } from '../../api/http/ApiEnv.ts'
import { listen } from '../../api/listen.ts'
import { createCallers } from '../support/callers.ts'
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

  it('asks to come again where twenty wait already', async () => {
    const api = await openTestApi()
    const walk = (steps: unknown[]) =>
      api.post(
        '/api/v1/walks',
        { document: suuntoFragment, startsAt, at: 'kuntoutus', steps },
        { 'Accept-Language': 'fi' },
      )
    const years = walk(Array.from({ length: 20 }, () => ({ do: 'passTime', to: 'nextDue' })))
    const answers = await Promise.all([years, ...Array.from({ length: 25 }, () => walk([]))])
    const refused = answers.filter(({ status }) => status !== 200)
    expect(refused.map(({ status }) => status)).toEqual([503, 503, 503, 503, 503])
    expect(refused[0]?.at('code')).toBe('too-many-walks')
    expect(refused[0]?.at('title')).toBe('Liian moni kokeilu odottaa vuoroaan')
    expect(refused[0]?.headers.get('retry-after')).toBe('5')
  })

  it('is played no further when the connection breaks', async () => {
    const api = await openTestApi()
    const door = new OpenAPIHono<ApiEnv>()
    const come = new Promise<void>((resolve) => {
      door.use(async (_, next) => {
        resolve()
        await next()
      })
    })
    door.route('/', api.app)
    const server = await listen(() => door, 0)
    onTestFinished(() => server.close())
    const headers = await createCallers(api.polku, () => api.clock.ms).headersOf('mari.virtanen')
    const steps = Array.from({ length: 400 }, () => ({ do: 'passTime', to: 'nextDue' }))
    const body = JSON.stringify({ document: suuntoFragment, startsAt, at: 'kuntoutus', steps })
    const gone = new AbortController()
    const walk = fetch(`${server.address}/api/v1/walks`, {
      ...{ method: 'POST', body, signal: gone.signal },
      headers: { ...headers, 'Content-Type': 'application/json' },
    })
    await come
    gone.abort()
    await expect(walk).rejects.toThrow('aborted')
    await expect.poll(() => api.logged.join()).toMatch(/"route":"\/api\/v1\/walks[^}]*"status":499/)
  })

  it.each(['walks', 'pathways/suunto/scenarios/run', 'drafts/kesken/check'])(
    'is played no further when whoever asked for it at %s is gone',
    async (path) => {
      const api = await openTestApi()
      await api.ask('PUT', '/api/v1/drafts/kesken', { body: { document: suuntoFragment } })
      const steps = [{ do: 'passTime', to: 'nextDue' }]
      const name = 'Salkku auki'
      await api.ask('PUT', '/api/v1/pathways/suunto/scenarios/salkku', { body: { name, startsAt, steps } })
      const gone = new AbortController()
      const asked = { walks: { document: suuntoFragment, startsAt, steps }, 'drafts/kesken/check': {} }[path]
      const answer = api.ask('POST', `/api/v1/${path}`, {
        body: asked ?? { document: suuntoFragment },
        signal: gone.signal,
      })
      gone.abort()
      expect([(await answer).status, (await answer).text]).toEqual([499, ''])
      // nobody is to look for a defect
      expect(api.logged.join()).not.toContain('unexpected error')
    },
  )
})
