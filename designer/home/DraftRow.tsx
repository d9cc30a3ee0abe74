import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconCopy, IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { components } from '../../api/client/schema.d.ts'
import { api, done } from '../app/api.ts'
import { failureInWords } from '../app/failureInWords.ts'
import { useName } from '../app/useName.ts'
import { useViewer } from '../app/viewer.ts'
import { dropCopies } from '../editing/claimCopy.ts'
import { momentInWords, textIn } from '../parts/inWords.ts'
import classes from './HomePage.module.css'
import { draftFromDraft } from './startDraft.ts'

type Draft = components['schemas']['DraftSummary']

/** A draft in the list: what it is of, who saved it when, and what can be done with it. */
export function DraftRow({
  draft,
  onCopied,
  onRemoved,
}: {
  draft: Draft
  onCopied: (copying: Promise<string>) => void
  onRemoved: (words: string) => void
}) {
  const { t, i18n } = useTranslation('home')
  const [isAsking, setAsking] = useState(false)
  const [isCancelled, setCancelled] = useState(false)
  const name = textIn(draft.title, i18n.language) || t('untitled')
  const savedBy = useName(draft.savedBy)
  const copy = (): void => {
    const copied = { fi: ' (kopio)', sv: ' (kopia)', en: ' (copy)' }
    onCopied(
      draftFromDraft(draft.id, ({ fi, sv, en }) => ({
        fi: fi + copied.fi,
        ...(sv !== undefined && { sv: sv + copied.sv }),
        ...(en !== undefined && { en: en + copied.en }),
      })),
    )
  }
  if (isAsking) {
    const cancel = (): void => {
      setAsking(false)
      setCancelled(true)
    }
    return <RemoveDraft draft={draft} name={name} onCancel={cancel} onRemoved={onRemoved} />
  }
  return (
    <li className={classes.row}>
      <div>
        <Link href={`/drafts/${draft.id}`} className={classes.title}>
          {name}
        </Link>
        <div className={classes.quiet}>
          {draft.basedOn === null ? t('basedOnNothing') : t('basedOn', { version: draft.basedOn })}
        </div>
      </div>
      <span className={classes.quiet}>
        {t('savedBy', { who: savedBy, when: momentInWords(draft.savedAt, i18n.language) })}
      </span>
      <div className={classes.actions}>
        <Tooltip label={t('copy')}>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('copyNamed', { name })} onClick={copy}>
            <IconCopy size={20} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('remove')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('removeNamed', { name })}
            // whoever did not want it after all is where they were
            autoFocus={isCancelled}
            onClick={() => setAsking(true)}
          >
            <IconTrash size={20} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
    </li>
  )
}

/** Asks in place whether a draft is to go. */
function RemoveDraft({
  draft,
  name,
  onCancel,
  onRemoved,
}: {
  draft: Draft
  name: string
  onCancel: () => void
  onRemoved: (words: string) => void
}) {
  const { t } = useTranslation('home')
  const { t: shared } = useTranslation('shell')
  const { user } = useViewer()
  const queries = useQueryClient()
  const [wrong, setWrong] = useState<string>()
  const remove = async (): Promise<void> => {
    setWrong(undefined)
    try {
      const params = { path: { draft: draft.id } }
      await done(api().DELETE('/api/v1/drafts/{draft}', { params }))
      await dropCopies(user, draft.id)
      await queries.invalidateQueries({ queryKey: ['drafts'] })
      onRemoved(t('removed', { name }))
    } catch (failure) {
      setWrong(failureInWords(failure, shared))
    }
  }
  return (
    <li className={classes.asking}>
      <span>{t('removeSure', { name })}</span>
      <div className={classes.actions}>
        <Button color="red" variant="light" onClick={() => void remove()}>
          {t('remove')}
        </Button>
        <Button variant="default" autoFocus onClick={onCancel}>
          {shared('cancel')}
        </Button>
      </div>
      {wrong !== undefined && (
        <p role="alert" className={classes.wrong}>
          {wrong}
        </p>
      )}
    </li>
  )
}
