import { describe, expect, it } from 'vitest'
import { extractModule } from '../../../designer/editing/edits/extract.ts'
import type { DraftDocument, DraftState } from '../../../designer/model/document.ts'
import { readPathway } from '../../../designer/model/readPathway.ts'
import { verifyDocument } from '../../../engine/pathway/verify/index.ts'
import { opened } from './drawnDocuments.ts'

const label = { fi: 'Nimi' }
const title = { fi: 'Jakso' }

/** A pathway whose middle state has a course of its own. @param inside what is different in there */
function pathway(inside: Record<string, DraftState> = {}, around: Partial<DraftState> = {}): DraftDocument {
  return {
    id: 'koko',
    title: { fi: 'Koko' },
    caseRoles: { coach: { label } },
    facts: { hours: { type: 'number', label } },
    criteria: {
      enough: { label, when: 'hours >= 6' },
      late: { label, when: 'daysInJourney > 30' },
      reviewed: { label, when: 'completed_review >= 1' },
    },
    parameters: { limit: { type: 'duration', label, default: 'P1M', origin: 'ours' } },
    taskDefinitions: { review: { label, role: 'coach', form: [{ fact: 'hours' }], due: { parameter: 'limit' } } },
    initial: 'alku',
    states: {
      alku: { on: { aloita: 'jakso', viiva: { target: 'loppu', criteria: ['late'] } } },
      jakso: {
        initial: 'a',
        onDone: { target: 'loppu', label: { fi: 'Jakso on käyty' }, automatic: true },
        on: { keskeyta: 'alku' },
        states: {
          a: { tasks: ['review'], on: { eteen: { target: '#koko.jakso.b', criteria: ['enough'] } } },
          b: { on: { takaisin: 'a', valmis: 'c' } },
          c: { type: 'final', label: { fi: 'Käyty' } },
          ...inside,
        },
        ...around,
      },
      loppu: { type: 'final', end: { code: 'loppu', label, outcome: 'completed' } },
    },
  }
}

const extract = (document: DraftDocument) => extractModule(document, { positions: {} }, 'jakso', 'osa', title)

describe('the inside of a state made a pathway of its own', () => {
  it('is whole, and its place runs it as a module', () => {
    const document = pathway()
    const made = extract(document)
    if (!('pathway' in made)) throw new Error(made.reason)
    expect(made.pathway).toMatchObject({
      id: 'osa',
      title,
      initial: 'a',
      states: { c: { end: { code: 'c', label: { fi: 'Käyty' } } } },
    })
    expect(readPathway(made.pathway).transitions.map(({ targets }) => targets)).toEqual([['b'], ['a'], ['c']])
    expect(Object.keys(made.pathway.criteria ?? {})).toEqual(['enough'])
    expect(verifyDocument(made.pathway).findings.filter(({ severity }) => severity === 'error')).toEqual([])

    const after = made.edit(opened(document)).document
    expect(after.states.jakso).toEqual({
      on: { keskeyta: 'alku', osaValmis: { target: 'loppu', label: { fi: 'Jakso on käyty' }, automatic: true } },
      modules: {
        osa: { pathway: 'osa', label: title, inputs: { limit: { parameter: 'limit' } }, outputs: { '*': 'osaValmis' } },
      },
    })
    expect(Object.keys(after.criteria ?? {})).toEqual(['late', 'reviewed'])
    expect(verifyDocument(after).findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it.each<[string, DraftDocument]>([
    ['wayOut', pathway({ b: { on: { ulos: '#koko.alku', valmis: 'c' } } })],
    ['wayIn', { ...pathway(), states: { ...pathway().states, alku: { on: { suoraan: '#koko.jakso.b' } } } }],
    ['noEnd', pathway({ c: {} })],
    ['empty', pathway({}, { states: undefined })],
    ['parallel', pathway({}, { type: 'parallel', initial: undefined })],
    ['jump', pathway({ b: { enterable: true, on: { valmis: 'c' } } })],
    ['event', pathway({ b: { on: { keskeyta: 'c' } } })],
    ['clock', pathway({ b: { on: { valmis: { target: 'c', criteria: ['late'] } } } })],
    ['event', pathway({ b: { followUps: { ulos: { after: 'P1M', event: 'keskeyta' } }, on: { valmis: 'c' } } })],
  ])('is refused, and why: %s', (reason, document) => {
    expect(extract(document)).toMatchObject({ reason })
  })

  it('is refused where the whole asks what was done inside', () => {
    const document = pathway({}, { on: { keskeyta: { target: 'alku', criteria: ['reviewed'] } } })
    expect(extract(document)).toEqual({ reason: 'counted', criterion: 'reviewed' })
  })
})
