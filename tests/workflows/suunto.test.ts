import { describe, expect, it } from 'vitest'
import { compilePathway } from '../../engine/pathway/compilePathway.ts'
import { documentSchema } from '../../engine/pathway/document.ts'
import suunto from '../../workflows/suunto.ts'

const document = documentSchema.parse(suunto)
const pathway = compilePathway(document)

describe('the Suunto document', () => {
  it('has the four phases in order, each with goal, services and division of labour', () => {
    const phases = Object.entries(document.states).filter(([, { phase }]) => phase)
    expect(phases.map(([name]) => name)).toEqual(['kartoitus', 'kuntoutus', 'koulutus', 'tyollistyminen'])
    for (const [name, { phase, enterable }] of phases) {
      expect(phase?.services, name).not.toHaveLength(0)
      expect(Object.keys(phase?.responsibilities ?? {}), name).not.toHaveLength(0)
      expect(Boolean(enterable), name).toBe(name !== 'kartoitus')
    }
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

  it('runs Mahis with the mapping, support at two joints, and a review that outlives the journey', () => {
    const modules = [...pathway.states.values()].flatMap(({ path, definition }) =>
      Object.entries(definition.modules ?? {}).map(([name, { start, whenLeft }]) => [path, name, start, whenLeft]),
    )
    expect(modules).toEqual([
      ['kartoitus.arviointi.mahis', 'mahis', undefined, undefined],
      ['kuntoutus', 'motivaatiokoulutus', { event: 'aloitaMotivaatiokoulutus' }, undefined],
      ['koulutus', 'lisatuki', 'adHoc', undefined],
      ['tyollistynyt', 'jalkiseuranta', undefined, 'leave'],
    ])
  })

  it('keeps only the network meeting to its date when the client stands still', () => {
    const kept = [...pathway.states.values()].flatMap(({ definition }) =>
      Object.entries(definition.followUps ?? {}).flatMap(([name, one]) => (one.whenSuspended === 'keep' ? [name] : [])),
    )
    expect(kept).toEqual(['verkostotapaaminen'])
    expect(Object.keys(document.suspensions ?? {})).toEqual(['sairausloma', 'hoitojakso', 'muuSyy'])
  })
})
