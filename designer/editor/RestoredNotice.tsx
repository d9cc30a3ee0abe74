import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { focusContent } from '../parts/focusContent.ts'
import { useOpenDraft } from './DraftContext.tsx'
import classes from './SavingNotice.module.css'

/** Says that what was done last time and never reached the server is here again; undo takes it back. */
export function RestoredNotice() {
  const { t } = useTranslation('editor')
  const { t: shell } = useTranslation('shell')
  const { isRestored } = useOpenDraft()
  const [isRead, setRead] = useState(false)
  if (!isRestored || isRead) return null
  const close = (): void => {
    setRead(true)
    focusContent()
  }
  return (
    <div role="status" className={classes.late}>
      <span>{t('restored')}</span>
      <ActionIcon variant="subtle" color="gray" aria-label={shell('close')} title={shell('close')} onClick={close}>
        <IconX size={18} aria-hidden />
      </ActionIcon>
    </div>
  )
}
