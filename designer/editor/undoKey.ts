/** What a key does to what was done last: Ctrl+Z (⌘Z) takes it back, Ctrl+Shift+Z (⇧⌘Z) and Ctrl+Y bring it again. */
export function undoKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): 'undo' | 'redo' | undefined {
  const { ctrlKey, metaKey, altKey, shiftKey } = event
  if (altKey || ctrlKey === metaKey) return undefined
  const key = event.key.toLowerCase()
  if (key === 'z') return shiftKey ? 'redo' : 'undo'
  return key === 'y' && ctrlKey && !shiftKey ? 'redo' : undefined
}
