import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconExclamationCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Language } from '../app/language.ts'
import type { Finding } from '../editing/draftStore.ts'
import { useDraft, useEdits } from '../editor/DraftContext.tsx'
import { keyedFindings } from '../findings/keyedFindings.ts'
import { whereInWords } from '../findings/whereInWords.ts'
import { placeAt } from '../model/places.ts'
import { FindingNote } from '../parts/FindingNote.tsx'
import classes from './PublishPage.module.css'

/** What verification found: errors first, which stop publishing; what does not stop it is folded. */
export function FindingsSummary({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTranslation('publish')
  const errors = findings.filter(({ severity }) => severity === 'error')
  const warnings = findings.filter(({ severity }) => severity !== 'error')
  return (
    <>
      {errors.length > 0 && (
        <section className={classes.errors} aria-labelledby="errors">
          <h2 id="errors" tabIndex={-1}>
            <IconExclamationCircle size={20} aria-hidden /> {t('errors', { count: errors.length })}
          </h2>
          <FindingItems findings={errors} />
        </section>
      )}
      {errors.length === 0 && (
        <p className={classes.fine}>
          <IconCheck size={20} aria-hidden /> {t('noFindings')}
        </p>
      )}
      {warnings.length > 0 && (
        <details className={classes.warnings}>
          <summary>
            <IconAlertTriangle size={18} aria-hidden /> {t('warnings', { count: warnings.length })}
          </summary>
          <FindingItems findings={warnings} />
        </details>
      )}
    </>
  )
}

function FindingItems({ findings }: { findings: readonly Finding[] }) {
  const { t, i18n } = useTranslation('publish')
  const document = useDraft((draft) => draft.foundIn)
  const id = useDraft((draft) => draft.id)
  const { select } = useEdits()
  const [, go] = useLocation()
  return (
    <ul className={classes.findings}>
      {keyedFindings(findings).map(({ key, one: finding }) => (
        <li key={key}>
          <FindingNote finding={finding} />
          <Button
            size="compact-md"
            variant="default"
            aria-label={t('showWhat', {
              what: whereInWords(document, placeAt(finding.path), i18n.language as Language),
            })}
            onClick={() => {
              select(placeAt(finding.path))
              go(`/drafts/${id}`)
            }}
          >
            {t('show')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
