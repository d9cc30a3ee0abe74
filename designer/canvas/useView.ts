import { useReactFlow } from '@xyflow/react'
import { type RefObject, useMemo } from 'react'
import type { Size } from './drawing/Drawing.ts'
import { isSameViewport, type Viewport } from './viewports.ts'

/** What of the drawing is seen, and whether the person has moved it. */
export interface View {
  /** all of the drawing was seen, and is to be seen again when there is room for it */
  isToBeWhole: boolean
  now(): Viewport
  show(viewport: Viewport): void
  /** nobody has moved the drawing since it was last shown by `show` */
  isAsShown(): boolean
  /** undefined while the drawing is not on the screen */
  room(): Size | undefined
}

/** The view of the drawing. Always the same one. */
export function useView(pane: RefObject<HTMLElement | null>): View {
  const { getViewport, setViewport } = useReactFlow()
  return useMemo(() => {
    let shown: Viewport | undefined
    return {
      isToBeWhole: false,
      now: getViewport,
      show(viewport) {
        shown = viewport
        void setViewport(viewport)
      },
      isAsShown: () => shown !== undefined && isSameViewport(getViewport(), shown),
      room() {
        const { clientWidth: width = 0, clientHeight: height = 0 } = pane.current ?? {}
        return width > 0 && height > 0 ? { width, height } : undefined
      },
    }
  }, [pane, getViewport, setViewport])
}
