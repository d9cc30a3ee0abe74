import { describe, expect, it } from 'vitest'
import { openTestApi } from './support/openTestApi.ts'
import { suuntoFragment } from './support/suuntoFragment.ts'

const path = '/api/v1/drafts/suunto-2027'
const changed = { ...suuntoFragment, title: { fi: 'Suunto, toinen', sv: 'Suunto, en annan', en: 'Suunto, another' } }
const layout = {
  positions: { 'kuntoutus.ammatillinen': { x: 12.5, y: -40 } },
  collapsed: ['kuntoutus'],
  direction: 'down',
}

describe('the layout of a draft', () => {
  it('stands beside the document, and stays when only the document is saved', async () => {
    const api = await openTestApi()
    const created = await api.ask('PUT', path, { body: { document: changed } })
    expect([created.at('layout'), created.at('basedOn')]).toEqual([{ positions: {}, collapsed: [] }, null])
    const drawn = await api.ask('PUT', path, { body: { document: changed, revision: 1, layout, basedOn: 1 } })
    expect([drawn.at('layout'), drawn.at('basedOn')]).toEqual([layout, 1])
    await api.ask('PUT', path, { body: { document: suuntoFragment, revision: 2 } })
    const read = await api.get(path)
    expect([read.at('layout'), read.at('basedOn'), read.at('revision')]).toEqual([layout, 1, 3])
    expect(read.at('document')).toEqual(JSON.parse(JSON.stringify(suuntoFragment)))
    const loose = await api.ask('PUT', path, { body: { document: suuntoFragment, revision: 3, basedOn: null } })
    expect(loose.at('basedOn')).toBeNull()
  })

  it('goes with the version that the draft becomes', async () => {
    const api = await openTestApi()
    await api.ask('PUT', path, { body: { document: changed, layout } })
    const published = await api.post(`${path}/publish`, { revision: 1, note: 'Uusi nimi', approver: 'Aino Johtaja' })
    expect([published.at('version'), published.at('startsOn')]).toEqual([2, '2026-03-02'])
    const version = await api.get('/api/v1/pathways/suunto/versions/2')
    expect(version.body).toMatchObject({ layout, note: 'Uusi nimi', approver: 'Aino Johtaja', isInUse: true })
    expect((await api.get('/api/v1/pathways/suunto/versions/1')).at('layout', 'positions')).toEqual({})
  })

  it('is not lost when there is nothing to publish', async () => {
    const api = await openTestApi()
    const { document } = await api.polku.pathways.get('suunto')
    await api.ask('PUT', path, { body: { document, layout } })
    const published = await api.post(`${path}/publish`, { revision: 1 })
    expect([published.status, published.at('isNew'), published.at('version')]).toEqual([200, false, 1])
    expect((await api.get(path)).at('layout')).toEqual(layout)
  })

  const many = Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`s${index}`, { x: index, y: 0 }]))
  it.each<[string, string, string]>([
    ['a number that is none', '{"positions":{"a":{"x":"1","y":2}}}', 'layout.positions.a.x'],
    ['a number that JSON has no end for', '{"positions":{"a":{"x":1e999,"y":2}}}', 'layout.positions.a.x'],
    ['too many positions', JSON.stringify({ positions: many }), 'layout.positions'],
    ['a field that it has not', '{"positions":{},"zoom":2}', 'layout.zoom'],
  ])('refuses %s', async (_, given, field) => {
    const api = await openTestApi()
    const refused = await api.ask('PUT', path, { raw: `{"document":{"id":"a"},"layout":${given}}` })
    expect([refused.status, refused.at('code')]).toEqual([400, 'invalid-request'])
    const errors = refused.at('errors') as { path: string[] }[]
    expect(errors.map((one) => one.path.join('.'))).toContain(field)
  })
})

describe('two who edit one draft', () => {
  it('are told who has saved what stands there, and when', async () => {
    const api = await openTestApi()
    const eeva = { 'Polku-User': 'eeva.etu' }
    await api.ask('PUT', path, { body: { document: changed }, headers: eeva })
    const savedAt = api.clock.now().toISOString()
    api.clock.advance(60_000)
    const told = { revision: 1, savedBy: 'eeva.etu', savedAt }
    for (const revision of [undefined, 7]) {
      const stale = await api.ask('PUT', path, { body: { document: changed, revision } })
      expect([stale.status, stale.at('code')]).toEqual([409, 'stale-revision'])
      expect(stale.body).toMatchObject(told)
    }
    const byHeader = { headers: { 'If-Match': '"7"' } }
    for (const asked of [
      await api.ask('PUT', path, { body: { document: changed }, ...byHeader }),
      await api.ask('DELETE', path, byHeader),
      await api.ask('POST', `${path}/publish`, { body: {}, ...byHeader }),
    ]) {
      expect([asked.status, asked.at('code')]).toEqual([412, 'precondition-failed'])
      expect(asked.body).toMatchObject(told)
    }
  })
})

describe('the list of drafts', () => {
  it('shows what each is called, and from which version it began', async () => {
    const api = await openTestApi()
    await api.ask('PUT', path, { body: { document: changed, basedOn: 1 } })
    await api.ask('PUT', '/api/v1/drafts/kesken', { body: { document: { id: 'kesken', title: { fi: '' } } } })
    const { items } = (await api.get('/api/v1/drafts')).body as { items: object[] }
    expect(items).toMatchObject([
      { id: 'kesken', title: null, basedOn: null },
      { id: 'suunto-2027', title: changed.title, basedOn: 1 },
    ])
    expect(items.every((one) => !('document' in one) && !('layout' in one))).toBe(true)
  })
})

describe('a version', () => {
  it('is published to start later, and until then the one before is in use', async () => {
    const api = await openTestApi()
    const published = await api.post('/api/v1/pathways', { document: changed, startsOn: '2026-06-01' })
    expect([published.status, published.at('startsOn')]).toEqual([201, '2026-06-01'])
    expect((await api.get('/api/v1/pathways/suunto')).body).toMatchObject({ version: 1, isInUse: true })
    expect((await api.get('/api/v1/pathways/suunto/versions')).at('items')).toMatchObject([
      { version: 1, isInUse: true, startsOn: '2026-03-02', journeys: { live: 0, ended: 0 } },
      { version: 2, isInUse: false, startsOn: '2026-06-01', journeys: { live: 0, ended: 0 } },
    ])
    const past = await api.post('/api/v1/pathways', { document: changed, startsOn: '2026-03-01' })
    expect([past.status, past.at('code'), past.at('errors', 0, 'pointer')]).toEqual([
      ...[400, 'invalid-request', '#/startsOn'],
    ])
  })

  it('tells how many journeys are on it, and in which states', async () => {
    const api = await openTestApi()
    for (const name of ['Aino Asiakas', 'Eino Esimerkki']) {
      const client = (await api.post('/api/v1/clients', { name })).at('id')
      await api.post('/api/v1/journeys', { pathway: 'suunto', client, responsible: { user: 'mari.virtanen' } })
    }
    expect((await api.get('/api/v1/pathways/suunto/versions')).at('items', 0, 'journeys')).toEqual({
      live: 2,
      ended: 0,
    })
    const census = await api.get('/api/v1/pathways/suunto/versions/1/census')
    expect(census.body).toEqual({ live: 2, ended: 0, byState: [{ state: 'kartoitus', live: 2 }] })
    expect((await api.get('/api/v1/pathways/suunto/versions/9/census')).at('code')).toBe('not-found')
  })
})
