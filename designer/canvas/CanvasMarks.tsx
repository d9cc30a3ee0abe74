import { createContext, useContext } from 'react'

/** What the drawing marks beside what is drawn: where an example client is, and how they came there. */
export interface CanvasMarks {
  /** paths of the innermost active states */
  active: readonly string[]
  /** ids of the transitions that were taken last: `<source>/<event>/<index>` */
  taken: readonly string[]
}

export const noMarks: CanvasMarks = { active: [], taken: [] }

export const CanvasMarksContext = createContext<CanvasMarks>(noMarks)

/** What is to be marked in the drawing. */
export const useCanvasMarks = (): CanvasMarks => useContext(CanvasMarksContext)
