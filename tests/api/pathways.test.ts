import { describe, expect, it } from 'vitest'
import { openTestApi } from './support/openTestApi.ts'
import { suuntoFragment } from './support/suuntoFragment.ts'

const changed = { ...suuntoFragment, title: { fi: 'Suunto, toinen', sv: 'Suunto, en annan', en: 'Suunto, another' } }
const broken = { ...suuntoFragment, initial: 'nowhere' }

describe('pathways', () => {
  it('lists pathways, gives the latest version, every version and one version', async () => {
    const api = await openTestApi()
    await api.post('/api/v1/pathways', { document: changed })
    expect((await api.get('/api/v1/pathways')).at('items')).toMatchObject([{ pathway: 'suunto', version: 2 }])
    expect((await api.get('/api/v1/pathways/suunto')).body).toMatchObject({
      version: 2,
      document: { title: changed.title },
    })
    expect((await api.get('/api/v1/pathways/suunto/versions')).at('items')).toMatchObject([
      { version: 1, publishedBy: 'polku' },
      { version: 2, publishedBy: 'mari.virtanen' },
    ])
    const first = await api.get('/api/v1/pathways/suunto/versions/1')
    expect(first.at('document', 'title', 'fi')).toBe('Suunto, osa')
  })

  it('publishes a new version once, however often the document is sent', async () => {
    const api = await openTestApi()
    const first = await api.post('/api/v1/pathways', { document: changed })
    expect([first.status, first.at('isNew'), first.at('version')]).toEqual([201, true, 2])
    expect(first.headers.get('location')).toBe('/api/v1/pathways/suunto/versions/2')
    const again = await api.post('/api/v1/pathways', { document: changed })
    expect([again.status, again.at('isNew'), again.at('version')]).toEqual([200, false, 2])
  })

  it('publishes with chosen parameters, and refuses what is no value of theirs', async () => {
    const api = await openTestApi()
    const published = await api.post('/api/v1/pathways', {
      document: suuntoFragment,
      parameters: { salkunVali: 'P1M' },
    })
    expect(published.status).toBe(201)
    expect((await api.get('/api/v1/pathways/suunto')).at('parameters')).toEqual({ salkunVali: 'P1M' })
    const refused = await api.post('/api/v1/pathways', {
      document: suuntoFragment,
      parameters: { salkunVali: 'often' },
    })
    expect([refused.status, refused.at('code')]).toEqual([422, 'invalid-pathway'])
    const verified = await api.post('/api/v1/pathways/verify', { document: suuntoFragment, parameters: { nothing: 1 } })
    expect(verified.at('isPublishable')).toBe(false)
  })

  it('verifies a document without keeping it, and refuses to publish one with errors', async () => {
    const api = await openTestApi()
    const sound = await api.post('/api/v1/pathways/verify', { document: suuntoFragment })
    expect([sound.status, sound.at('isPublishable')]).toEqual([200, true])
    const found = await api.post('/api/v1/pathways/verify', { document: broken })
    expect([found.status, found.at('isPublishable')]).toEqual([200, false])
    const refused = await api.post('/api/v1/pathways', { document: broken })
    expect([refused.status, refused.at('code')]).toEqual([422, 'invalid-pathway'])
    expect(refused.at('findings')).toEqual(found.at('findings'))
    expect((await api.get('/api/v1/pathways/suunto/versions')).at('items', 1)).toBeUndefined()
  })

  const label = { fi: 'Tuki' }
  it.each<[string, object, (string | number)[]]>([
    [
      'unknown-module',
      { ...suuntoFragment, modules: { tuki: { pathway: 'nothing' } } },
      ['modules', 'tuki', 'pathway'],
    ],
    [
      'fact-type-conflict',
      { ...suuntoFragment, id: 'toinen', facts: { ...suuntoFragment.facts, daysPerWeek: { type: 'date', label } } },
      ['facts', 'daysPerWeek'],
    ],
  ])('finds a document beside what is published: %s', async (code, document, path) => {
    const api = await openTestApi()
    const verified = await api.post('/api/v1/pathways/verify', { document })
    expect(verified.at('isPublishable')).toBe(false)
    expect(verified.at('findings')).toContainEqual(expect.objectContaining({ code, severity: 'error', path }))
    const refused = await api.post('/api/v1/pathways', { document })
    expect([refused.status, refused.at('findings')]).toEqual([422, verified.at('findings')])
    const draft = await api.ask('PUT', '/api/v1/drafts/kesken', { body: { document } })
    expect(draft.at('findings')).toEqual(verified.at('findings'))
    expect((await api.get('/api/v1/drafts/kesken')).at('findings')).toEqual(verified.at('findings'))
  })

  it('lets a document be published that it has found publishable, module and all', async () => {
    const api = await openTestApi()
    const document = { ...suuntoFragment, id: 'emo', modules: { tuki: { pathway: 'suunto' } } }
    const verified = await api.post('/api/v1/pathways/verify', { document })
    expect(verified.at('isPublishable')).toBe(true)
    const published = await api.post('/api/v1/pathways', { document })
    expect([published.status, published.at('findings')]).toEqual([201, verified.at('findings')])
  })

  it.each([[{}], [{ document: {} }]])('has findings, not failures, for %j', async (body) => {
    const api = await openTestApi()
    const verified = await api.post('/api/v1/pathways/verify', body)
    expect([verified.status, verified.at('isPublishable') ?? verified.at('code')]).toEqual(
      'document' in body ? [200, false] : [400, 'invalid-request'],
    )
  })

  it('gives the JSON Schema of documents', async () => {
    const api = await openTestApi()
    const schema = await api.get('/api/v1/pathways/schema')
    expect(schema.status).toBe(200)
    expect(schema.at('$schema')).toContain('2020-12')
    expect(schema.at('properties', 'criteria')).toBeDefined()
  })

  it('knows no pathway or version that is not there', async () => {
    const api = await openTestApi()
    for (const path of ['nothing', 'nothing/versions', 'suunto/versions/9']) {
      expect((await api.get(`/api/v1/pathways/${path}`)).at('code'), path).toBe('not-found')
    }
    expect((await api.get('/api/v1/pathways/suunto/versions/first')).at('code')).toBe('invalid-request')
  })
})

describe('drafts', () => {
  it('keeps a draft in whatever state, saves it at the revision it was read at, and deletes it', async () => {
    const api = await openTestApi()
    const path = '/api/v1/drafts/suunto-2027'
    const created = await api.ask('PUT', path, { body: { document: broken } })
    expect([created.status, created.at('revision')]).toEqual([201, 1])
    expect(created.at('findings', 0, 'severity')).toBe('error')
    const saved = await api.ask('PUT', path, { body: { document: changed, revision: 1 } })
    expect([saved.status, saved.at('revision')]).toEqual([200, 2])
    expect((await api.get('/api/v1/drafts')).at('items')).toMatchObject([{ id: 'suunto-2027', pathway: 'suunto' }])
    expect((await api.get('/api/v1/drafts?pathway=other')).at('items')).toEqual([])
    expect((await api.get(path)).at('document', 'title', 'fi')).toBe('Suunto, toinen')
    const gone = await api.ask('DELETE', path, { headers: { 'Content-Type': 'application/json' } })
    expect([gone.status, gone.text]).toEqual([204, ''])
    expect((await api.ask('DELETE', path)).at('code')).toBe('not-found')
    expect((await api.get(path)).at('code')).toBe('not-found')
  })

  it('refuses to save over what somebody else has saved', async () => {
    const api = await openTestApi()
    const path = '/api/v1/drafts/suunto-2027'
    await api.ask('PUT', path, { body: { document: broken } })
    await api.ask('PUT', path, { body: { document: changed, revision: 1 } })
    const stale = await api.ask('PUT', path, { body: { document: broken, revision: 1 } })
    expect([stale.status, stale.at('code')]).toEqual([409, 'stale-revision'])
    const anew = await api.ask('PUT', path, { body: { document: broken } })
    expect([anew.status, anew.at('code')]).toEqual([409, 'stale-revision'])
    expect((await api.get(path)).at('revision')).toBe(2)
  })

  it('publishes a draft, which then is gone', async () => {
    const api = await openTestApi()
    const path = '/api/v1/drafts/suunto-2027'
    await api.ask('PUT', path, { body: { document: changed } })
    expect((await api.post(`${path}/publish`, { revision: 2 })).at('code')).toBe('stale-revision')
    const published = await api.post(`${path}/publish`, { revision: 1, parameters: { salkunVali: 'P1M' } })
    expect([published.status, published.at('version')]).toEqual([200, 2])
    expect((await api.get(path)).status).toBe(404)
  })
})
