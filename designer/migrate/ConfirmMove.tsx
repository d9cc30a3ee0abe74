import { Button, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './MigratePage.module.css'

/** Asks once more before clients are moved: how many, from which version, to which. */
export function ConfirmMove({
  isAsking,
  title,
  count,
  versions,
  onMove,
  onClose,
}: {
  isAsking: boolean
  /** of the pathway */
  title: string
  count: number
  versions: { from: number; to: number }
  onMove: () => void
  onClose: () => void
}) {
  const { t } = useTranslation('migrate')
  const { t: shell } = useTranslation('shell')
  return (
    <Modal
      opened={isAsking}
      onClose={onClose}
      title={t('confirm', { count })}
      closeButtonProps={{ 'aria-label': shell('close') }}
    >
      <p className={classes.asked}>{t('confirmWhat', { title, count, ...versions })}</p>
      <p>{t('confirmWhy')}</p>
      <div className={classes.buttons}>
        <Button onClick={onMove}>{t('moveThem', { count })}</Button>
        <Button variant="default" onClick={onClose}>
          {shell('cancel')}
        </Button>
      </div>
    </Modal>
  )
}
