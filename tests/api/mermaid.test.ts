import { describe, expect, it } from 'vitest'
import { openTestApi } from './support/openTestApi.ts'
import { suuntoFragment } from './support/suuntoFragment.ts'

const path = '/api/v1/pathways/suunto/versions/1/mermaid'

describe('a version as a Mermaid diagram', () => {
  it('is drawn in Finnish, and in the language that is asked for', async () => {
    const api = await openTestApi()
    const finnish = await api.get(path)
    expect(finnish.status).toBe(200)
    expect(finnish.at('mermaid')).toMatch(
      /^stateDiagram-v2\n( {2}%% .*\n)+ {2}\[\*\] --> s1\n {2}state "Kartoitus" as s1\n/,
    )
    expect(finnish.at('mermaid')).toContain(' kuukauden välein')
    expect((await api.get(`${path}?language=sv`)).at('mermaid')).toContain('varannan månad')
    expect((await api.get(`${path}?language=de`)).at('code')).toBe('invalid-request')
  })

  it('has the values that were chosen for it', async () => {
    const api = await openTestApi()
    const document = { ...suuntoFragment, id: 'vali' }
    expect((await api.post('/api/v1/pathways', { document, parameters: { salkunVali: 'P5W' } })).status).toBe(201)
    const drawn = await api.get('/api/v1/pathways/vali/versions/1/mermaid')
    expect(drawn.at('mermaid')).toContain('5 viikon välein (asetus ”Salkun väli”)')
  })

  it('is not there without the version, nor for whoever is not signed in', async () => {
    const api = await openTestApi()
    expect((await api.get('/api/v1/pathways/suunto/versions/9/mermaid')).at('code')).toBe('not-found')
    expect((await api.get(path, { 'Polku-User': null })).at('code')).toBe('not-signed-in')
  })
})
