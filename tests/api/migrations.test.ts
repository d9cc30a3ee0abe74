import { expect, it } from 'vitest'
import { createCallers } from '../support/callers.ts'
import { openTestApi, startTestJourney, textAt } from './support/openTestApi.ts'
import { suuntoFragment } from './support/suuntoFragment.ts'

const reason = 'Laki muuttui'

it('moves one journey, or all of the own organisation, to another version, and says whom that was about', async () => {
  const api = await openTestApi()
  const { journey, path, client } = await startTestJourney(api)
  await api.polku.pathways.publish({ ...suuntoFragment, review: 'P2M' }, { by: { user: 'polku' } })
  const all = { pathway: 'suunto', from: 1, to: 2, reason }
  const tried = await api.post('/api/v1/migrations', { ...all, dryRun: true })
  expect(tried.body).toEqual({
    rows: [{ journey, task: null, status: 'possible', revision: 2, code: null, detail: null }],
    next: null,
  })
  const moved = await api.post(`${path}/migrate`, { version: 2, reason, revision: 1 })
  expect([moved.status, moved.at('journey', 'version')]).toEqual([200, 2])
  expect((await api.post('/api/v1/migrations', all)).at('rows')).toEqual([])
  const back = await api.post('/api/v1/migrations', { ...all, from: 2, to: 1 }, { 'Idempotency-Key': 'back' })
  expect(back.at('rows')).toMatchObject([{ journey, status: 'done', revision: 3 }])
  const log = await api.polku.access.list({ client, limit: 20 })
  expect(log.filter(({ operation }) => operation.startsWith('migrate')).map(({ operation }) => operation)).toEqual([
    'migrateJourneys',
    'migrateJourney',
    'migrateJourneys',
  ])
})

it('names the states that have no place, and what would be accepted', async () => {
  const api = await openTestApi()
  const { path } = await startTestJourney(api)
  const { kartoitus: _, ...states } = suuntoFragment.states
  await api.polku.pathways.publish({ ...suuntoFragment, initial: 'kuntoutus', states }, { by: { user: 'polku' } })
  const refused = await api.post(`${path}/migrate`, { version: 2, reason })
  expect(refused.status).toBe(422)
  expect(refused.body).toMatchObject({ code: 'no-place', lacks: ['kartoitus'], accepted: Object.keys(states) })
  const moved = await api.post(`${path}/migrate`, { version: 2, reason, states: { kartoitus: 'kuntoutus' } })
  expect(textAt(moved, 'journey', 'states', 0)).toBe('kuntoutus')
})

it('is a manager’s to decide, of the organisation whose client it is', async () => {
  const api = await openTestApi()
  const { journey, path } = await startTestJourney(api)
  await api.polku.pathways.publish({ ...suuntoFragment, review: 'P2M' }, { by: { user: 'polku' } })
  const callers = createCallers(api.polku, () => api.clock.now().getTime())
  const counsellor = await callers.headersOf('lea', { systemRoles: ['counsellor'] })
  const { people } = api.polku
  const by = { user: 'polku', roles: [] }
  const organisation = 'toinen'
  await people.createOrganisation({ by, id: organisation, name: 'Toinen', kind: 'authority' })
  const elsewhere = await callers.headersOf('eero', { systemRoles: ['manager'], organisation })
  const one = (headers: Record<string, string>) => api.post(`${path}/migrate`, { version: 2, reason }, headers)
  const all = (headers: Record<string, string>) =>
    api.post('/api/v1/migrations', { pathway: 'suunto', from: 1, to: 2, reason }, headers)
  const nobody = { 'Polku-User': '' }
  expect((await one({ ...nobody, ...counsellor })).status).toBe(403)
  expect((await all({ ...nobody, ...counsellor })).status).toBe(403)
  expect((await one({ ...nobody, ...elsewhere })).status).toBe(404)
  expect((await all({ ...nobody, ...elsewhere })).at('rows')).toEqual([])
  expect((await api.polku.journeys.get(journey)).version).toBe(1)
})
