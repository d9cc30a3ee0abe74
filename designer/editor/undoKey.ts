/** A key, and what is held down with it. */
interface Pressed {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

/** What a key does to what was done last: Ctrl+Z (⌘Z) takes it back, Ctrl+Shift+Z (⇧⌘Z) and Ctrl+Y bring it again. */
export function undoKey(pressed: Pressed): 'undo' | 'redo' | undefined {
  const { ctrlKey, metaKey, altKey, shiftKey } = pressed
  if (altKey || ctrlKey === metaKey) return undefined
  const key = pressed.key.toLowerCase()
  if (key === 'z') return shiftKey ? 'redo' : 'undo'
  return key === 'y' && ctrlKey && !shiftKey ? 'redo' : undefined
}
