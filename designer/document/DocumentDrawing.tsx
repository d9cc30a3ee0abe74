import { useTranslation } from 'react-i18next'
import type { Layout } from '../editing/layout.ts'
import { textIn } from '../parts/inWords.ts'
import { DrawnPathway } from './DrawnPathway.tsx'
import classes from './PathwayDocument.module.css'
import type { DocumentPart } from './PathwayDocument.tsx'

/** The drawing, on a sheet of its own when printed. */
export function DocumentDrawing({ document, language, layout }: DocumentPart & { layout: Layout }) {
  const { t } = useTranslation('document', { lng: language })
  if (Object.keys(document.states).length === 0) return null
  const title = t('drawingOf', { title: textIn(document.title, language) })
  return (
    <section className={classes.drawing}>
      <h2>{t('drawing')}</h2>
      <DrawnPathway document={document} layout={layout} language={language} title={title} />
    </section>
  )
}
