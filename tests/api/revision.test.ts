import { describe, expect, it } from 'vitest'
import { openTestApi, startTestJourney, textAt } from './support/openTestApi.ts'

describe('the ETag of a journey', () => {
  it('is its revision: 304 while nothing has happened', async () => {
    const api = await openTestApi()
    const { path } = await startTestJourney(api)
    const first = await api.get(path)
    expect(first.headers.get('etag')).toBe('"1"')
    for (const known of ['"1"', 'W/"1"', '"7", "1"', '*']) {
      const same = await api.get(path, { 'If-None-Match': known })
      expect([same.status, same.text, same.headers.get('etag')], known).toEqual([304, '', '"1"'])
      expect(same.headers.get('cache-control')).toBe('no-store')
    }
    await api.post(`${path}/hand-over`, { to: { user: 'jussi.laine' } })
    const changed = await api.get(path, { 'If-None-Match': '"1"' })
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"2"'])
    expect((await api.get('/api/v1/journeys/nothing', { 'If-None-Match': '*' })).status).toBe(404)
  })

  it('lets a command through as revision does, and refuses one decided on something older', async () => {
    const api = await openTestApi()
    const { path, journey } = await startTestJourney(api)
    const sent = await api.post(`${path}/events`, { event: 'aloitaKuntoutus' }, { 'If-Match': '"1"' })
    expect(sent.status).toBe(200)
    const stale = await api.post(`${path}/exit`, { code: 'keskeytys', reason: 'Muutto' }, { 'If-Match': '"1"' })
    expect([stale.status, stale.at('code'), stale.at('revision')]).toEqual([412, 'precondition-failed', 2])
    expect((await api.get(path)).at('status')).toBe('active')
    const task = { journey, title: 'Soita', role: 'counsellor' }
    const id = textAt(await api.post('/api/v1/tasks', task), 'task')
    expect((await api.post(`/api/v1/tasks/${id}/claim`, undefined, { 'If-Match': '"2"' })).status).toBe(412)
    expect((await api.post(`/api/v1/tasks/${id}/claim`, undefined, { 'If-Match': '"3"' })).status).toBe(200)
    expect((await api.post(`${path}/hand-over`, { to: { user: 'x' } }, { 'If-Match': '*' })).status).toBe(200)
  })

  it('is one with the revision of the body, and is an entity tag', async () => {
    const api = await openTestApi()
    const { path } = await startTestJourney(api)
    const body = { to: { user: 'jussi.laine' }, revision: 1 }
    const two = await api.post(`${path}/hand-over`, body, { 'If-Match': '"2"' })
    expect([two.status, two.at('code'), two.at('errors', 0, 'pointer')]).toEqual([400, 'invalid-request', '#/revision'])
    for (const tag of ['1', '"one"', 'W/"1"', '"1", "2"']) {
      const refused = await api.post(`${path}/hand-over`, { to: body.to }, { 'If-Match': tag })
      expect([refused.status, refused.at('errors', 0, 'header')], tag).toEqual([400, 'If-Match'])
    }
    expect((await api.post(`${path}/hand-over`, body, { 'If-Match': '"1"' })).status).toBe(200)
    expect((await api.ask('POST', `${path}/hand-over`, { raw: '[]', headers: { 'If-Match': '"2"' } })).status).toBe(400)
  })

  it('is part of what was asked under an idempotency key', async () => {
    const api = await openTestApi()
    const { path } = await startTestJourney(api)
    const send = (tag: string) =>
      api.post(`${path}/hand-over`, { to: { user: 'jussi' } }, { 'Idempotency-Key': 'k', 'If-Match': tag })
    const first = await send('"1"')
    expect((await send('"1"')).text).toBe(first.text)
    expect((await send('"2"')).at('code')).toBe('key-reused')
  })
})

describe('the ETag of a draft', () => {
  it('guards saving, publishing and deleting', async () => {
    const api = await openTestApi()
    const path = '/api/v1/drafts/uusi'
    const document = { id: 'uusi' }
    const put = (headers: Record<string, string>) => api.ask('PUT', path, { body: { document }, headers })
    expect((await put({})).headers.get('etag')).toBe('"1"')
    expect((await api.get(path)).headers.get('etag')).toBe('"1"')
    expect((await put({ 'If-Match': '"1"' })).headers.get('etag')).toBe('"2"')
    expect((await put({ 'If-Match': '"1"' })).at('code')).toBe('precondition-failed')
    const publish = await api.post(`${path}/publish`, {}, { 'If-Match': '"1"' })
    expect(publish.status).toBe(412)
    expect((await api.ask('DELETE', path, { headers: { 'If-Match': '"1"' } })).status).toBe(412)
    expect((await api.ask('DELETE', path, { headers: { 'If-Match': '"2"' } })).status).toBe(204)
  })
})
