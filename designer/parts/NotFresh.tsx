import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './NotFresh.module.css'

/** Says that what is shown was fetched earlier, and could not be fetched anew. */
export function NotFresh({ onAgain }: { onAgain: () => void }) {
  const { t } = useTranslation()
  return (
    <div role="status" className={classes.notice}>
      <span>{t('notFresh')}</span>
      <Button size="compact-md" variant="default" onClick={onAgain}>
        {t('again')}
      </Button>
    </div>
  )
}
