import { createContext, type ReactNode, useContext, useDeferredValue } from 'react'
import { useDraft } from '../editor/DraftContext.tsx'
import type { DraftDocument } from '../model/document.ts'

const ToldContext = createContext<DraftDocument | undefined>(undefined)

/** The document of which lines are told in sentences: a moment behind, so that whoever writes does not wait for them. */
export function ToldDocument({ children }: { children: ReactNode }) {
  return <ToldContext value={useDeferredValue(useDraft(({ now }) => now.document))}>{children}</ToldContext>
}

/** The document as lines are told of it. */
export function useToldDocument(): DraftDocument {
  const told = useContext(ToldContext)
  if (!told) throw new Error('nothing is told here')
  return told
}
