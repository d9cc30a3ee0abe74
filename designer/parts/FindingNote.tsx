import { IconAlertTriangle, IconExclamationCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../editing/draftStore.ts'
import classes from './FindingNote.module.css'

/** What verification found, beside the thing it is about, and what to do about it. */
export function FindingNote({ finding }: { finding: Finding }) {
  const { t } = useTranslation('inspector')
  const isError = finding.severity === 'error'
  const Icon = isError ? IconExclamationCircle : IconAlertTriangle
  return (
    <div className={isError ? classes.error : classes.warning} data-finding={finding.code}>
      <Icon size={18} aria-hidden className={classes.icon} />
      <div>
        <strong className={classes.title}>
          <span className="visually-hidden">{t(isError ? 'error' : 'warning')}: </span>
          {finding.message}
        </strong>
        <p className={classes.hint}>{finding.hint}</p>
      </div>
    </div>
  )
}
