import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clippingText } from '../../../designer/editing/clippingText.ts'
import {
  type Clipping,
  copyThing,
  duplicate,
  pasteClipping,
  pasteRefusal,
} from '../../../designer/editing/edits/clipboard.ts'
import { addTaskHere, removeTaskHere } from '../../../designer/editing/edits/inState.ts'
import { usesOf } from '../../../designer/editing/edits/listed.ts'
import { removeAt } from '../../../designer/editing/edits/removeAt.ts'
import { readClipping } from '../../../designer/editing/readClipping.ts'
import { asDraftDocument, type DraftDocument } from '../../../designer/model/document.ts'
import { type ListedKind, listed, type Place } from '../../../designer/model/places.ts'
import { readPathway } from '../../../designer/model/readPathway.ts'
import { verifyDocument } from '../../../engine/pathway/verify/index.ts'
import { runs } from '../../support/runs.ts'
import { drawnDocument, opened } from './drawnDocuments.ts'

const label = { fi: 'Nimi' }

const source: DraftDocument = {
  id: 'lahde',
  title: { fi: 'Lähde' },
  caseRoles: { coach: { label } },
  facts: { hours: { type: 'number', label }, other: { type: 'boolean', label } },
  criteria: { enough: { label, when: 'hours >= 6' }, unused: { label, when: 'other' } },
  taskDefinitions: { review: { label, role: 'coach', due: { parameter: 'limit' }, form: [{ fact: 'hours' }] } },
  parameters: { limit: { type: 'duration', label, default: 'P1M', origin: 'ours' } },
  initial: 'first',
  states: {
    first: {
      initial: 'a',
      followUps: { talk: { every: 'P2M', task: 'review' } },
      states: {
        a: { on: { go: 'b', leave: { target: '#lahde.second', label: { fi: 'Siirry' }, criteria: ['enough'] } } },
        b: { on: { back: '#lahde.first.a' } },
      },
    },
    second: { on: { end: 'done' } },
    done: { type: 'final', end: { code: 'done', label, outcome: 'completed' } },
  },
}

const empty: DraftDocument = { id: 'toinen', title: { fi: 'Toinen' }, initial: 'alku', states: { alku: {} } }

const copied = (document: DraftDocument, place: Place): Clipping => {
  const clipping = copyThing(document, place)
  if (!clipping) throw new Error('there is nothing to copy')
  const read = readClipping(clippingText(clipping))
  expect(read).toEqual(JSON.parse(JSON.stringify(clipping)))
  return clipping
}
const pasted = (clipping: Clipping, document: DraftDocument, at: Place, inside?: boolean): DraftDocument =>
  pasteClipping(clipping, at, inside)(opened(document)).document

describe('a state that is copied', () => {
  const clipping = copied(source, { kind: 'state', state: 'first' })

  it('brings along what it refers to, and what that refers to, and nothing else', () => {
    const document = pasted(clipping, empty, { kind: 'pathway' })
    expect(Object.keys(document.criteria ?? {})).toEqual(['enough'])
    expect(Object.keys(document.facts ?? {})).toEqual(['hours'])
    expect(document.taskDefinitions).toEqual(source.taskDefinitions)
    expect(document.parameters).toEqual(source.parameters)
    expect(document.caseRoles).toEqual(source.caseRoles)
  })

  it('leads inside itself, and nowhere where there is no such state', () => {
    const { transitions } = readPathway(pasted(clipping, empty, { kind: 'pathway' }))
    expect(transitions.map(({ source: from, targets, lost }) => [from, targets, lost])).toEqual([
      ['first.a', ['first.b'], []],
      ['first.b', ['first.a'], []],
    ])
  })

  it('leads where it led, where there is such a state', () => {
    const document = pasted(clipping, source, { kind: 'state', state: 'first' })
    expect(Object.keys(document.states)).toEqual(['first', 'first2', 'second', 'done'])
    const leaving = readPathway(document).transitions.filter(({ source: from }) => from.startsWith('first2'))
    expect(leaving.map(({ targets }) => targets)).toEqual([['first2.b'], ['second'], ['first2.a']])
    expect({ ...document, states: undefined }).toEqual({ ...source, states: undefined })
  })

  it('shares what is defined alike, and renames what means something else here', () => {
    const here: DraftDocument = {
      ...empty,
      caseRoles: { coach: { label } },
      facts: { hours: { type: 'boolean', label } },
      parameters: { limit: { label, default: 'P1M', type: 'duration', origin: 'ours' } },
    }
    const document = pasted(clipping, here, { kind: 'pathway' })
    expect(document.caseRoles).toEqual(here.caseRoles)
    expect(document.parameters).toEqual(here.parameters)
    expect(document.facts).toEqual({ ...here.facts, hours2: source.facts?.hours })
    expect(document.criteria?.enough?.when).toBe('hours2 >= 6')
    expect(document.taskDefinitions?.review?.form).toEqual([{ fact: 'hours2' }])
  })

  it('is pasted beside the chosen state, or inside it', () => {
    expect(Object.keys(pasted(clipping, empty, { kind: 'state', state: 'alku' }).states)).toEqual(['alku', 'first'])
    const inside = pasted(clipping, empty, { kind: 'state', state: 'alku' }, true)
    expect(inside.states.alku?.initial).toBe('first')
    expect(inside.states.alku?.states?.first?.states).toBeDefined()
  })
})

describe('other things that are copied', () => {
  it('a transition leads on where its target is, and is refused where it is not', () => {
    const clipping = copied(source, { kind: 'transition', state: 'first.a', trigger: 'on', event: 'leave', index: 0 })
    const document = pasted(clipping, source, { kind: 'state', state: 'first.b' })
    expect(document.states.first?.states?.b?.on?.leave).toMatchObject([
      { target: '#lahde.second', criteria: ['enough'] },
    ])
    expect(pasteRefusal(clipping, { kind: 'state', state: 'alku' }, empty)).toBe('noTarget')
    expect(pasted(clipping, empty, { kind: 'state', state: 'alku' })).toBe(empty)
    expect(pasteRefusal(clipping, { kind: 'state', state: 'done' }, source)).toBe('notHere')
  })

  it('a follow-up brings its task', () => {
    const clipping = copied(source, { kind: 'followUp', state: 'first', name: 'talk' })
    const document = pasted(clipping, empty, { kind: 'state', state: 'alku' })
    expect(document.states.alku?.followUps).toEqual({ talk: { every: 'P2M', task: 'review' } })
    expect(document.taskDefinitions?.review).toEqual(source.taskDefinitions?.review)
  })

  it('a listed thing becomes one of its own, numbered', () => {
    const document = duplicate({ kind: 'task', name: 'review' })(opened(source)).document
    expect(document.taskDefinitions?.review2).toEqual({ ...source.taskDefinitions?.review, label: { fi: 'Nimi 2' } })
    expect(usesOf(document, 'task', 'review2')).toEqual([])
  })

  it('a duplicate of a transition is the next candidate of its event', () => {
    const place = { kind: 'transition', state: 'first.a', trigger: 'on', event: 'leave', index: 0 } as const
    const after = duplicate(place)(opened(source))
    expect(after.selection).toEqual({ ...place, index: 1 })
    expect(
      readPathway(after.document)
        .leaving.get('first.a')
        ?.map(({ targets }) => targets),
    ).toEqual([['first.b'], ['second'], ['second']])
  })
})

describe('a text that is pasted', () => {
  it.each(['', 'hei', '{}', '{"polku":"clipping"}', 'null', '[1]'])('%j is no clipping', (text) => {
    expect(readClipping(text)).toBeUndefined()
  })

  it('is refused when its parts are not what they say', () => {
    const clipping = copied(source, { kind: 'state', state: 'first' })
    const spoilt = (change: object) => readClipping(clippingText({ ...clipping, ...change }))
    expect(spoilt({ place: { kind: 'state', state: 'gone' } })).toBeUndefined()
    expect(spoilt({ place: { kind: 'task', name: 'nothing' } })).toBeUndefined()
    expect(spoilt({ part: { ...clipping.part, states: { constructor: {} } } })).toBeUndefined()
    expect(spoilt({ part: { ...clipping.part, criteria: 'all' } })).toBeUndefined()
  })
})

describe('copying and pasting anything', () => {
  const someThing = fc.tuple(drawnDocument, fc.nat(1000)).map(([document, at]) => {
    const places = placesOf(document)
    return { document, place: places[at % places.length] ?? places[0] }
  })

  it('where it was changes nothing that was there, and brings no error', () => {
    fc.assert(
      fc.property(someThing, ({ document, place }) => {
        if (!place) return
        const after = duplicate(place)(opened(document)).document
        const before = readPathway(document)
        const model = readPathway(after)
        for (const item of before.transitions)
          expect(model.transitions.find((one) => isSame(one.place, item.place))?.targets).toEqual(item.targets)
        expect(model.transitions.flatMap(({ lost }) => lost)).toEqual([])
        expect(errorsOf(after).filter((code) => !errorsOf(document).includes(code))).toEqual([])
      }),
      runs(80),
    )
  })

  it('into another draft leaves nothing named that is not defined', () => {
    const named = [
      'unknown-target',
      'unknown-criterion',
      'unknown-task',
      'unknown-role',
      'unknown-fact',
      'unknown-parameter',
    ]
    fc.assert(
      fc.property(someThing, ({ document, place }) => {
        const clipping = place && copyThing(document, place)
        if (!clipping) return
        const read = readClipping(clippingText(clipping))
        expect(read).toBeDefined()
        const after = pasted(read ?? clipping, empty, { kind: 'state', state: 'alku' })
        expect(errorsOf(after).filter((code) => named.includes(code))).toEqual([])
        expect(after.states.alku).toBeDefined()
      }),
      runs(80),
    )
  })

  it('cut and pasted back, a leaf that nothing leads to is as it was', () => {
    const place = { kind: 'followUp', state: 'first', name: 'talk' } as const
    const clipping = copied(source, place)
    const cut = removeAt(place)(opened(source)).document
    expect(cut.states.first?.followUps).toBeUndefined()
    expect(pasted(clipping, cut, { kind: 'state', state: 'first' })).toEqual(source)
  })
})

describe('a task that opens in a state', () => {
  const first = { kind: 'state', state: 'first' } as const
  const inFirst = addTaskHere('first', 'review')(opened(source)).document
  const inBoth = addTaskHere('second', 'review')(opened(inFirst)).document
  const clipping = copied(inBoth, { kind: 'task', name: 'review' })

  it('is cut from that state only, and stays in the list and wherever else it opens', () => {
    const cut = removeTaskHere('first', 0)(opened(inBoth))
    expect(cut.document.states.first?.tasks).toBeUndefined()
    expect(cut.document.states.second?.tasks).toEqual(['review'])
    expect(cut.document.taskDefinitions).toEqual(source.taskDefinitions)
    expect(cut.selection).toEqual(first)
    expect(pasted(clipping, cut.document, first)).toEqual(inBoth)
  })

  it('is pasted into the state that is chosen, and into the list where none is', () => {
    const there = pasted(clipping, source, { kind: 'state', state: 'second' })
    expect(there.states.second?.tasks).toEqual(['review'])
    expect(there.taskDefinitions).toEqual(source.taskDefinitions)
    expect(pasted(clipping, there, { kind: 'state', state: 'second' })).toEqual(there)
    expect(Object.keys(pasted(clipping, source, { kind: 'pathway' }).taskDefinitions ?? {})).toEqual([
      'review',
      'review2',
    ])
    expect(pasteRefusal(clipping, { kind: 'state', state: 'done' }, source)).toBe('notHere')
  })

  it('keeps its meaning where another of its name is', () => {
    const other = { ...empty, taskDefinitions: { review: { label: { fi: 'Muu' }, role: 'x' } } }
    const there = pasted(clipping, other, { kind: 'state', state: 'alku' })
    expect(there.states.alku?.tasks).toEqual(['review2'])
    expect(there.taskDefinitions?.review2).toEqual(source.taskDefinitions?.review)
  })
})

const isSame = (one: Place, other: Place): boolean => JSON.stringify(one) === JSON.stringify(other)

function placesOf(document: DraftDocument): Exclude<Place, { kind: 'pathway' }>[] {
  const model = readPathway(asDraftDocument(document))
  return [
    ...[...model.states.keys()].filter((state) => state !== '').map((state) => ({ kind: 'state' as const, state })),
    ...model.transitions.map(({ place }) => place),
    ...[...model.states.values()].flatMap(({ path: state, definition }) => [
      ...Object.keys(definition.followUps ?? {}).map((name) => ({ kind: 'followUp' as const, state, name })),
      ...Object.keys(definition.modules ?? {}).map((name) => ({ kind: 'module' as const, state, name })),
    ]),
    ...(Object.keys(listed) as ListedKind[]).flatMap((kind) =>
      Object.keys(document[listed[kind]] ?? {}).map((name) => ({ kind, name })),
    ),
  ]
}

const errorsOf = (document: DraftDocument): string[] =>
  verifyDocument(document).findings.flatMap(({ code, severity }) => (severity === 'error' ? code : []))
