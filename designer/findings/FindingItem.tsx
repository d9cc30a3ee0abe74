import { Button } from '@mantine/core'
import { IconAlertTriangle, IconExclamationCircle, IconTool } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../app/language.ts'
import type { Finding } from '../editing/draftStore.ts'
import { useEdits } from '../editor/DraftContext.tsx'
import type { DraftDocument } from '../model/document.ts'
import classes from './Findings.module.css'
import { findingInWords } from './findingInWords.ts'

interface Props {
  finding: Finding
  document: DraftDocument
  mend: { text: string; press: () => void } | undefined
  /** after going to the place where there is no room for both */
  onGone: () => void
}

/** One finding: what is so, why it matters to a client, what to do, and how a client gets there. */
export const FindingItem = memo(function FindingItem({ finding, document, mend, onGone }: Props) {
  const { t, i18n } = useTranslation('findings')
  const { select } = useEdits()
  const { place, where, title, why, todo, trace } = findingInWords(finding, document, i18n.language as Language, t)
  const isError = finding.severity === 'error'
  const Icon = isError ? IconExclamationCircle : IconAlertTriangle
  const go = (): void => {
    select(place)
    if (window.innerWidth > 900) return
    onGone()
    requestAnimationFrame(focusChosen)
  }
  return (
    <li className={classes.item} data-code={finding.code}>
      <Icon size={18} aria-hidden className={isError ? classes.error : classes.warning} />
      <div className={classes.body}>
        <button type="button" className={classes.where} onClick={go} aria-label={t('go', { place: where })}>
          {where}
        </button>
        <p className={classes.what}>{title}</p>
        {why !== '' && <p className={classes.why}>{why}</p>}
        <p className={classes.todo}>
          <span className={classes.todoLabel}>{t('todo')}: </span>
          {todo}
        </p>
        {trace.length > 0 && (
          <p className={classes.trace}>
            {t('trace')}: {trace.join(' → ')}
          </p>
        )}
        {mend && (
          <Button
            size="compact-sm"
            variant="default"
            className={classes.mend}
            leftSection={<IconTool size={16} aria-hidden />}
            onClick={mend.press}
          >
            {mend.text}
          </Button>
        )}
        <details className={classes.technical}>
          <summary>{t('technical')}</summary>
          <p lang="en">
            {finding.message}. {finding.hint}. <code>{finding.path.join(' / ')}</code> ({finding.code})
          </p>
        </details>
      </div>
    </li>
  )
})

/** On a narrow screen one of these shows what is chosen. */
function focusChosen(): void {
  window.document
    .querySelector<HTMLElement>('#inspector, [role="treeitem"][aria-selected="true"], [role="application"]')
    ?.focus()
}
