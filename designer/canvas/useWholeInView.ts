import { useReactFlow } from '@xyflow/react'
import { type RefObject, useEffect, useRef } from 'react'
import { around } from './layout/geometry.ts'
import type { LaidOut } from './layout/LaidOut.ts'
import { wholeView } from './useViewport.ts'

/** Whoever saw all of the drawing goes on seeing it when there is less room: a walk opens under it. */
export function useWholeInView(pane: RefObject<HTMLElement | null>, laidOut: LaidOut | undefined): void {
  const flow = useReactFlow()
  const now = useRef(laidOut)
  now.current = laidOut
  useEffect(() => {
    const element = pane.current
    if (!element) return
    let room = { width: element.clientWidth, height: element.clientHeight }
    const observer = new ResizeObserver(() => {
      const before = room
      room = { width: element.clientWidth, height: element.clientHeight }
      const all = now.current && around(Object.values(now.current.sheets))
      if (!all || (room.width >= before.width && room.height >= before.height)) return
      const { x, y, zoom } = flow.getViewport()
      const left = all.x * zoom + x
      const top = all.y * zoom + y
      const isWhole = (within: typeof room): boolean =>
        left >= 0 && top >= 0 && left + all.width * zoom <= within.width && top + all.height * zoom <= within.height
      if (isWhole(before) && !isWhole(room)) requestAnimationFrame(() => void flow.fitView(wholeView))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [pane, flow])
}
