import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useDraft, useOpenDraft } from './DraftContext.tsx'

/** The way to publishing: what is drawn is saved first, so that it is what is looked at there. */
export function PublishButton() {
  const { t } = useTranslation('editor')
  const { saving } = useOpenDraft()
  const id = useDraft((draft) => draft.id)
  const [, go] = useLocation()
  return (
    <Button
      onClick={() => {
        void saving.flush()
        go(`/drafts/${id}/publish`)
      }}
    >
      {t('publish')}
    </Button>
  )
}
