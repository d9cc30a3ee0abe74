import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../editing/draftStore.ts'
import { useDraft, useEdits, useOpenDraft } from '../editor/DraftContext.tsx'
import { announce } from '../parts/Announcer.tsx'
import { FindingItem } from './FindingItem.tsx'
import classes from './Findings.module.css'
import { keyedFindings, sayingOf } from './keyedFindings.ts'
import type { Mend } from './mend.ts'
import { mendOf } from './mend.ts'
import { useFindingsAge } from './useFindingsAge.ts'

/** The findings of what was saved last: errors first, each where it is, why it matters and what to do. */
export default function Findings({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('findings')
  const heading = useRef<HTMLHeadingElement>(null)
  const { store, saving } = useOpenDraft()
  const { edit, endGroup } = useEdits()
  const findings = useDraft((draft) => draft.findings)
  const age = useFindingsAge()
  const isSaved = age === 'now'
  // they are told of what they were found in: what is being written is looked at when it is saved
  const document = useDraft((draft) => draft.foundIn)
  // what was mended goes from the list at once, and comes back only if it is found again
  const [mended, setMended] = useState<{ of: readonly Finding[]; gone: readonly Finding[] }>({ of: findings, gone: [] })
  // what is here could not be saved, so that nothing is known of what would be mended
  const [isStuck, setStuck] = useState(false)
  const gone = mended.of === findings ? mended.gone : []
  const shown = findings.filter((finding) => !gone.includes(finding))

  useEffect(() => {
    const from = window.document.activeElement
    heading.current?.focus()
    return () => {
      if (from instanceof HTMLElement && from.isConnected) from.focus()
    }
  }, [])

  const mend = async (finding: Finding): Promise<void> => {
    // what is mended is what the server found in what is here
    const isSavedNow = await saving.flush()
    setStuck(!isSavedNow)
    if (!isSavedNow) return
    const { findings: latest, now } = store.getState()
    const found = latest.find((one) => sayingOf(one) === sayingOf(finding))
    const way = found && mendOf(found, now.document)
    if (!found || !way) return
    const what = inWords(way)
    edit({ text: 'mend', values: { name: what } }, way.edit)
    endGroup()
    setMended({ of: latest, gone: [...(mended.of === latest ? mended.gone : []), found] })
    announce(t('mended', { what }))
    heading.current?.focus()
  }
  const inWords = ({ text, name = '' }: Mend): string => t(text as 'mendFirst', { name })

  const groups = (['error', 'warning'] as const).map((severity) => ({
    severity,
    list: shown.filter((finding) => finding.severity === severity),
  }))
  return (
    <section
      className={classes.list}
      aria-labelledby="findings-title"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <header className={classes.header}>
        <h2 id="findings-title" ref={heading} tabIndex={-1} className={classes.title}>
          {t('title')}
        </h2>
        <span className={classes.checking}>{age === 'now' ? '' : t(age)}</span>
        <ActionIcon variant="subtle" color="gray" aria-label={t('close')} onClick={onClose}>
          <IconX size={18} aria-hidden />
        </ActionIcon>
      </header>
      {isStuck && !isSaved && (
        <p role="alert" className={classes.none}>
          {t('notMended')}
        </p>
      )}
      {shown.length === 0 && isSaved && (
        <p className={classes.none}>
          <strong>{t('none')}.</strong> {t('noneWhy')}
        </p>
      )}
      {groups.map(({ severity, list }) =>
        list.length === 0 ? (
          severity === 'error' &&
          shown.length > 0 && (
            <p key={severity} className={classes.none}>
              {t('noErrors')}
            </p>
          )
        ) : (
          <section key={severity} aria-labelledby={`findings-${severity}`}>
            <h3 id={`findings-${severity}`} className={classes.group}>
              {t(severity === 'error' ? 'errors' : 'warnings')} <span className={classes.count}>{list.length}</span>
            </h3>
            <ul className={classes.items}>
              {keyedFindings(list).map(({ key, one: finding }) => {
                const way = mendOf(finding, document)
                return (
                  <FindingItem
                    key={key}
                    finding={finding}
                    document={document}
                    onGone={onClose}
                    mend={way && { text: inWords(way), press: () => void mend(finding) }}
                  />
                )
              })}
            </ul>
          </section>
        ),
      )}
    </section>
  )
}
