import { useTranslation } from 'react-i18next'
import { durationInWords } from '../../engine/pathway/words/index.ts'
import { childOf } from '../model/places.ts'
import classes from './PathwayDocument.module.css'
import type { DocumentPart } from './PathwayDocument.tsx'
import { StateRules } from './StateRules.tsx'
import { StateSection } from './StateSection.tsx'
import { startOf } from './startOf.ts'

/** What ours is when the document says nothing (`review`, `backDating`). */
const defaults = { review: 'P3M', backDating: 'P90D' }

/** The phases and states in the document's order, each with what it promises and the ways out of it. */
export function StatesChapter({ document, language }: DocumentPart) {
  const { t } = useTranslation('document', { lng: language })
  const { parameters } = document
  const keys = Object.keys(document.states)
  const review = durationInWords(document.review ?? defaults.review, language, { form: 'after', parameters })
  const backDating = durationInWords(document.backDating ?? defaults.backDating, language, { parameters })
  return (
    <section>
      <h2>{t('phases')}</h2>
      {keys.length === 0 && <p>{t('nothingYet')}</p>}
      {document.initial !== undefined && <p>{t(...startOf(document, document.initial, language))}</p>}
      {document.type === 'parallel' && <p>{t('parallel')}</p>}
      {keys.map((key) => (
        <StateSection key={key} document={document} language={language} path={childOf('', key)} depth={1} />
      ))}
      <section className={classes.state}>
        <h3>{t('anywhere')}</h3>
        <StateRules document={document} language={language} path="" />
        <p>{t('review', { duration: review })}</p>
        <p>{t('backDating', { duration: backDating })}</p>
      </section>
    </section>
  )
}
