import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { Refused } from '../app/api.ts'
import { failureInWords } from '../app/failureInWords.ts'
import { useDraft, useOpenDraft } from '../editor/DraftContext.tsx'
import { DateField } from '../parts/DateField.tsx'
import { useOneAtATime } from '../parts/useOneAtATime.ts'
import classes from './PublishPage.module.css'
import { publishDraft } from './publishApi.ts'
import { todayInFinland } from './todayInFinland.ts'
import { forgetSaid, type SaidOfVersion } from './useSaidOfVersion.ts'

/** What is said of the version, and the button that publishes it. */
export function PublishForm({
  next,
  said,
  onSaid,
  startsOn,
  onStartsOn,
  hasErrors,
  hasBroken,
  isAcknowledged,
  onAcknowledged,
  onRefused,
}: {
  /** the version's number */
  next: number
  said: SaidOfVersion
  onSaid: (said: SaidOfVersion) => void
  startsOn: string | null
  onStartsOn: (day: string | null) => void
  hasErrors: boolean
  /** scenarios come out otherwise than before */
  hasBroken: boolean
  isAcknowledged: boolean
  onAcknowledged: (isAcknowledged: boolean) => void
  /** the server found more than was known here */
  onRefused: () => void
}) {
  const { t } = useTranslation('publish')
  const { t: shell } = useTranslation('shell')
  const { saving, store } = useOpenDraft()
  const id = useDraft((draft) => draft.id)
  const [, go] = useLocation()
  const queries = useQueryClient()
  const { note, approver } = said
  const { isBusy, begin } = useOneAtATime()
  const [wrong, setWrong] = useState<{ field?: 'startsOn' | 'acknowledge'; words: string }>()

  const publish = async (): Promise<void> => {
    setWrong(undefined)
    if (hasErrors) {
      setWrong({ words: t('fixFirst') })
      document.getElementById('errors')?.focus()
      return
    }
    if (startsOn === null) return setWrong({ field: 'startsOn', words: t('noDay') })
    if (hasBroken && !isAcknowledged) return setWrong({ field: 'acknowledge', words: t('acknowledgeFirst') })
    try {
      if (!(await saving.flush())) return setWrong({ words: t('notSaved') })
      const { pathway, version, isNew } = await publishDraft(id, {
        revision: store.getState().revision,
        ...(note.trim() !== '' && { note: note.trim() }),
        ...(approver.trim() !== '' && { approver: approver.trim() }),
        // today too: where no day is named, a version that is planned for later stays so
        startsOn,
        ...(hasBroken && { acknowledgeBroken: true }),
      })
      if (!isNew) return setWrong({ words: t('unchanged', { version }) })
      forgetSaid(id)
      go(`/pathways/${pathway}?published=${version}`)
      for (const key of ['pathways', 'versions', 'drafts']) void queries.invalidateQueries({ queryKey: [key] })
    } catch (failure) {
      const isPast = failure instanceof Refused && failure.problem.errors?.[0]?.path[0] === 'startsOn'
      if (isPast) return setWrong({ field: 'startsOn', words: t('past') })
      setWrong({ words: t('failed', { why: failureInWords(failure, shell) }) })
      if (failure instanceof Refused) onRefused()
    }
  }
  return (
    <form
      className={classes.form}
      aria-labelledby="details"
      onSubmit={(event) => {
        event.preventDefault()
        begin(publish)
      }}
    >
      <h2 id="details">{t('details')}</h2>
      <Textarea
        label={t('note')}
        description={t('noteHint')}
        autosize
        minRows={3}
        maxLength={2000}
        value={note}
        onChange={(event) => onSaid({ ...said, note: event.currentTarget.value })}
      />
      <TextInput
        label={t('approver')}
        description={t('approverHint')}
        maxLength={200}
        value={approver}
        onChange={(event) => onSaid({ ...said, approver: event.currentTarget.value })}
      />
      <DateField
        label={t('startsOn')}
        value={startsOn}
        minDate={todayInFinland()}
        error={wrong?.field === 'startsOn' ? wrong.words : undefined}
        onChange={onStartsOn}
      />
      {hasBroken && (
        <Checkbox
          label={t('acknowledge')}
          checked={isAcknowledged}
          error={wrong?.field === 'acknowledge' ? wrong.words : undefined}
          onChange={(event) => onAcknowledged(event.currentTarget.checked)}
        />
      )}
      {wrong && wrong.field === undefined && (
        <p role="alert" className={classes.wrong}>
          {wrong.words}
        </p>
      )}
      <Button type="submit" size="md" loading={isBusy}>
        {t('publish', { version: next })}
      </Button>
    </form>
  )
}
