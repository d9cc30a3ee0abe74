import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Layout } from '../editing/layout.ts'
import { textIn } from '../parts/inWords.ts'
import { DrawnPathway } from './DrawnPathway.tsx'
import classes from './PathwayDocument.module.css'
import type { DocumentPart } from './PathwayDocument.tsx'
import { DrawingInParts } from './paper/DrawingInParts.tsx'
import { planPrint } from './paper/planPrint.ts'
import { useDrawn } from './useDrawn.ts'

/** The drawing; on paper on as many sheets as it takes to read it. */
export function DocumentDrawing({ document, language, layout }: DocumentPart & { layout: Layout }) {
  const { t } = useTranslation('document', { lng: language })
  const drawing = useDrawn(document, layout, language)
  const drawn = drawing === 'failed' ? undefined : drawing
  const print = useMemo(() => drawn && planPrint(drawn), [drawn])
  if (Object.keys(document.states).length === 0) return null
  const title = t('drawingOf', { title: textIn(document.title, language) })
  const onPaper = print?.kind === 'parts' ? 'notAtAll' : print?.kind === 'whole' ? print.paper : undefined
  return (
    <section className={classes.drawing}>
      <h2>{t('drawing')}</h2>
      <DrawnPathway drawing={drawing} language={language} title={title} {...(onPaper && { onPaper })} />
      {drawn && print?.kind === 'parts' && <DrawingInParts drawn={drawn} print={print} language={language} />}
    </section>
  )
}
