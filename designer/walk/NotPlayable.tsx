import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { language } from '../app/language.ts'
import type { Finding } from '../editing/draftStore.ts'
import { findingInWords } from '../findings/findingInWords.ts'
import { keyedFindings } from '../findings/keyedFindings.ts'
import type { DraftDocument } from '../model/document.ts'
import type { Place } from '../model/places.ts'
import classes from './Walk.module.css'

/** Says what to mend before the pathway can be tried, and leads there. */
export function NotPlayable({
  document,
  findings,
  onChoose,
  onFindings,
}: {
  document: DraftDocument
  findings: readonly Finding[]
  onChoose: ((place: Place) => void) | undefined
  onFindings: (() => void) | undefined
}) {
  const { t } = useTranslation('walk')
  const { t: ofFindings } = useTranslation('findings')
  const errors = findings.filter(({ severity }) => severity === 'error')
  return (
    <div className={classes.body} data-single>
      <section className={classes.column}>
        <h3 className={classes.heading}>{t('notPlayable')}</h3>
        <p>{t('notPlayableWhy')}</p>
        <ul className={classes.plain}>
          {keyedFindings(errors).map(({ key, one: finding }) => {
            const { place, where, title, todo } = findingInWords(finding, document, language(), ofFindings)
            return (
              <li key={key} className={classes.fault}>
                {onChoose ? (
                  <button type="button" className={classes.link} onClick={() => onChoose(place)}>
                    {where}
                  </button>
                ) : (
                  where
                )}
                <p>
                  <strong>{title}</strong>
                </p>
                <p>{todo}</p>
              </li>
            )
          })}
        </ul>
        {onFindings && (
          <Button variant="default" size="compact-md" onClick={onFindings}>
            {t('showFindings')}
          </Button>
        )}
      </section>
    </div>
  )
}
