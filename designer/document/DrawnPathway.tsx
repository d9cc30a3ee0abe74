import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../app/language.ts'
import { exportSvg } from '../canvas/exportSvg.ts'
import type { Layout } from '../editing/layout.ts'
import type { DraftDocument } from '../model/document.ts'
import { Loading } from '../parts/Loading.tsx'
import { Scrolled } from '../parts/Scrolled.tsx'
import classes from './DrawnPathway.module.css'
import { type Drawn, drawOnce } from './drawOnce.ts'
import './sheets.css'

/**
 * A pathway as a picture: what it says stands in words beside it.
 * @param mark adds to the picture, when it is drawn; what is marked first is in sight
 */
export function DrawnPathway({
  document,
  layout,
  language,
  title,
  mark,
}: {
  document: DraftDocument
  layout: Layout
  language: Language
  title: string
  mark?: (svg: SVGSVGElement, drawn: Drawn) => void
}) {
  const { t } = useTranslation('document')
  const [drawn, setDrawn] = useState<Drawn>()
  const [hasFailed, setFailed] = useState(false)
  const frame = useRef<HTMLElement>(null)
  useEffect(() => {
    const abort = new AbortController()
    setFailed(false)
    drawOnce(document, layout, language, abort.signal)
      .then(setDrawn)
      .catch(() => setFailed(!abort.signal.aborted))
    return () => abort.abort()
  }, [document, layout, language])
  useEffect(() => {
    if (!drawn || !frame.current) return
    try {
      const svg = svgOf(exportSvg(drawn.drawing, drawn.laidOut, title, language))
      mark?.(svg, drawn)
      frame.current.replaceChildren(svg)
      scrollToFirstMark(frame.current)
    } catch {
      setFailed(true)
    }
  }, [drawn, mark, title, language])
  if (hasFailed) return <p>{t('notDrawn')}</p>
  return (
    <>
      {!drawn && <Loading />}
      <Scrolled scrollRef={frame} className={`${classes.frame} ${(drawn && sheetOf(drawn)) ?? ''}`} label={title} />
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

/** Which sheet of paper a drawing has for its own; undefined for one that can be read beside other things. */
function sheetOf(drawn: Drawn): string | undefined {
  const [width, height] = [widthOf(drawn), heightOf(drawn)]
  if (width <= 900 && height <= 600) return undefined
  return width > height ? classes.wide : classes.tall
}

const widthOf = ({ laidOut }: Drawn): number =>
  Math.max(0, ...Object.values(laidOut.sheets).map(({ x, width }) => x + width))
const heightOf = ({ laidOut }: Drawn): number =>
  Math.max(0, ...Object.values(laidOut.sheets).map(({ y, height }) => y + height))

function svgOf(text: string): SVGSVGElement {
  const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml')
  const svg = window.document.importNode(documentElement, true)
  if (!(svg instanceof SVGSVGElement)) throw new Error('what was drawn is no SVG')
  const [, , width = '0'] = (svg.getAttribute('viewBox') ?? '').split(' ')
  svg.style.setProperty('--drawn-width', `${width}px`)
  return svg
}
