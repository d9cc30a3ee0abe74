import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { temporaryFile } from '../support/temporaryFolder.ts'
import { inRehabilitation, openTestApi, startTestJourney } from './support/openTestApi.ts'

describe('health', () => {
  it('is up and ready, with figures', async () => {
    const api = await openTestApi()
    await startTestJourney(api)
    expect((await api.get('/api/v1/health')).body).toEqual({ status: 'up' })
    const ready = await api.get('/api/v1/ready')
    expect([ready.status, ready.at('status'), ready.at('reasons')]).toEqual([200, 'ready', []])
    expect(ready.at('figures')).toEqual({ dueTimers: 0, undelivered: 1, dead: 0, overdueMs: 0 })
  })

  it('is degraded when the worker is a minute behind, and not ready when five', async () => {
    const api = await openTestApi()
    await inRehabilitation(api)
    api.clock.set('2026-05-04T00:02:00+03:00')
    const late = await api.get('/api/v1/ready')
    expect([late.status, late.at('status')]).toEqual([200, 'degraded'])
    expect(late.at('reasons')).toEqual(['the worker is 120 seconds behind'])
    api.clock.set('2026-05-04T00:06:00+03:00')
    const tooLate = await api.get('/api/v1/ready')
    expect([tooLate.status, tooLate.at('code')]).toEqual([503, 'not-ready'])
    expect(tooLate.at('readiness', 'figures', 'overdueMs')).toBe(360_000)
    await api.polku.runDue()
    expect((await api.get('/api/v1/ready')).status).toBe(200)
  })

  it('is up but not ready when the database does not answer', async () => {
    const api = await openTestApi()
    await api.polku.close()
    expect((await api.get('/api/v1/health')).status).toBe(200)
    const ready = await api.get('/api/v1/ready')
    expect([ready.status, ready.at('code'), ready.at('readiness', 'figures')]).toEqual([503, 'not-ready', null])
  })
})

describe('what goes wrong on our side', () => {
  it('answers with an id and nothing else, under which the log has it', async () => {
    const api = await openTestApi()
    await api.polku.close()
    const failed = await api.get('/api/v1/clients')
    expect([failed.status, failed.at('code')]).toEqual([500, 'internal'])
    expect(failed.text).not.toMatch(/sqlite|database|store|\.ts/i)
    const line = api.logged.find((one) => one.includes('unexpected error')) ?? ''
    expect(line).toContain(String(failed.at('requestId')))
    expect(line).toMatch(/"stack":\[".+"/)
  })

  it('tells of a journal of which an entry is gone', async () => {
    const file = temporaryFile()
    const api = await openTestApi({ database: file })
    const { journey, path } = await inRehabilitation(api)
    const db = new Database(file)
    db.prepare('DELETE FROM journal WHERE journey = ? AND seq = 1').run(journey)
    db.close()
    const failed = await api.get(`${path}/replay`)
    expect([failed.status, failed.at('code'), failed.at('journey')]).toEqual([500, 'replay-failed', journey])
    expect(api.logged.join('')).toContain('replay failed')
  })
})

describe('the log', () => {
  it('has a line for each request, and nothing of a client in it', async () => {
    const api = await openTestApi()
    await api.post('/api/v1/clients', { name: 'Aino Asiakas', identityCode: '131052-9085' })
    await api.get('/api/v1/clients/131052-9085?name=Aino')
    await api.get('/131052-9085')
    await api.ask('POST', '/api/v1/clients', { raw: '{"name":"Aino Asiakas" 131052-9085' })
    const all = api.logged.join('')
    expect(all).not.toMatch(/131052|Aino/)
    const lines = api.logged.map((line): unknown => JSON.parse(line))
    expect(lines).toContainEqual(expect.objectContaining({ method: 'POST', route: '/api/v1/clients', status: 201 }))
    expect(lines).toContainEqual(
      expect.objectContaining({
        method: 'GET',
        route: '/api/v1/clients/:client',
        status: 404,
        problem: 'not-found',
      }),
    )
  })
})
