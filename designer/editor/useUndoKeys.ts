import { useEffect } from 'react'
import { useEdits } from './DraftContext.tsx'
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

/** Whether something is being written that is not in the document yet, or never will be: the browser takes that back. */
const hasOwnUndo = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea') && target.closest('[data-own-undo]') !== null
