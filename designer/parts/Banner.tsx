import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Banner.module.css'
import { focusContent } from './focusContent.ts'

/** Something that is said across the page, with what can be done about it. */
export function Banner({
  role,
  isWrong = false,
  onClose,
  children,
}: {
  /** `alert` where a person has to do something */
  role: 'status' | 'alert'
  isWrong?: boolean
  /** where it can be read and put away */
  onClose?: () => void
  children: ReactNode
}) {
  const { t } = useTranslation()
  const close = (): void => {
    onClose?.()
    // the button that was pressed is gone
    focusContent()
  }
  return (
    <div role={role} className={isWrong ? classes.wrong : classes.late}>
      {children}
      {onClose && (
        <ActionIcon variant="subtle" color="gray" aria-label={t('close')} title={t('close')} onClick={close}>
          <IconX size={18} aria-hidden />
        </ActionIcon>
      )}
    </div>
  )
}
