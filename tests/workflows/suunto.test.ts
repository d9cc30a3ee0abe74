import { describe, expect, it } from 'vitest'
import { compilePathway } from '../../engine/pathway/compilePathway.ts'
import { documentSchema } from '../../engine/pathway/document.ts'
import { verifyDocument } from '../../engine/pathway/verify/index.ts'
import { bundledPathways } from '../../workflows/index.ts'
import suunto from '../../workflows/suunto.ts'

const document = documentSchema.parse(suunto)
const pathway = compilePathway(document)
const states = [...pathway.states.values()]
const followUps = states.flatMap(({ definition }) => Object.entries(definition.followUps ?? {}))

describe('the Suunto document', () => {
  it('verifies without errors or warnings, alone and as the designer sends it', () => {
    expect(verifyDocument(suunto).findings).toEqual([])
    expect(verifyDocument(JSON.parse(JSON.stringify(suunto))).findings).toEqual([])
  })

  it('is data: it comes back from JSON as it went', () => {
    expect(JSON.parse(JSON.stringify(suunto))).toEqual(suunto)
  })

  it('comes with Polku', () => {
    expect(bundledPathways.map(({ id }) => id)).toContain('suunto')
  })

  it('says everything in Finnish, Swedish and English', () => {
    const texts = textsIn(suunto)
    expect(texts.length).toBeGreaterThan(100)
    for (const text of texts) {
      expect(Object.keys(text)).toEqual(['fi', 'sv', 'en'])
      expect(new Set(Object.values(text)).size, `not translated: ${text.fi}`).toBe(3)
    }
  })

  it('has the four phases in order, each with goal, services and division of labour', () => {
    const phases = Object.entries(document.states).filter(([, { phase }]) => phase)
    expect(phases.map(([name]) => name)).toEqual(['kartoitus', 'kuntoutus', 'koulutus', 'tyollistyminen'])
    for (const [name, { phase, enterable }] of phases) {
      expect(phase?.services, name).not.toHaveLength(0)
      expect(Object.keys(phase?.responsibilities ?? {}), name).not.toHaveLength(0)
      expect(Boolean(enterable), name).toBe(name !== 'kartoitus')
    }
  })

  it('names where each criterion, follow-up, task, fact and role comes from', () => {
    const sourced = [
      ...Object.entries(document.criteria ?? {}),
      ...followUps,
      ...Object.entries(document.taskDefinitions ?? {}),
      ...Object.entries(document.facts ?? {}),
      ...Object.entries(document.caseRoles ?? {}),
    ]
    expect(sourced.length).toBeGreaterThan(20)
    for (const [name, { source }] of sourced) expect(document.sources, name).toContain(source)
  })

  it('marks as ours what no source gives', () => {
    for (const [name, { origin, source }] of Object.entries(document.parameters ?? {})) {
      expect(source !== undefined, name).toBe(origin === 'source')
    }
    for (const { description } of Object.values(document.exits ?? {})) expect(description?.en).toMatch(/^Our code/)
  })

  it('lets nothing but people move a client', () => {
    expect([...pathway.transitions.values()].filter(({ definition }) => definition.automatic)).toEqual([])
  })

  it.each([
    [5, 6, true],
    [7, 7.5, true],
    [4, 6, false],
    [5, 5.9, false],
    [4, undefined, false],
    [5, undefined, 'unknown'],
    [undefined, 6, 'unknown'],
    [undefined, undefined, 'unknown'],
  ])('has one criterion in numbers: %s days of %s hours is %s', (daysPerWeek, hoursPerDay, expected) => {
    const facts: Record<string, number | undefined> = { daysPerWeek, hoursPerDay }
    const { value } = pathway.criteria.get('sitoutuminen')?.expression.evaluate({
      get: (name) => facts[name],
      now: 0,
      zone: 'Europe/Helsinki',
    }) ?? { value: 'no such criterion' }
    expect(value).toBe(expected)
  })
})

/** Every text for people in a document: what has a Finnish form. */
function textsIn(value: unknown): Record<string, string>[] {
  if (typeof value !== 'object' || value === null) return []
  if ('fi' in value) return [value as Record<string, string>]
  return Object.values(value).flatMap(textsIn)
}
