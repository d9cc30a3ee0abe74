import { useTranslation } from 'react-i18next'
import { criterionInWords } from '../../engine/pathway/words/index.ts'
import { textIn } from '../parts/inWords.ts'
import classes from './PathwayDocument.module.css'
import type { DocumentPart } from './PathwayDocument.tsx'
import { Rule } from './Rule.tsx'

/** Every criterion as a sentence. */
export function CriteriaList({ document, language }: DocumentPart) {
  const { t } = useTranslation('document', { lng: language })
  const criteria = Object.entries(document.criteria ?? {})
  if (criteria.length === 0) return null
  return (
    <section>
      <h2>{t('criteria')}</h2>
      {criteria.map(([name, { source, description }]) => (
        <div key={name} className={classes.item}>
          <p>
            <Rule words={criterionInWords(document, name, language)} source={source} language={language} />
          </p>
          {description && <p className={classes.quiet}>{textIn(description, language)}</p>}
        </div>
      ))}
    </section>
  )
}
