import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawPathway } from '../../../designer/canvas/drawing/drawPathway.ts'
import { insideOf, stepFrom } from '../../../designer/canvas/navigate.ts'
import { duplicate } from '../../../designer/editing/edits/clipboard.ts'
import { extractModule } from '../../../designer/editing/edits/extract.ts'
import { usesOf } from '../../../designer/editing/edits/listed.ts'
import { removeAt } from '../../../designer/editing/edits/removeAt.ts'
import { mendOf } from '../../../designer/findings/mend.ts'
import { asDraftDocument, type DraftDocument } from '../../../designer/model/document.ts'
import { placeName } from '../../../designer/model/placeName.ts'
import { type ListedKind, listed, type Place } from '../../../designer/model/places.ts'
import { readDraft } from '../../../designer/model/readDraft.ts'
import { readPathway } from '../../../designer/model/readPathway.ts'
import { outlineRows } from '../../../designer/outline/outlineRows.ts'
import { isRecord } from '../../../engine/pathway/isRecord.ts'
import { verifyDocument } from '../../../engine/pathway/verify/index.ts'
import { patience, runs } from '../../support/runs.ts'
import { finnishPen } from '../canvas/support/laidOut.ts'
import { brokenDocument } from './brokenDocuments.ts'
import { opened } from './drawnDocuments.ts'
import { editOf, someEdit } from './someEdit.ts'

const none: ReadonlySet<string> = new Set()

describe('a document that is broken', () => {
  it.each<[string, Record<string, unknown>]>([
    ['a state that is nothing', { states: { a: null } }],
    ['an event that does nothing', { states: { a: { on: { x: null } } } }],
    ['a target that is a number', { states: { a: { on: { x: { target: 5 } } } } }],
    ['tasks that are no list', { states: { a: { tasks: 5, followUps: { f: null }, modules: [] } } }],
  ])('is read: %s', (_what, document) => {
    const model = readPathway(asDraftDocument({ id: 'rikki', title: { fi: 'Rikki' }, ...document }))
    expect([...model.states.keys()]).toEqual(['', 'a'])
    expect(model.transitions.flatMap(({ targets }) => targets)).toEqual([])
  })

  it('keeps what can be read of it, and its limits where they cannot', () => {
    const sound = { target: 'b', label: { fi: 'Siirry' } }
    const document = asDraftDocument({
      states: { a: { own: 1, on: { x: [{ ...sound, criteria: 5, by: [5, 'coach'] }, 5, sound] } }, b: null },
    })
    expect(document).toEqual({
      id: '',
      title: { fi: '' },
      states: { a: { own: 1, on: { x: [{ ...sound, criteria: [''], by: ['', 'coach'] }, {}, sound] } }, b: {} },
    })
  })

  it('is told of: every part that cannot be read, and none where all of it can', () => {
    const { unread } = readDraft({
      title: { fi: 'Rikki' },
      states: { a: { own: 1, tasks: 5, on: { x: [{ target: 5 }, { by: [5] }] } }, b: null },
      criteria: { sound: { label: { fi: 'Ehjä' }, when: 7 } },
      sources: ['a', 5],
    })
    expect(unread?.paths.map((path) => path.join('/'))).toEqual([
      'states/a/tasks',
      'states/a/on/x/0/target',
      'states/a/on/x/1/by/0',
      'states/b',
      'criteria/sound/when',
      'sources',
    ])
    fc.assert(
      fc.property(brokenDocument, (input) => {
        const { document, unread: lost } = readDraft(input)
        const { title = {} } = input
        // what a document cannot be without is added, which loses nothing
        const whole = { id: '', states: {}, ...input, title: isRecord(title) ? { fi: '', ...title } : title }
        expect(lost === undefined).toBe(isDeepStrictEqual(document, whole))
        expect(readDraft(structuredClone(document)).unread).toBeUndefined()
      }),
      runs(80),
    )
  })

  it('is drawn, listed, named and walked through', { timeout: patience }, () => {
    fc.assert(
      fc.property(brokenDocument, (input) => {
        const document = asDraftDocument(input)
        const model = readPathway(document)
        drawPathway(model, finnishPen())
        const places = placesIn(document)
        const open = new Set(['pathway', ...rowKeys(document)])
        outlineRows(model, { open, language: 'sv', t: (text) => text })
        outlineRows(model, { open: none, language: 'fi', t: (text) => text, query: 'a' })
        for (const place of places) {
          placeName(document, place, 'en')
          insideOf(model, place, none)
          for (const step of ['in', 'out', 'next', 'previous'] as const) stepFrom(model, place, step, none)
          if (!('state' in place) && place.kind !== 'pathway') usesOf(document, place.kind, place.name)
        }
      }),
      runs(80),
    )
  })

  it('is read as it is when nothing in it is broken', () => {
    fc.assert(
      fc.property(brokenDocument, (input) => {
        const document = asDraftDocument(input)
        expect(asDraftDocument(structuredClone(document))).toEqual(document)
        expect(asDraftDocument(document)).toBe(document)
      }),
      runs(80),
    )
  })

  it('is edited and mended', { timeout: patience }, () => {
    fc.assert(
      fc.property(brokenDocument, fc.array(someEdit(), { maxLength: 5 }), (input, edits) => {
        const document = asDraftDocument(input)
        let now = opened(document)
        for (const one of edits) now = editOf(one, now.document)?.edit(now) ?? now
        for (const place of placesIn(document)) {
          removeAt(place)(opened(document))
          duplicate(place)(opened(document))
          if (place.kind === 'state')
            extractModule(document, opened(document).layout, place.state, 'osa', { fi: 'Osa' })
        }
        for (const finding of verifyDocument(input).findings) mendOf(finding, document)?.edit(opened(document))
      }),
      runs(25),
    )
  })
})

function placesIn(document: DraftDocument): Place[] {
  const { states, transitions } = readPathway(document)
  return [
    { kind: 'pathway' },
    ...[...states.values()].flatMap(({ path: state, definition }): Place[] => [
      ...(state === '' ? [] : [{ kind: 'state' as const, state }]),
      ...Object.keys(definition.followUps ?? {}).map((name): Place => ({ kind: 'followUp', state, name })),
      ...Object.keys(definition.modules ?? {}).map((name): Place => ({ kind: 'module', state, name })),
    ]),
    ...transitions.map(({ place }) => place),
    ...(Object.keys(listed) as ListedKind[]).flatMap((kind) =>
      Object.keys(document[listed[kind]] ?? {}).map((name): Place => ({ kind, name })),
    ),
  ]
}

const rowKeys = (document: DraftDocument): string[] => [
  ...[...readPathway(document).states.keys()].map((state) => `state:${state}`),
  ...Object.keys(listed).map((kind) => `group:${kind}`),
]
