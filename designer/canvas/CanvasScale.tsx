import { createContext, useContext } from 'react'

/** How the drawing is looked at, for all that stands on it: asked once, since every sheet and line would ask at each step. */
export interface CanvasScale {
  /** it is looked at from so far that only its form is seen: what cannot be read is not drawn */
  isFar: boolean
  /** where what stands on lines is drawn, over lines and sheets; null before there is such a place */
  labels: Element | null
}

export const CanvasScaleContext = createContext<CanvasScale>({ isFar: false, labels: null })

export const useCanvasScale = (): CanvasScale => useContext(CanvasScaleContext)

/** Below this size nothing that stands on sheets and lines can be read. */
export const unreadable = 0.22
