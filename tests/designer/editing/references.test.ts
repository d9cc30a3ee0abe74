import { describe, expect, it } from 'vitest'
import type { Edit } from '../../../designer/editing/edits/edit.ts'
import { addListed, removeListed, renameListed, usesOf } from '../../../designer/editing/edits/listed.ts'
import { asDraftDocument, type DraftDocument } from '../../../designer/model/document.ts'
import { verifyDocument } from '../../../engine/pathway/verify/index.ts'
import { opened } from './drawnDocuments.ts'

const label = { fi: 'Nimi' }
const document = asDraftDocument({
  id: 'viittaukset',
  title: { fi: 'Viittaukset' },
  initial: 'a',
  caseRoles: { coach: { label } },
  facts: { age: { type: 'number', label }, min: { type: 'number', label } },
  parameters: { limit: { type: 'number', label, default: 65, origin: 'ours' } },
  criteria: {
    adult: { label, when: 'age in [18..limit] and "limit" != kind.limit' },
    some: { label, when: 'some limit in [min..limit] satisfies limit > age' },
    done: { label, when: 'completed_review >= 1' },
  },
  taskDefinitions: { review: { label, role: 'coach' } },
  states: {
    a: {
      tasks: ['review'],
      on: { go: { target: 'b', criteria: ['adult'] }, run: { target: 'b', criteria: ['adult', 'done'] } },
    },
    b: { type: 'final', end: { code: 'b', label, outcome: 'completed' } },
  },
})
const edited = (edit: Edit, before: DraftDocument = document): DraftDocument => edit(opened(before)).document

describe('what a condition refers to', () => {
  it('is renamed and counted also at the end of a range, and nowhere else', () => {
    const { criteria } = edited(renameListed('parameter', 'limit', 'most'))
    expect(criteria?.adult?.when).toBe('age in [18..most] and "limit" != kind.limit')
    expect(criteria?.some?.when).toBe('some limit in [min..most] satisfies limit > age')
    expect(usesOf(document, 'parameter', 'limit')).toEqual([
      { kind: 'criterion', name: 'adult' },
      { kind: 'criterion', name: 'some' },
    ])
  })
})

describe('facts and parameters', () => {
  it('share their names with each other and with what every criterion may ask', () => {
    expect(Object.keys(edited(addListed('parameter', 'age', {})).parameters ?? {})).toEqual(['limit', 'age2'])
    expect(Object.keys(edited(addListed('fact', 'limit', {})).facts ?? {})).toContain('limit2')
    expect(Object.keys(edited(addListed('fact', 'daysInState', {})).facts ?? {})).toContain('daysInState2')
    expect(Object.keys(edited(addListed('fact', 'completed_review', {})).facts ?? {})).toContain('completed_review2')
    for (const taken of ['limit', 'daysInJourney']) expect(edited(renameListed('fact', 'age', taken))).toBe(document)
    expect(edited(renameListed('parameter', 'limit', 'age'))).toBe(document)
    expect(Object.keys(edited(addListed('criterion', 'age', {})).criteria ?? {})).toContain('age')
  })
})

describe('a criterion that is removed', () => {
  it('leaves no transition open that it kept closed: its name stays, and a finding tells of it', () => {
    const removed = edited(removeListed('criterion', 'adult'))
    expect(removed.criteria).not.toHaveProperty('adult')
    expect(removed.states.a?.on).toEqual({
      go: { target: 'b', criteria: ['adult'] },
      run: { target: 'b', criteria: ['done'] },
    })
    expect(verifyDocument(removed).findings).toContainEqual(
      expect.objectContaining({
        code: 'unknown-criterion',
        severity: 'error',
        path: ['states', 'a', 'on', 'go', 'criteria', 0],
      }),
    )
  })
})

describe('a case role that is removed', () => {
  it('opens nothing that only it might do, and what nobody else does is found', () => {
    const by = ['coach']
    const before = asDraftDocument({
      ...document,
      caseRoles: { coach: { label }, teacher: { label } },
      exits: { moved: { label, outcome: 'interrupted', by } },
      suspensions: { ill: { label, by } },
      criteria: { ...document.criteria, done: { label, when: 'completed_review >= 1', overridable: { by } } },
      states: {
        ...document.states,
        a: { enterable: { by }, on: { go: { target: 'b', by }, run: { target: 'b', by: ['coach', 'teacher'] } } },
      },
    })
    const removed = edited(removeListed('caseRole', 'coach'), before)
    expect(removed.caseRoles).not.toHaveProperty('coach')
    expect(removed.states.a).toEqual({
      enterable: { by },
      on: { go: { target: 'b', by }, run: { target: 'b', by: ['teacher'] } },
    })
    expect([removed.exits?.moved?.by, removed.suspensions?.ill?.by, removed.criteria?.done?.overridable]).toEqual([
      by,
      by,
      { by },
    ])
    // a task without its role has not the form of a document; once it has, every place is told of
    expect(verifyDocument(removed).findings).toContainEqual(
      expect.objectContaining({ severity: 'error', path: ['taskDefinitions', 'review', 'role'] }),
    )
    const { taskDefinitions: _, ...formed } = removed
    const unknown = verifyDocument(formed).findings.filter(({ code }) => code === 'unknown-role')
    expect(unknown.map(({ severity, path }) => [severity, path.join('/')]).toSorted()).toEqual([
      ['error', 'criteria/done/overridable/by/0'],
      ['error', 'exits/moved/by/0'],
      ['error', 'states/a/enterable/by/0'],
      ['error', 'states/a/on/go/by/0'],
      ['error', 'suspensions/ill/by/0'],
    ])
  })
})
