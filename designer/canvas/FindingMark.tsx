import { Popover } from '@mantine/core'
import { IconAlertTriangle, IconExclamationCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../editing/draftStore.ts'
import { useDraft } from '../editor/DraftContext.tsx'
import { findingsAt } from '../findings/findingsByPlace.ts'
import { keyedFindings } from '../findings/keyedFindings.ts'
import { FindingNote } from '../parts/FindingNote.tsx'
import classes from './FindingMark.module.css'

/** How many things verification found about a place, and, when it is pressed, what they are and what to do. */
export function FindingMark({ place }: { place: string }) {
  const findings = useDraft((draft) => findingsAt(draft.findings, place))
  return findings.length > 0 && <Mark findings={findings} />
}

function Mark({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTranslation('canvas')
  const isError = findings.some(({ severity }) => severity === 'error')
  const Icon = isError ? IconExclamationCircle : IconAlertTriangle
  return (
    <Popover width={320} position="bottom-start">
      <Popover.Target>
        <button
          type="button"
          tabIndex={-1}
          className={`nodrag nopan ${isError ? classes.error : classes.warning}`}
          aria-label={t('findings', { count: findings.length })}
          onClick={(event) => event.stopPropagation()}
        >
          <Icon size={14} aria-hidden />
          {findings.length}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.list}>
        {keyedFindings(findings).map(({ key, one }) => (
          <FindingNote key={key} finding={one} />
        ))}
      </Popover.Dropdown>
    </Popover>
  )
}
