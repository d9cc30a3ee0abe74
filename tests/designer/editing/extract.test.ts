import { describe, expect, it } from 'vitest'
import { extractModule } from '../../../designer/editing/edits/extract.ts'
import { extractRefusals } from '../../../designer/editing/edits/extractRefusals.ts'
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

/** The same with the middle state one of two that are on at once. */
function beside(
  others: Record<string, DraftState>,
  inside: Record<string, DraftState> = {},
  around: Partial<DraftState> = {},
): DraftDocument {
  const { states, ...document } = pathway(inside, { onDone: undefined, on: undefined })
  const { jakso = {}, loppu = {} } = states
  const wide: DraftState = { type: 'parallel', states: { jakso, muu: { initial: 'x', states: others } }, ...around }
  return { ...document, states: { alku: { on: { aloita: 'leve' } }, leve: wide, loppu } }
}

const extract = (document: DraftDocument, taken: string[] = []) =>
  extractModule(document, { positions: {} }, document.states.jakso ? 'jakso' : 'leve.jakso', 'osa', title, taken)

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
    ['noEnd', pathway({}, { type: 'parallel', initial: undefined })],
    ['wayIn', pathway({}, { on: { alusta: '#koko.jakso' } })],
    ['history', { ...pathway(), states: { ...pathway().states, taas: { type: 'history', history: 'deep' } } }],
    ['history', pathway({ taas: { type: 'history' } })],
    ['event', pathway({ b: { on: { valmis: 'c' } } }, { on: { '*': 'loppu' } })],
    ['event', pathway({ b: { on: { '*': 'c' } } })],
    ['facts', pathway({ b: { always: 'c' } }, { always: { target: 'loppu', criteria: ['enough'] } })],
    ['counted', pathway({ b: { on: { valmis: { target: 'c', criteria: ['reviewed'] } } } })],
    ['event', beside({ x: { on: { valmis: '.' } } })],
    [
      'facts',
      beside(
        { x: { always: { criteria: ['enough'] } }, y: { always: { criteria: ['enough'] } } },
        { b: { always: 'c' } },
      ),
    ],
    ['region', beside({ x: {} }, {}, { onDone: 'loppu' })],
    ['jump', pathway({ b: { enterable: true, on: { valmis: 'c' } } })],
    ['event', pathway({ b: { on: { keskeyta: 'c' } } })],
    ['clock', pathway({ b: { on: { valmis: { target: 'c', criteria: ['late'] } } } })],
    ['event', pathway({ b: { followUps: { ulos: { after: 'P1M', event: 'keskeyta' } }, on: { valmis: 'c' } } })],
  ])('is refused, and why: %s', (reason, document) => {
    expect(extract(document)).toMatchObject({ reason })
  })

  it('tells all that stands in the way at once', () => {
    const document = pathway({
      b: { enterable: true, on: { valmis: { target: 'c', criteria: ['late'] }, keskeyta: '#koko.loppu' } },
      d: { on: { ulos: '#koko.loppu' } },
    })
    expect(extractRefusals(document, 'jakso').map(({ reason }) => reason)).toEqual([
      'wayOut',
      'wayOut',
      'jump',
      'event',
      'clock',
    ])
  })

  it('is refused under the name of the pathway or of a published one', () => {
    expect(extract(pathway(), ['muu', 'osa'])).toEqual({ reason: 'taken' })
    expect(extract({ ...pathway(), id: 'osa' })).toEqual({ reason: 'taken' })
  })

  it('may count its own tasks where one never comes back', () => {
    const document = pathway(
      { b: { on: { valmis: { target: 'c', criteria: ['reviewed'] } } }, taas: { type: 'history' } },
      { on: { keskeyta: 'loppu' } },
    )
    expect(extract(document)).toHaveProperty('pathway')
  })

  it('may be one of several parts whose end nothing waits for', () => {
    const made = extract(beside({ x: {} }))
    if (!('pathway' in made)) throw new Error(made.reason)
    expect(made.edit(opened(beside({ x: {} }))).document.states.leve?.states?.jakso).toEqual({
      modules: { osa: { pathway: 'osa', label: title, inputs: { limit: { parameter: 'limit' } } } },
    })
  })

  it('holds parts that go on at once in one state, and ends when each has', () => {
    const document = pathway()
    const part = (target: string): DraftState => ({
      initial: 'a',
      states: { a: { on: { [target]: target } }, b: { type: 'final' }, c: { type: 'final' } },
    })
    const states = { yksi: part('b'), kaksi: part('c') }
    document.states.jakso = { type: 'parallel', states, onDone: 'loppu', on: { keskeyta: 'alku' } }
    const made = extractModule(document, { positions: { 'jakso.yksi': { x: 8, y: 8 } } }, 'jakso', 'osa', title)
    if (!('pathway' in made)) throw new Error(made.reason)
    expect(made.pathway.states.jakso).toMatchObject({ type: 'parallel', states, onDone: { target: 'valmis' } })
    expect(made.layout.positions).toEqual({ 'jakso.yksi': { x: 8, y: 8 } })
    expect(verifyDocument(made.pathway).findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('is refused where the whole asks what was done inside', () => {
    const document = pathway({}, { on: { keskeyta: { target: 'alku', criteria: ['reviewed'] } } })
    expect(extract(document)).toEqual({ reason: 'counted', criterion: 'reviewed' })
  })
})
