import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { comparePathways } from '../../engine/pathway/compare/index.ts'
import type { Language } from '../app/language.ts'
import type { Drawn } from '../document/Drawn.ts'
import { DrawnPathway } from '../document/DrawnPathway.tsx'
import { useDrawn } from '../document/useDrawn.ts'
import type { Layout } from '../editing/layout.ts'
import type { DraftDocument } from '../model/document.ts'
import { ChangesList } from './ChangesList.tsx'
import { drawMarks } from './drawMarks.ts'
import { type Marks, marksOf } from './marks.ts'
import classes from './Versions.module.css'

/** One side of a comparison. */
export interface Compared {
  document: DraftDocument
  layout: Layout
  /** what it is called: 'Versio 3', 'luonnos' */
  name: string
}

/** Two documents beside each other: what differs, in words and as drawings. */
export function Comparison({ before, after }: { before: Compared; after: Compared }) {
  const { t } = useTranslation('versions')
  const changes = useMemo(() => comparePathways(before.document, after.document), [before.document, after.document])
  const marks = useMemo(
    () => ({ before: marksOf(changes, 'before', before.document), after: marksOf(changes, 'after', after.document) }),
    [changes, before.document, after.document],
  )
  return (
    <>
      <ChangesList changes={changes} before={before.document} after={after.document} />
      {changes.length > 0 && (
        <section aria-labelledby="drawings">
          <h2 id="drawings">{t('drawings')}</h2>
          <p className={classes.quiet}>{t('marksMean')}</p>
          <h3>{t('before', { name: before.name })}</h3>
          <Side side={before} marks={marks.before} title={t('before', { name: before.name })} />
          <h3>{t('after', { name: after.name })}</h3>
          <Side side={after} marks={marks.after} title={t('after', { name: after.name })} />
        </section>
      )}
    </>
  )
}

function Side({ side, marks, title }: { side: Compared; marks: Marks; title: string }) {
  const { i18n } = useTranslation('versions')
  const mark = useCallback((svg: SVGSVGElement, drawn: Drawn) => drawMarks(svg, drawn, marks), [marks])
  const language = i18n.language as Language
  const drawing = useDrawn(side.document, side.layout, language)
  return <DrawnPathway drawing={drawing} language={language} title={title} mark={mark} />
}
