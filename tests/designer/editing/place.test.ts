import { describe, expect, it } from 'vitest'
import { clearPositions, placeSheet, setFolded } from '../../../designer/editing/edits/place.ts'
import type { Editable } from '../../../designer/editing/history.ts'
import { asDraftDocument } from '../../../designer/model/document.ts'

const now: Editable = {
  document: asDraftDocument({ id: 'p', title: { fi: 'P' }, states: { a: { states: { b: {} } } } }),
  layout: { positions: { a: { x: 1, y: 2 } } },
  selection: { kind: 'state', state: 'a.b' },
}

describe('where sheets stand', () => {
  it('is kept beside the document, which stays as it is', () => {
    const after = placeSheet('a.b', { x: 5, y: 6 })(now)
    expect(after.document).toBe(now.document)
    expect(after.layout.positions).toEqual({ a: { x: 1, y: 2 }, 'a.b': { x: 5, y: 6 } })
  })

  it('is no change where it is the same', () => {
    expect(placeSheet('a', { x: 1, y: 2 })(now)).toBe(now)
    const cleared = clearPositions(now)
    expect(cleared.layout.positions).toEqual({})
    expect(clearPositions(cleared)).toBe(cleared)
  })
})

describe('folding', () => {
  it('chooses the state instead of what it hides', () => {
    const folded = setFolded('a', true)(now)
    expect(folded).toMatchObject({ layout: { collapsed: ['a'] }, selection: { kind: 'state', state: 'a' } })
    expect(setFolded('a', true)(folded)).toBe(folded)
  })

  it('leaves nothing behind when it is undone by hand', () => {
    expect(setFolded('a', false)(setFolded('a', true)(now)).layout).toEqual(now.layout)
  })
})
