import { useMemo } from 'react'
import { useDraft } from '../editor/DraftContext.tsx'
import { useCanvasFocus } from './CanvasFocus.tsx'
import { useCanvasMarks } from './CanvasMarks.tsx'
import type { LineEdge } from './flowElements.ts'
import classes from './LineView.module.css'
import { moved } from './layout/geometry.ts'
import { roundedPath } from './layout/roundedPath.ts'
import { type LineLook, lookOf } from './lineLook.ts'

/**
 * All lines as they are seen from far: one path for each ink. From so far no line can be pressed and no word on it read,
 * and hundreds of them, each a picture of its own, would be what everybody waits for who moves the drawing.
 */
export function FarLines({ edges }: { edges: readonly LineEdge[] }) {
  const { phase } = useCanvasFocus()
  const { taken } = useCanvasMarks()
  const selection = useDraft(({ now }) => now.selection)
  const paths = useMemo(() => {
    const byLook = new Map<LineLook, string>()
    for (const { data } of edges) {
      if (!data) continue
      const look = lookOf(data.line, { selection, phase, taken })
      byLook.set(look, (byLook.get(look) ?? '') + pathOf(data))
    }
    return [...byLook]
  }, [edges, selection, phase, taken])
  return (
    <svg className={classes.far} aria-hidden>
      {paths.map(([look, path]) => (
        <g key={look} className={classes.line} data-look={look}>
          <path d={path} className={classes.stroke} />
        </g>
      ))}
    </svg>
  )
}

/** While a sheet is dragged its lines go straight; where they go is found when it is let go. */
function pathOf({ route: { points }, moved: by }: NonNullable<LineEdge['data']>): string {
  const [first, last] = [points[0], points.at(-1)]
  if (!by || !first || !last) return roundedPath(points)
  const isWhole = by.from.x === by.to.x && by.from.y === by.to.y
  return roundedPath(
    isWhole ? points.map((point) => moved(point, by.from)) : [moved(first, by.from), moved(last, by.to)],
  )
}
