import { Panel, useReactFlow, useStoreApi } from '@xyflow/react'
import { type PointerEvent, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './DrawingMap.module.css'
import type { Sheet } from './drawing/Drawing.ts'
import { around, grown, type Rect } from './layout/geometry.ts'
import type { LaidOut } from './layout/LaidOut.ts'

const size = { width: 160, height: 110 }
/** How far one step of a wheel goes nearer or farther. */
const wheelStep = 0.002

/**
 * All of the drawing in small, and what of it is seen: a press leads there, a wheel goes nearer and farther. It is one
 * shape, and only the frame in it moves: whoever pans does not wait for hundreds of sheets drawn small.
 */
export function DrawingMap({ sheets, laidOut }: { sheets: readonly Sheet[]; laidOut: LaidOut }) {
  const { t } = useTranslation('canvas')
  const flow = useReactFlow()
  const store = useStoreApi()
  const map = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const { filled, hollow, all } = useMemo(() => shapes(sheets, laidOut), [sheets, laidOut])
  const scale = Math.min(size.width / all.width, size.height / all.height)
  const left = (size.width - all.width * scale) / 2 - all.x * scale
  const top = (size.height - all.height * scale) / 2 - all.y * scale

  useLayoutEffect(() => {
    const show = (): void => {
      const { transform, width, height } = store.getState()
      const [x, y, zoom] = transform
      if (!frame.current) return
      const { style } = frame.current
      style.transform = `translate(${left - (x / zoom) * scale}px, ${top - (y / zoom) * scale}px)`
      style.width = `${(width / zoom) * scale}px`
      style.height = `${(height / zoom) * scale}px`
    }
    show()
    return store.subscribe(show)
  }, [store, left, top, scale])
  useEffect(() => {
    const element = map.current
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault()
      void flow.zoomTo(flow.getZoom() * 2 ** (-event.deltaY * wheelStep))
    }
    // said to be one that keeps the page where it is
    element?.addEventListener('wheel', onWheel, { passive: false })
    return () => element?.removeEventListener('wheel', onWheel)
  }, [flow])

  const lookAt = (event: PointerEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.getBoundingClientRect()
    const x = (event.clientX - box.left - left) / scale
    const y = (event.clientY - box.top - top) / scale
    void flow.setCenter(x, y, { zoom: flow.getZoom() })
  }
  return (
    <Panel position="bottom-right" className={classes.panel}>
      <div
        ref={map}
        className={classes.map}
        style={size}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          lookAt(event)
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) lookAt(event)
        }}
      >
        <svg role="img" aria-label={t('map')} width={size.width} height={size.height}>
          <g transform={`translate(${left} ${top}) scale(${scale})`}>
            <path d={filled} className={classes.filled} />
            <path d={hollow} className={classes.hollow} />
          </g>
        </svg>
        <div ref={frame} className={classes.frame} />
      </div>
    </Panel>
  )
}

function shapes(sheets: readonly Sheet[], laidOut: LaidOut): { filled: string; hollow: string; all: Rect } {
  const paths = { filled: '', hollow: '' }
  for (const { id, kind } of sheets) {
    const rect = laidOut.sheets[id]
    const look = kind === 'phase' || kind === 'state' || kind === 'end' ? 'filled' : 'hollow'
    if (rect) paths[look] += `M${rect.x} ${rect.y}h${rect.width}v${rect.height}h${-rect.width}z`
  }
  const all = around(Object.values(laidOut.sheets)) ?? { x: 0, y: 0, width: 1, height: 1 }
  return { ...paths, all: grown(all, Math.max(all.width, all.height) / 20) }
}
