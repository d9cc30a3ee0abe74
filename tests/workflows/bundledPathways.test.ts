import { describe, expect, it } from 'vitest'
import { openPolku } from '../../engine/index.ts'
import { compilePathway } from '../../engine/pathway/compilePathway.ts'
import { documentSchema } from '../../engine/pathway/document.ts'
import { verifyDocument } from '../../engine/pathway/verify/index.ts'
import { bundledPathways } from '../../workflows/index.ts'
import mahis from '../../workflows/mahis.ts'
import suunto from '../../workflows/suunto.ts'

describe.each(bundledPathways)('the document of $id', (input) => {
  const document = documentSchema.parse(input)
  const pathway = compilePathway(document)
  const states = [...pathway.states.values()]

  it('verifies without errors or warnings, alone and as the designer sends it', () => {
    for (const sent of [input, JSON.parse(JSON.stringify(input))]) {
      expect(verifyDocument(sent).findings).toEqual([])
    }
  })

  it('is data: it comes back from JSON as it went', () => {
    expect(JSON.parse(JSON.stringify(input))).toEqual(input)
  })

  it('says everything in Finnish, Swedish and English', () => {
    const texts = textsIn(input)
    expect(texts.length).toBeGreaterThan(10)
    for (const text of texts) {
      expect(Object.keys(text)).toEqual(['fi', 'sv', 'en'])
      expect(new Set(Object.values(text)).size, `not translated: ${text.fi}`).toBe(3)
    }
  })

  it('names where each criterion, follow-up, module, task, fact and role comes from', () => {
    const sourced = [
      ...Object.entries(document.criteria ?? {}),
      ...states.flatMap(({ definition }) => [
        ...Object.entries(definition.followUps ?? {}),
        ...Object.entries(definition.modules ?? {}),
      ]),
      ...Object.entries(document.taskDefinitions ?? {}),
      ...Object.entries(document.facts ?? {}),
      ...Object.entries(document.caseRoles ?? {}),
    ]
    expect(sourced.length).toBeGreaterThan(4)
    for (const [name, { source }] of sourced) expect(document.sources, name).toContain(source)
  })

  it('marks as ours what no source gives', () => {
    for (const [name, { origin, source }] of Object.entries(document.parameters ?? {})) {
      expect(source !== undefined, name).toBe(origin === 'source')
    }
    const codes = [...Object.values(document.exits ?? {}), ...Object.values(document.suspensions ?? {})]
    for (const { description } of codes) expect(description?.en).toMatch(/^Our code/)
  })

  it('does nothing by itself that would change a client’s services', () => {
    const automatic = [...pathway.transitions.values()].filter(({ definition }) => definition.automatic)
    expect(automatic.filter(({ definition }) => (definition.effect ?? 'none') !== 'none')).toEqual([])
  })
})

describe('the pathways that come with Polku', () => {
  it('are published in their order: modules first, which Suunto is then bound to', async () => {
    const polku = await openPolku({ database: ':memory:' })
    for (const document of bundledPathways) await polku.pathways.publish(document, { by: { user: 'polku' } })
    const published = (await polku.pathways.list()).map(({ pathway, version }) => `${pathway} ${version}`)
    expect(published.sort()).toEqual(['jalkiseuranta 1', 'mahis 1', 'motivaatiokoulutus 1', 'suunto 1'])
    const { states } = compilePathway((await polku.pathways.get('suunto')).document)
    const bound = [...states.values()].flatMap(({ definition }) => Object.values(definition.modules ?? {}))
    expect(bound.map(({ version }) => version)).toEqual([1, 1, 1, 1])
    await polku.close()
  })

  it('mean the same by the facts that they share', () => {
    for (const [name, fact] of Object.entries(mahis.facts ?? {})) expect(suunto.facts?.[name]).toEqual(fact)
  })

  it('give each module the length that Suunto sets, which is the module’s own unless it is changed', () => {
    expect(suunto.parameters?.mahisKesto?.default).toEqual(mahis.parameters?.kesto?.default)
  })
})

/** Every text for people in a document: what has a Finnish form. */
function textsIn(value: unknown): Record<string, string>[] {
  if (typeof value !== 'object' || value === null) return []
  if ('fi' in value) return [value as Record<string, string>]
  return Object.values(value).flatMap(textsIn)
}
