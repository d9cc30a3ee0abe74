import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { temporaryFile } from '../../support/temporaryFolder.ts'
import { openTestApi, startTestJourney, type TestApi } from '../support/openTestApi.ts'
import { readMetrics } from '../support/scrape.ts'

const commits = async (api: TestApi): Promise<number> =>
  readMetrics((await api.get('/metrics')).text).values.get('polku_commit_duration_seconds_count') ?? 0

it('is one commit with the command that it is a line about', async () => {
  const api = await openTestApi({ database: temporaryFile(), hasMetrics: true })
  const { path } = await startTestJourney(api)
  const before = await commits(api)
  expect((await api.post(`${path}/events`, { event: 'fly' })).status).toBe(409)
  expect((await api.post(`${path}/hand-over`, { to: { user: 'jussi' }, reason: 'Loma' })).status).toBe(200)
  expect((await commits(api)) - before).toBe(2)
})

it('answers neither a look, nor a write, nor a refusal that stands in no log', async () => {
  const database = temporaryFile()
  const api = await openTestApi({ database })
  const { path } = await startTestJourney(api)
  const beside = new Database(database)
  beside.exec("CREATE TRIGGER full BEFORE INSERT ON access_log BEGIN SELECT RAISE(ABORT, 'no room'); END")
  const fly = () => api.post(`${path}/events`, { event: 'fly' })
  const handOver = () =>
    api.post(`${path}/hand-over`, { to: { user: 'jussi' }, reason: 'Loma' }, { 'Idempotency-Key': 'k1' })
  for (const answer of [await api.get(path), await fly(), await handOver()]) {
    expect([answer.status, answer.at('code')]).toEqual([500, 'internal'])
    expect(answer.text).not.toContain('suunto')
  }
  beside.exec('DROP TRIGGER full')
  beside.close()
  // the command may have been done: whoever asks again with its key gets its answer, once
  expect((await handOver()).at('journey', 'responsible', 'user')).toBe('jussi')
  expect((await api.get(`${path}/history`)).at('items', 2)).toBeUndefined()
  expect((await fly()).status).toBe(409)
})
