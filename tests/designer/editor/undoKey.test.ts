import { describe, expect, it } from 'vitest'
import { undoKey } from '../../../designer/editor/undoKey.ts'

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

describe('the keys of undo', () => {
  it.each([
    ['Ctrl+Z', { key: 'z', ctrlKey: true }, 'undo'],
    ['⌘Z', { key: 'z', metaKey: true }, 'undo'],
    ['Ctrl+Shift+Z', { key: 'Z', ctrlKey: true, shiftKey: true }, 'redo'],
    ['Ctrl+Y', { key: 'y', ctrlKey: true }, 'redo'],
    ['a letter', { key: 'z' }, undefined],
    ['⌘Y, which is the browser’s', { key: 'y', metaKey: true }, undefined],
    ['AltGr and a letter', { key: 'z', ctrlKey: true, altKey: true }, undefined],
  ] as const)('%s', (_, pressed, does) => {
    expect(undoKey({ ...none, ...pressed })).toBe(does)
  })
})
