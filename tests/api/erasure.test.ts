import { expect, it } from 'vitest'
import { openTestApi, startTestJourney, textAt } from './support/openTestApi.ts'

it('erases a client once nothing stands in the way, and lists what is due before', async () => {
  const api = await openTestApi()
  const { client, path } = await startTestJourney(api)
  const at = `/api/v1/clients/${client}`
  const why = { reason: 'retentionOver', basis: '380/2023 s.122' }
  const live = await api.post(`${at}/erase`, why)
  expect([live.status, live.at('code')]).toEqual([409, 'not-erasable'])
  expect((await api.post(`${path}/exit`, { code: 'keskeytys', reason: 'Muutti' })).status).toBe(200)
  await api.polku.runDue()
  const hold = textAt(await api.post(`${at}/holds`, { why: 'valitus' }), 'id')
  expect((await api.post(`${at}/erase`, why)).at('code')).toBe('on-hold')
  expect((await api.get(`${at}/holds`)).at('items', 0, 'isStanding')).toBe(true)
  expect((await api.post(`${at}/holds/${hold}/end`)).at('items', 0, 'isStanding')).toBe(false)

  expect((await api.get('/api/v1/retention/due')).at('items')).toEqual([])
  expect((await api.get('/api/v1/retention/classes')).at('items', 0)).toMatchObject({ id: 'employment', years: 4 })
  api.clock.advance(5 * 366 * 86_400_000)
  expect((await api.get('/api/v1/retention/due')).at('items')).toMatchObject([{ client, recordClass: 'employment' }])
  const rows = [{ client, recordClass: 'employment' }]
  expect((await api.post('/api/v1/retention/erase', { rows })).at('items', 0, 'outcome')).toBe('clientErased')
  expect((await api.get(at)).status).toBe(404)
  expect((await api.get(`${at}/erasures`)).at('items')).toMatchObject([{ client, ...why, erasedBy: 'mari.virtanen' }])
  expect((await api.post(`${at}/erase`, why)).status).toBe(200)
  expect((await api.get(`${path}/replay`)).at('matches')).toBe(true)
})
