import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { api, done } from '../app/api.ts'
import { failureInWords } from '../app/failureInWords.ts'
import { language } from '../app/language.ts'
import { Banner } from '../parts/Banner.tsx'
import { textIn } from '../parts/inWords.ts'
import { useOneAtATime } from '../parts/useOneAtATime.ts'
import { useDraft, useOpenDraft } from './DraftContext.tsx'

/** Asks, across the page, whether the draft is to go. */
export function RemoveNotice({ onCancel }: { onCancel: () => void }) {
  const { t } = useTranslation('editor')
  const { t: shell } = useTranslation('shell')
  const { saving } = useOpenDraft()
  const id = useDraft((draft) => draft.id)
  const title = useDraft(({ now }) => now.document.title)
  const queries = useQueryClient()
  const [, go] = useLocation()
  const [wrong, setWrong] = useState<string>()
  const { isBusy, begin } = useOneAtATime()
  const remove = async (): Promise<void> => {
    setWrong(undefined)
    try {
      // nothing is left that would be saved behind it
      if (!(await saving.flush())) return setWrong(t('notRemoved'))
      await done(api().DELETE('/api/v1/drafts/{draft}', { params: { path: { draft: id } } }))
      saving.letGo()
      void queries.invalidateQueries({ queryKey: ['drafts'] })
      go('/')
    } catch (failure) {
      setWrong(failureInWords(failure, shell))
    }
  }
  return (
    <Banner role="alert" isWrong>
      <span>{wrong ?? t('removeSure', { name: textIn(title, language()) || t('untitled') })}</span>
      <Button size="compact-md" color="red" loading={isBusy} onClick={() => begin(remove)}>
        {t('remove')}
      </Button>
      <Button size="compact-md" variant="default" autoFocus onClick={onCancel}>
        {shell('cancel')}
      </Button>
    </Banner>
  )
}
