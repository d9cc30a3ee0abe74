import { useReactFlow } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import { useSelection } from '../editor/DraftContext.tsx'
import type { Place } from '../model/places.ts'
import { placeKey } from '../model/places.ts'
import { type Drawing, wholePathway } from './drawing/Drawing.ts'
import { around, type Rect } from './layout/geometry.ts'
import type { LaidOut } from './layout/LaidOut.ts'

/** Below this size the texts of the drawing cannot be told apart. */
const readable = 0.55
/** At this size it is opened where all of it does not fit. */
const opening = 0.8
const margin = 24
/** What stands over the upper border. */
const bar = 48

/** All of the drawing, below what stands over it. */
export const wholeView = {
  padding: { top: `${margin + bar}px`, left: `${margin}px`, right: `${margin}px`, bottom: `${margin}px` },
  maxZoom: 1,
} as const

/**
 * What of the drawing is seen: at first all of it, or its beginning where all of it would be too small; later what is
 * chosen, wherever it was chosen.
 */
export function useViewport(
  drawing: Drawing,
  laidOut: LaidOut | undefined,
  size: { width: number; height: number } | undefined,
): void {
  const flow = useReactFlow()
  const selection = useSelection()
  const isOpened = useRef(false)
  const shown = useRef<string>(undefined)

  useEffect(() => {
    if (!laidOut || !size || isOpened.current) return
    const all = around(Object.values(laidOut.sheets))
    if (!all) return
    isOpened.current = true
    shown.current = placeKey(selection)
    const room = { width: size.width - 2 * margin, height: size.height - 2 * margin - bar }
    const zoom = Math.min(1, room.width / all.width, room.height / all.height)
    const first = firstOf(drawing, laidOut) ?? all
    const corner = zoom >= readable ? all : { x: first.x, y: first.y }
    const scale = zoom >= readable ? zoom : opening
    void flow.setViewport({ x: margin - corner.x * scale, y: margin + bar - corner.y * scale, zoom: scale })
  }, [drawing, laidOut, size, flow, selection])

  useEffect(() => {
    const key = placeKey(selection)
    if (!laidOut || !isOpened.current || shown.current === key) return
    const rect = rectOf(selection, laidOut)
    if (!rect) {
      if (selection.kind === 'pathway') shown.current = key
      return
    }
    shown.current = key
    const { x, y, zoom } = flow.getViewport()
    const from = { x: rect.x * zoom + x, y: rect.y * zoom + y }
    const pane = document.querySelector('.react-flow')?.getBoundingClientRect()
    if (!pane) return
    const isSeen =
      from.x >= 0 &&
      from.y >= 0 &&
      from.x + Math.min(rect.width * zoom, 200) <= pane.width &&
      from.y + Math.min(rect.height * zoom, 120) <= pane.height
    if (!isSeen) {
      const middle = { x: rect.x + Math.min(rect.width, 400) / 2, y: rect.y + Math.min(rect.height, 300) / 2 }
      void flow.setCenter(middle.x, middle.y, { zoom: Math.max(zoom, readable) })
    }
  }, [selection, laidOut, flow])
}

/** Where the first sheet stands that a journey comes to. */
function firstOf({ sheets }: Drawing, laidOut: LaidOut): Rect | undefined {
  const first = sheets.find(({ container, isInitial }) => container === '' && isInitial)
  return first && laidOut.sheets[first.id]
}

function rectOf(place: Place, { sheets, routes }: LaidOut): Rect | undefined {
  switch (place.kind) {
    case 'state':
    case 'followUp':
    case 'module':
      return sheets[place.state === '' ? wholePathway : place.state]
    case 'transition': {
      const route = routes[placeKey(place)]
      return route?.label ?? sheets[place.state === '' ? wholePathway : place.state]
    }
    case 'exit':
      return sheets[wholePathway]
    default:
      return undefined
  }
}
