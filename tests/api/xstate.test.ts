import { describe, expect, it } from 'vitest'
import { createMachine, initialTransition } from 'xstate'
import { openTestApi } from './support/openTestApi.ts'
import { suuntoFragment } from './support/suuntoFragment.ts'

const delayed = {
  ...suuntoFragment,
  id: 'viive',
  parameters: {
    ...suuntoFragment.parameters,
    aika: { type: 'duration', label: { fi: 'Aika' }, default: 'PT1H', origin: 'ours' },
  },
  states: {
    ...suuntoFragment.states,
    koulutus: { ...suuntoFragment.states.koulutus, after: { aika: { target: 'tyossa', effect: 'service' } } },
  },
}
const path = '/api/v1/pathways/from-xstate'

describe('a version as an XState machine', () => {
  it('is one that XState runs, and tells what it loses and where', async () => {
    const api = await openTestApi()
    const { status, body } = await api.get('/api/v1/pathways/suunto/versions/1/xstate')
    expect(status).toBe(200)
    const { machine, losses } = body as { machine: Parameters<typeof createMachine>[0]; losses: { path: string[] }[] }
    const [snapshot] = initialTransition(createMachine(machine))
    expect(snapshot.value).toBe('kartoitus')
    expect(losses.map((one) => one.path.join('.'))).toEqual(
      expect.arrayContaining(['facts', 'states.kuntoutus.followUps', 'states.koulutus.after.P3M']),
    )
  })

  it('has the delays that were chosen for it', async () => {
    const api = await openTestApi()
    const published = await api.post('/api/v1/pathways', { document: delayed, parameters: { aika: 'PT2H' } })
    expect(published.status).toBe(201)
    const { body } = await api.get('/api/v1/pathways/viive/versions/1/xstate')
    expect(body).toMatchObject({ machine: { states: { koulutus: { after: { 7200000: [{ target: 'tyossa' }] } } } } })
  })

  it('is not there without the version', async () => {
    const api = await openTestApi()
    expect((await api.get('/api/v1/pathways/suunto/versions/9/xstate')).at('code')).toBe('not-found')
    expect((await api.get('/api/v1/pathways/suunto/versions/0/xstate')).at('code')).toBe('invalid-request')
  })
})

describe('a document from an XState machine', () => {
  it('brings an exported version back as a draft, with notes on what is to be written', async () => {
    const api = await openTestApi()
    const machine = (await api.get('/api/v1/pathways/suunto/versions/1/xstate')).at('machine')
    const imported = await api.post(path, { machine })
    expect(imported.status).toBe(200)
    expect(Object.keys(imported.at('document', 'states') as object)).toEqual(Object.keys(suuntoFragment.states))
    expect(imported.at('document', 'criteria', 'sitoutuminen', 'when')).toBe('null')
    expect(imported.at('notes')).toContainEqual({
      path: ['states', 'kuntoutus', 'on', 'aloitaKoulutus', 0, 'guard'],
      code: 'guard-criterion',
      values: { guard: 'sitoutuminen', criterion: 'sitoutuminen' },
      message: expect.stringContaining('write when it holds'),
    })
    const draft = await api.ask('PUT', '/api/v1/drafts/tuotu', { body: { document: imported.at('document') } })
    expect([draft.status, draft.at('pathway')]).toEqual([201, 'suunto'])
    expect((await api.get('/api/v1/pathways')).at('items')).toHaveLength(1)
  })

  it.each([[{}], [{ states: 7 }], [{ id: 3, states: { a: { on: [] } } }]])(
    'notes what it does not understand of %j',
    async (machine) => {
      const api = await openTestApi()
      const imported = await api.post(path, { machine })
      expect([imported.status, typeof imported.at('document', 'id')]).toEqual([200, 'string'])
    },
  )

  it('refuses what is no machine at all', async () => {
    const api = await openTestApi()
    for (const body of [{}, { machine: 'tuki' }, { machine: {}, by: 'me' }]) {
      expect((await api.post(path, body)).at('code'), JSON.stringify(body)).toBe('invalid-request')
    }
    expect((await api.post(path, { machine: {} }, { 'Polku-User': null })).at('code')).toBe('not-signed-in')
  })
})
