import { IconAlertTriangle, IconExclamationCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../engine/pathway/words/index.ts'
import type { Finding } from '../editing/draftStore.ts'
import { useDraft } from '../editor/DraftContext.tsx'
import { findingInWords } from '../findings/findingInWords.ts'
import { useFindingsAge } from '../findings/useFindingsAge.ts'
import classes from './FindingNote.module.css'

/** What verification found, beside the thing it is about, and what to do about it. */
export function FindingNote({ finding }: { finding: Finding }) {
  const { t } = useTranslation('inspector')
  const { t: findings, i18n } = useTranslation('findings')
  const document = useDraft((draft) => draft.foundIn)
  const age = useFindingsAge()
  const { title, why, todo } = findingInWords(finding, document, i18n.language as Language, findings)
  const isError = finding.severity === 'error'
  const Icon = isError ? IconExclamationCircle : IconAlertTriangle
  return (
    <div className={isError ? classes.error : classes.warning} data-finding={finding.code}>
      <Icon size={18} aria-hidden className={classes.icon} />
      <div>
        <strong className={classes.title}>
          <span className="visually-hidden">{t(isError ? 'error' : 'warning')}: </span>
          {title}
        </strong>
        {why !== '' && <p className={classes.hint}>{why}</p>}
        <p className={classes.hint}>{todo}</p>
        {/* it may be mended already: nobody knows before it is saved */}
        {age === 'earlier' && <p className={classes.hint}>{findings('earlier')}</p>}
      </div>
    </div>
  )
}
