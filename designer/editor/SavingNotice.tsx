import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { language } from '../app/language.ts'
import { momentInWords } from '../parts/inWords.ts'
import { useDraft, useOpenDraft } from './DraftContext.tsx'
import classes from './SavingNotice.module.css'

/** Says, across the page, when what is drawn is not saved and somebody has to know or decide. */
export function SavingNotice() {
  const { t } = useTranslation('editor')
  const { saving } = useOpenDraft()
  const now = useDraft((draft) => draft.saving)
  switch (now.state) {
    case 'offline':
      return (
        <div role="status" className={classes.late}>
          {t('offline')}
        </div>
      )
    case 'refused':
      return (
        <div role="alert" className={classes.wrong}>
          {t('refused', { why: now.why })}
        </div>
      )
    case 'conflict':
      return (
        <div role="alert" className={classes.wrong}>
          <span>
            {t('conflict', { who: now.conflict.savedBy, when: momentInWords(now.conflict.savedAt, language()) })}
          </span>
          <Button size="compact-md" onClick={() => void saving.keepMine()}>
            {t('keepMine')}
          </Button>
          <Button size="compact-md" variant="default" onClick={() => void saving.takeTheirs()}>
            {t('takeTheirs')}
          </Button>
        </div>
      )
    default:
      return null
  }
}
