import { describe, expect, it } from 'vitest'
import { isSameShown } from '../../../designer/parts/isSameShown.ts'

const made = (label: string) => ({
  at: ['phase', 0, 'label'],
  options: [{ value: 'a', label }],
  icon: icon('i', { title: label, children: icon('b') }),
})
/** An element, as React makes them. */
const icon = (type: string, props: object = {}, key?: string) => ({ type, key, props })

describe('what a control is given', () => {
  it('shows the same when it has been made anew with the same in it', () => {
    expect(isSameShown(made('Rooli'), made('Rooli'))).toBe(true)
  })

  it.each([
    [['phase'], ['phase', 'goal']],
    [{ help: undefined }, {}],
    [{ value: 'a' }, { value: 'b' }],
    [[], {}],
    [null, {}],
    [icon('i'), icon('b')],
    [icon('i', {}, '1'), icon('i', {}, '2')],
    [icon('i', { title: 'a' }), icon('i', { title: 'b' })],
  ])('shows something else when what is in it has changed: %j, %j', (one, other) => {
    expect(isSameShown({ one }, { one: other })).toBe(false)
  })

  it('is not the same when it has another function, or a thing that can change without becoming another', () => {
    expect(isSameShown({ nameOf: () => 'a' }, { nameOf: () => 'a' })).toBe(false)
    expect(isSameShown({ at: new Date(0) }, { at: new Date(0) })).toBe(false)
    expect(isSameShown({ known: new Set() }, { known: new Set() })).toBe(false)
  })
})
