import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { OpenDraft } from '../editing/openDraft.ts'
import { useOpenDraft, useSelection } from '../editor/DraftContext.tsx'
import { placeKey } from '../model/places.ts'
import { useCanvasMarks } from './CanvasMarks.tsx'
import type { Drawing, Size } from './drawing/Drawing.ts'
import type { LaidOut } from './layout/LaidOut.ts'
import { rectOf, rectOfClient, rectOfFirst } from './rectOf.ts'
import { useRoomChange } from './useRoomChange.ts'
import { useView, type View } from './useView.ts'
import {
  centredOn,
  isAnySeen,
  isSameViewport,
  isSeen,
  openingViewport,
  partsOf,
  readableZoom,
  type Viewport,
  wholeViewport,
} from './viewports.ts'

/** Where somebody was in a drawing that they left for another page, while the draft stays open. */
const left = new WeakMap<OpenDraft, Viewport>()

/**
 * What of the drawing is seen: at first where it was left, or its beginning; later what is chosen, wherever it was
 * chosen, and where the example client is.
 * @returns shows all of the drawing, or of one sheet
 */
export function useViewport(
  drawing: Drawing,
  laidOut: LaidOut | undefined,
  size: Size | undefined,
  pane: RefObject<HTMLElement | null>,
): (sheet?: string) => void {
  const open = useOpenDraft()
  const selection = useSelection()
  const view = useView(pane)
  const shown = useRef<string>(undefined)
  const isOpened = useRef(false)

  useEffect(() => {
    if (!laidOut || !size || isOpened.current) return
    const room = view.room()
    if (!room) return
    isOpened.current = true
    shown.current = placeKey(selection)
    const parts = partsOf(laidOut)
    const before = left.get(open)
    const first =
      before && isAnySeen(parts, before, room) ? before : openingViewport(parts, rectOfFirst(drawing, laidOut), room)
    const chosen = rectOf(selection, laidOut)
    view.show(chosen && !isSeen(chosen, first, room) ? centredOn(chosen, room, readableZoom(first.zoom)) : first)
  }, [drawing, laidOut, size, view, open, selection])
  useLayoutEffect(
    () => () => {
      if (isOpened.current) left.set(open, view.now())
    },
    [open, view],
  )

  useEffect(() => {
    const key = placeKey(selection)
    if (!laidOut || !isOpened.current || shown.current === key) return
    const rect = rectOf(selection, laidOut)
    if (!rect) {
      if (selection.kind === 'pathway') shown.current = key
      return
    }
    // asked last: it has the page laid out in the middle of a step
    const room = view.room()
    if (!room) return
    shown.current = key
    const now = view.now()
    if (isSeen(rect, now, room)) return
    view.isToBeWhole = false
    view.show(centredOn(rect, room, readableZoom(now.zoom)))
  }, [selection, laidOut, view])

  useClientInView(laidOut, view)
  useRoomChange(drawing, laidOut, view, pane)

  return (sheet) => {
    const room = view.room()
    const rect = sheet === undefined ? undefined : laidOut?.sheets[sheet]
    if (laidOut && room) view.show(wholeViewport(rect ? [rect] : partsOf(laidOut), room))
  }
}

/** Where the example client has come is brought into view, unless the person has looked elsewhere since they came there. */
function useClientInView(laidOut: LaidOut | undefined, view: View): void {
  const { active } = useCanvasMarks()
  const at = useRef('')
  const seen = useRef<Viewport>(undefined)
  useEffect(() => {
    const room = view.room()
    const now = active.join(' ')
    if (now === '') {
      at.current = ''
      seen.current = undefined
    }
    if (!laidOut || !room || at.current === now) return
    at.current = now
    const rect = rectOfClient(active, laidOut, room)
    const isLeft = seen.current === undefined || view.isAsShown() || isSameViewport(seen.current, view.now())
    if (rect && isLeft && !isSeen(rect, view.now(), room)) {
      view.show(centredOn(rect, room, readableZoom(view.now().zoom)))
    }
    seen.current = view.now()
  }, [active, laidOut, view])
}
