import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconPlus } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFocusBack } from '../parts/useFocusBack.ts'
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
  /** left without anything being chosen */
  onClose: () => void
}) {
  const { t } = useTranslation('outline')
  const hasChosen = useRef(false)
  const choose = (action: Action): void => {
    hasChosen.current = true
    onDo(action)
  }
  return (
    <Menu opened onClose={() => hasChosen.current || onClose()} position="bottom-end" width={290} returnFocus={false}>
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
            <Menu.Label className={classes.menuLabel ?? ''}>{t('add')}</Menu.Label>
            <Items actions={adds} onDo={choose} />
          </>
        )}
        {adds.length > 0 && others.length > 0 && <Menu.Divider />}
        <Items actions={others} onDo={choose} />
      </Menu.Dropdown>
    </Menu>
  )
}

/** What can be added to a row, from a button that is always there. */
export function AddMenu({ adds, onDo }: { adds: readonly Action[]; onDo: (action: Action) => void }) {
  const { t } = useTranslation('outline')
  const { target, onGone } = useFocusBack()
  return (
    <Menu position="bottom-end" width={290} returnFocus={false} onExitTransitionEnd={onGone}>
      <Menu.Target>
        <Button ref={target} size="sm" variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
          {t('add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu ?? ''}>
        <Items actions={adds} onDo={onDo} />
      </Menu.Dropdown>
    </Menu>
  )
}

/** Actions as the items of a menu. */
export function Items<A extends Action>({ actions, onDo }: { actions: readonly A[]; onDo: (action: A) => void }) {
  const { t } = useTranslation('outline')
  return actions.map((action) => (
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
  ))
}
