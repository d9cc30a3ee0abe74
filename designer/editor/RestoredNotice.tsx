import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../parts/Banner.tsx'
import { useOpenDraft } from './DraftContext.tsx'

/** Says that what was done last time and never reached the server is here again; undo takes it back. */
export function RestoredNotice() {
  const { t } = useTranslation('editor')
  const { isRestored } = useOpenDraft()
  const [isRead, setRead] = useState(false)
  if (!isRestored || isRead) return null
  return (
    <Banner role="status" onClose={() => setRead(true)}>
      <span>{t('restored')}</span>
    </Banner>
  )
}
