import { useEffect } from 'react'
import { useEdits } from './DraftContext.tsx'
import { hasOwnUndo } from './hasOwnUndo.ts'
import { undoKey } from './undoKey.ts'

/** The keys of undo, wherever in the editor the focus is. */
export function useUndoKeys(): void {
  const { undo, redo } = useEdits()
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const asked = undoKey(event)
      if (asked === undefined || hasOwnUndo(event.target)) return
      event.preventDefault()
      if (asked === 'undo') undo()
      else redo()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [undo, redo])
}
