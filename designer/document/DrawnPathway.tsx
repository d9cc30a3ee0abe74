import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../app/language.ts'
import { exportSvg } from '../canvas/exportSvg.ts'
import { Loading } from '../parts/Loading.tsx'
import { Scrolled } from '../parts/Scrolled.tsx'
import type { Drawn } from './Drawn.ts'
import classes from './DrawnPathway.module.css'
import { svgOf } from './svgOf.ts'
import type { Drawing } from './useDrawn.ts'

/**
 * A pathway as a picture: what it says stands in words beside it.
 * @param onPaper how it is printed, when that is not among the text: on a sheet of its own, or by other pictures
 * @param mark adds to the picture, when it is drawn; what is marked first is in sight
 */
export function DrawnPathway({
  drawing,
  language,
  title,
  onPaper,
  mark,
}: {
  drawing: Drawing
  language: Language
  title: string
  onPaper?: 'tall' | 'wide' | 'notAtAll'
  mark?: (svg: SVGSVGElement, drawn: Drawn) => void
}) {
  const { t } = useTranslation('document')
  const [hasFailed, setFailed] = useState(false)
  const frame = useRef<HTMLElement>(null)
  useEffect(() => {
    setFailed(false)
    if (drawing === undefined || drawing === 'failed' || !frame.current) return
    try {
      const svg = svgOf(exportSvg(drawing.drawing, drawing.laidOut, title, language))
      const [, , width = '0'] = (svg.getAttribute('viewBox') ?? '').split(' ')
      svg.style.setProperty('--drawn-width', `${width}px`)
      mark?.(svg, drawing)
      frame.current.replaceChildren(svg)
      scrollToFirstMark(frame.current)
    } catch {
      setFailed(true)
    }
  }, [drawing, mark, title, language])
  if (drawing === 'failed' || hasFailed) return <p>{t('notDrawn')}</p>
  return (
    <>
      {!drawing && <Loading />}
      <Scrolled scrollRef={frame} className={`${classes.frame} ${(onPaper && classes[onPaper]) ?? ''}`} label={title} />
    </>
  )
}

/** A drawing that is larger than its frame opens where something is marked. */
function scrollToFirstMark(frame: HTMLElement): void {
  const mark = frame.querySelector('[data-mark]')?.getBoundingClientRect()
  if (!mark) return
  const { x, y } = frame.getBoundingClientRect()
  frame.scrollLeft += mark.x + mark.width / 2 - x - frame.clientWidth / 2
  frame.scrollTop += mark.y + mark.height / 2 - y - frame.clientHeight / 2
}
