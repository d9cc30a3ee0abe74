import { describe, expect, it } from 'vitest'
import { inRehabilitation, openTestApi } from './support/openTestApi.ts'

const path = '/api/v1/demo/clock'

describe('the demo clock', () => {
  it('is not there unless the server was given one', async () => {
    const api = await openTestApi()
    expect((await api.get(path)).at('code')).toBe('no-such-route')
    expect((await api.post(path, { by: 'P2M' })).at('code')).toBe('no-such-route')
  })

  it('goes forward by a duration or to an instant, and what falls due acts', async () => {
    const api = await openTestApi({ hasDemoClock: true })
    const journey = await inRehabilitation(api)
    expect((await api.get(path)).body).toEqual({ now: '2026-03-02T08:00:00.000Z' })
    const leapt = await api.post(path, { by: 'P2M' })
    expect([leapt.status, leapt.at('now')]).toEqual([200, '2026-05-01T21:00:00.000Z'])
    expect((await api.post(path, { to: '2026-05-04T10:00:00+03:00' })).at('now')).toBe('2026-05-04T07:00:00.000Z')
    expect((await api.get(journey.path)).at('tasks')).toMatchObject([{ name: 'portfolioReview' }])
    expect((await api.post(path, { by: 'PT36H' })).at('now')).toBe('2026-05-05T19:00:00.000Z')
  })

  it('lets leaps that arrive together follow one another', async () => {
    const api = await openTestApi({ hasDemoClock: true })
    await Promise.all([1, 2, 3].map(() => api.post(path, { by: 'PT1H' })))
    expect((await api.get(path)).at('now')).toBe('2026-03-02T11:00:00.000Z')
  })

  it.each([
    [{ to: '2026-03-01T10:00:00+02:00' }, 409, 'clock-backwards'],
    [{ to: '2036-03-01T10:00:00+02:00' }, 422, 'clock-too-far'],
    [{ by: 'P6Y' }, 422, 'clock-too-far'],
    [{ by: '2 months' }, 400, 'invalid-request'],
    [{ by: '-P1D' }, 400, 'invalid-request'],
    [{ to: 'tomorrow' }, 400, 'invalid-request'],
    [{}, 400, 'invalid-request'],
    [{ to: '2026-03-03T10:00:00+02:00', by: 'P1D' }, 400, 'invalid-request'],
  ])('refuses %j and stands still', async (body, status, code) => {
    const api = await openTestApi({ hasDemoClock: true })
    const refused = await api.post(path, body)
    expect([refused.status, refused.at('code')]).toEqual([status, code])
    expect((await api.get(path)).at('now')).toBe('2026-03-02T08:00:00.000Z')
  })
})
