import { createContext, useContext } from 'react'

/** The phase that a person looks at alone for a while, and what they are naming in place. */
export interface CanvasFocus {
  /** path of the state; undefined when everything is looked at */
  phase: string | undefined
  renaming: string | undefined
  /** ends naming in place; the focus goes back to the drawing, unless it has gone elsewhere already */
  endRenaming(isByKey: boolean): void
  rename(sheet: string): void
}

export const CanvasFocusContext = createContext<CanvasFocus>({
  phase: undefined,
  renaming: undefined,
  endRenaming: () => undefined,
  rename: () => undefined,
})

export const useCanvasFocus = (): CanvasFocus => useContext(CanvasFocusContext)
