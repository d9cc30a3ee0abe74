import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { failureInWords } from '../app/failureInWords.ts'
import { useViewer } from '../app/viewer.ts'
import { claimCopy } from '../editing/claimCopy.ts'
import { draftBody } from '../editing/draftBody.ts'
import { saveNew } from '../home/startDraft.ts'
import { useOneAtATime } from '../parts/useOneAtATime.ts'
import { useOpenDraft } from './DraftContext.tsx'

/** Saves what is open as a draft of its own, and opens that. */
export function SaveAsNew() {
  const { t } = useTranslation('editor')
  const { t: shell } = useTranslation('shell')
  const { store, saving } = useOpenDraft()
  const { user } = useViewer()
  const [, go] = useLocation()
  const [wrong, setWrong] = useState<string>()
  const { isBusy, begin } = useOneAtATime()
  const save = async (): Promise<void> => {
    setWrong(undefined)
    const { now, basedOn } = store.getState()
    try {
      const saved = await saveNew({ ...draftBody(now), basedOn })
      const copies = await claimCopy(user, saved)
      const { document, layout } = store.getState().now
      // what was done while it was being saved goes with it
      if (document !== now.document || layout !== now.layout)
        copies.keep({ revision: 1, basedOn, document, layout, unanswered: [] })
      saving.letGo()
      go(`/drafts/${saved}`)
    } catch (failure) {
      setWrong(t('notSavedAsNew', { why: failureInWords(failure, shell) }))
    }
  }
  return (
    <>
      <Button size="compact-md" loading={isBusy} onClick={() => begin(save)}>
        {t('saveAsNew')}
      </Button>
      {wrong !== undefined && <span>{wrong}</span>}
    </>
  )
}
