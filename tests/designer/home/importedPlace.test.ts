import { expect, it } from 'vitest'
import { importedPlace } from '../../../designer/home/importedPlace.ts'
import { asDraftDocument } from '../../../designer/model/document.ts'
import { importXState } from '../../../engine/pathway/importXState.ts'

it('a note about a machine leads to what it became in the draft', () => {
  const { draft, notes } = importXState({
    context: {},
    id: 'kone',
    initial: 'Käsittely',
    states: {
      Käsittely: { on: { 'START review': { target: 'Hylätty', guard: 'saa' } }, after: { odotus: 'Hylätty' } },
      Hylätty: { type: 'final' },
    },
  })
  const document = asDraftDocument(draft)
  const placeOf = (code: string) =>
    notes.filter((note) => note.code === code).map((note) => importedPlace(note, notes, document))
  expect(placeOf('unknown-state-key')).toEqual([undefined])
  expect(placeOf('renamed-state')).toEqual([
    { kind: 'state', state: 'Kasittely' },
    { kind: 'state', state: 'Hylatty' },
  ])
  const from = { kind: 'transition', state: 'Kasittely', index: 0 }
  expect(placeOf('guard-criterion')).toEqual([{ ...from, trigger: 'on', event: 'START_review' }])
  expect(placeOf('named-delay')).toEqual([{ ...from, trigger: 'after', event: 'odotus' }])
})
