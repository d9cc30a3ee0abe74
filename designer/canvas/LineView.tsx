import { type EdgeProps, getSmoothStepPath } from '@xyflow/react'
import { memo, useMemo } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { transitionInWords } from '../../engine/pathway/words/index.ts'
import { useDraft, useEdits } from '../editor/DraftContext.tsx'
import { placeKey } from '../model/places.ts'
import { transitionAt } from '../model/thingAt.ts'
import { useCanvasFocus } from './CanvasFocus.tsx'
import { useCanvasMarks } from './CanvasMarks.tsx'
import { useCanvasScale } from './CanvasScale.tsx'
import type { Line } from './drawing/Drawing.ts'
import { elementId } from './elementId.ts'
import { FindingMark } from './FindingMark.tsx'
import type { LineEdge } from './flowElements.ts'
import classes from './LineView.module.css'
import { moved, type Rect } from './layout/geometry.ts'
import { roundedPath } from './layout/roundedPath.ts'
import { lookOf } from './lineLook.ts'
import { SignIcon } from './SignIcon.tsx'
import { useToldDocument } from './ToldDocument.tsx'
import { useSay } from './useDrawing.ts'

/** A transition as a line, and what stands on it. */
export const LineView = memo(function LineView({ data, ...ends }: EdgeProps<LineEdge>) {
  const { phase } = useCanvasFocus()
  const { taken } = useCanvasMarks()
  const { labels } = useCanvasScale()
  const look = useDraft(({ now: { selection } }) => (data ? lookOf(data.line, { selection, phase, taken }) : 'plain'))
  if (!data) return null
  const { line, route, moved: by } = data
  const isApart = by !== undefined && (by.from.x !== by.to.x || by.from.y !== by.to.y)
  // while one end is being dragged the line follows it as well as it can; where it goes is found when it is let go
  const path = isApart
    ? getSmoothStepPath(ends)[0]
    : roundedPath(by ? route.points.map((point) => moved(point, by.from)) : route.points)
  return (
    <>
      <g className={classes.line} data-look={look}>
        <path d={path} className={classes.reach} />
        <path d={path} className={classes.stroke} markerEnd={`url(#${arrowOf(look)})`} />
      </g>
      {route.label &&
        labels &&
        createPortal(
          <Label line={line} at={by && !isApart ? moved(route.label, by.from) : route.label} look={look} />,
          labels,
        )}
    </>
  )
})

const arrowOf = (look: string): string =>
  look === 'lit' || look === 'chosen' || look === 'taken'
    ? 'canvas-arrow-lit'
    : look === 'quiet'
      ? 'canvas-arrow-quiet'
      : 'canvas-arrow'

function Label({ line, at, look }: { line: Line; at: Rect; look: string }) {
  const { t } = useTranslation('canvas')
  const { select } = useEdits()
  const sentence = useSentence(line)
  return (
    <div
      className={`nodrag nopan ${classes.label}`}
      data-look={look}
      data-ground={line.ground}
      style={{ transform: `translate(${at.x}px, ${at.y}px)`, width: at.width, height: at.height }}
    >
      <button
        type="button"
        id={elementId(line.place)}
        tabIndex={-1}
        aria-roledescription={t('transition')}
        aria-label={sentence}
        title={sentence}
        aria-current={look === 'chosen' || undefined}
        className={classes.words}
        onClick={() => select(line.place)}
      >
        {line.name.map((text) => (
          <span key={text} className={classes.name}>
            {text}
          </span>
        ))}
        {line.itself && (
          <span className={classes.itself}>
            <SignIcon sign={line.itself.sign} />
            <span>
              {line.itself.lines.map((text) => (
                <span key={text} className={classes.text}>
                  {text}
                </span>
              ))}
            </span>
          </span>
        )}
        {line.pills.map((pill) => (
          <span key={pill.lines.join(' ')} className={classes.pill} data-overridable={pill.isOverridable || undefined}>
            {pill.lines.map((text) => (
              <span key={text} className={classes.text}>
                {text}
              </span>
            ))}
          </span>
        ))}
      </button>
      <span className={classes.mark}>
        <FindingMark place={placeKey(line.place)} />
      </span>
    </div>
  )
}

/** A transition as a sentence: what it is called when it is read aloud. */
function useSentence({ place }: Line): string {
  const { language } = useSay()
  const document = useToldDocument()
  return useMemo(() => {
    const definition = transitionAt(document, place)
    if (!definition) return ''
    const isDone = place.trigger === 'onDone'
    const address = {
      source: place.state,
      kind: place.trigger === 'onDone' ? ('done' as const) : place.trigger,
      event: isDone ? 'done' : place.event,
      definition,
    }
    return transitionInWords(document, address, language)
  }, [document, place, language])
}
