import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconCopy, IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Text } from '../../engine/pathway/values.ts'
import { api, done } from '../app/api.ts'
import { failureInWords } from '../app/failureInWords.ts'
import { useName } from '../app/useName.ts'
import { useViewer } from '../app/viewer.ts'
import { dropCopies } from '../editing/claimCopy.ts'
import { momentInWords, textIn } from '../parts/inWords.ts'
import { useOneAtATime } from '../parts/useOneAtATime.ts'
import classes from './HomePage.module.css'
import { ownFromDraft } from './startDraft.ts'
import type { DraftSummary } from './useDrafts.ts'

/** A draft in the list: what it is of, who saved it when, and what can be done with it. */
export function DraftRow({
  draft,
  published,
  onStart,
  onRemoved,
}: {
  draft: DraftSummary
  /** what the pathway is called that this is to be a version of; undefined for a pathway that is new */
  published: Text | undefined
  /** makes a draft and opens it */
  onStart: (making: () => Promise<string>) => Promise<void>
  onRemoved: (words: string) => void
}) {
  const { t, i18n } = useTranslation('home')
  const [isAsking, setAsking] = useState(false)
  const [isCancelled, setCancelled] = useState(false)
  const name = textIn(draft.title, i18n.language) || t('untitled')
  const savedBy = useName(draft.savedBy)
  const { isBusy, begin } = useOneAtATime()
  const nextOf = published && textIn(published, i18n.language)
  const ofWhat = [
    ...(nextOf === undefined ? [t('basedOnNothing')] : []),
    ...(nextOf !== undefined && (nextOf !== name || draft.basedOn === null) ? [t('nextOf', { name: nextOf })] : []),
    ...(draft.basedOn === null ? [] : [t('basedOn', { version: draft.basedOn })]),
  ]
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
        <div className={classes.quiet}>{ofWhat.join(' · ')}</div>
      </div>
      <span className={classes.quiet}>
        {t('savedBy', { who: savedBy, when: momentInWords(draft.savedAt, i18n.language) })}
      </span>
      <div className={classes.actions}>
        <Tooltip label={t('copy')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('copyNamed', { name })}
            loading={isBusy}
            onClick={() => begin(() => onStart(() => ownFromDraft(draft.id)))}
          >
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
  draft: DraftSummary
  name: string
  onCancel: () => void
  onRemoved: (words: string) => void
}) {
  const { t } = useTranslation('home')
  const { t: shared } = useTranslation('shell')
  const { user } = useViewer()
  const queries = useQueryClient()
  const [wrong, setWrong] = useState<string>()
  const { isBusy, begin } = useOneAtATime()
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
        <Button color="red" variant="light" loading={isBusy} onClick={() => begin(remove)}>
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
