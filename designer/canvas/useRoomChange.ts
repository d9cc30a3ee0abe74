import { type RefObject, useEffect, useRef } from 'react'
import { useSelection } from '../editor/DraftContext.tsx'
import { useCanvasMarks } from './CanvasMarks.tsx'
import type { Drawing, Size } from './drawing/Drawing.ts'
import type { Rect } from './layout/geometry.ts'
import type { LaidOut } from './layout/LaidOut.ts'
import { rectOf, rectOfClient, rectOfFirst } from './rectOf.ts'
import type { View } from './useView.ts'
import {
  centredOn,
  isSameViewport,
  isSeen,
  isWholeSeen,
  legible,
  partsOf,
  readableZoom,
  type Viewport,
  wholeViewport,
} from './viewports.ts'

/**
 * The drawing gets more or less room: a walk opens under it, tables beside it. Whoever saw all of it goes on seeing it,
 * and sees it again when there is room for it; else what they looked at stays in view.
 */
export function useRoomChange(
  drawing: Drawing,
  laidOut: LaidOut | undefined,
  view: View,
  pane: RefObject<HTMLElement | null>,
): void {
  const selection = useSelection()
  const { active } = useCanvasMarks()
  const seen = useRef({ drawing, laidOut, selection, active })
  seen.current = { drawing, laidOut, selection, active }
  useEffect(() => {
    const element = pane.current
    if (!element) return
    let before = view.room()
    const observer = new ResizeObserver(() => {
      const room = view.room()
      const had = before
      before = room ?? before
      const { drawing, laidOut, selection, active } = seen.current
      if (!had || !room || !laidOut) return
      const now = view.now()
      const parts = partsOf(laidOut)
      const isFitted = isSameViewport(now, wholeViewport(parts, had)) || (view.isToBeWhole && view.isAsShown())
      const isToBeWhole = isFitted || (isWholeSeen(parts, now, had) && !isWholeSeen(parts, now, room))
      view.isToBeWhole = isToBeWhole
      if (isToBeWhole) {
        const whole = wholeViewport(parts, room)
        // where all of it would be a blot, a part of it is seen meanwhile
        if (whole.zoom >= Math.min(legible, now.zoom * 0.8)) return view.show(whole)
      }
      const client = rectOfClient(active, laidOut, room)
      const chosen = client ?? rectOf(selection, laidOut)
      const looked =
        chosen && isSeen(chosen, now, had) ? chosen : isToBeWhole ? rectOfFirst(drawing, laidOut) : undefined
      const kept = looked ?? nearestToMiddle(Object.values(laidOut.sheets), now, had)
      if (kept && !isSeen(kept, now, room)) view.show(centredOn(kept, room, readableZoom(now.zoom)))
      else if (isToBeWhole) view.show(now)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [pane, view])
}

/** Of sheets, the one that somebody has in the middle before them. */
function nearestToMiddle(sheets: readonly Rect[], { x, y, zoom }: Viewport, room: Size): Rect | undefined {
  const middle = { x: (room.width / 2 - x) / zoom, y: (room.height / 2 - y) / zoom }
  const farness = (rect: Rect): number =>
    Math.hypot(rect.x + rect.width / 2 - middle.x, rect.y + rect.height / 2 - middle.y)
  return sheets.reduce<Rect | undefined>(
    (nearest, one) => (nearest === undefined || farness(one) < farness(nearest) ? one : nearest),
    undefined,
  )
}
