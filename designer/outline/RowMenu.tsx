import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Action } from './actions.ts'
import classes from './OutlineTree.module.css'

/** What can be done with a row, and what can be added to it. */
export function RowMenu({
  name,
  adds,
  others,
  onDo,
  onClose,
}: {
  name: string
  adds: readonly Action[]
  others: readonly Action[]
  onDo: (action: Action) => void
  onClose: () => void
}) {
  const { t } = useTranslation('outline')
  const item = (action: Action) => (
    <Menu.Item
      key={action.text}
      onClick={() => onDo(action)}
      rightSection={
        action.keys && (
          <kbd className={classes.keys} aria-hidden>
            {action.keys}
          </kbd>
        )
      }
    >
      {t(action.text)}
    </Menu.Item>
  )
  return (
    <Menu opened onClose={onClose} position="bottom-end" width={290} returnFocus={false} trapFocus>
      <Menu.Target>
        <ActionIcon variant="light" size={24} tabIndex={-1} aria-label={t('more', { name })}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown
        className={classes.menu ?? ''}
        onClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => event.stopPropagation()}
      >
        {adds.length > 0 && (
          <>
            <Menu.Label>{t('add')}</Menu.Label>
            {adds.map(item)}
          </>
        )}
        {adds.length > 0 && others.length > 0 && <Menu.Divider />}
        {others.map(item)}
      </Menu.Dropdown>
    </Menu>
  )
}
