import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconChevronDown, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useModel, useSelection } from '../editor/DraftContext.tsx'
import { drawnPlace } from '../model/around.ts'
import { openedIn } from '../model/places.ts'
import { type Adding, addingAt } from '../outline/actions.ts'
import outline from '../outline/OutlineTree.module.css'
import { Items } from '../outline/RowMenu.tsx'
import { useFocusBack } from '../parts/useFocusBack.ts'
import classes from './CanvasBar.module.css'

/** Adds beside what is chosen; its menu has all that can be added there, as the outline's menu of the same row. */
export function AddButton({ onAdd, onChoose }: { onAdd: () => void; onChoose: (adding: Adding) => void }) {
  const { t } = useTranslation('canvas')
  const { target, onGone } = useFocusBack()
  const model = useModel()
  const chosen = useSelection()
  const selection = drawnPlace(model, chosen) ?? chosen
  const state = 'state' in selection ? selection.state : (openedIn(selection) ?? '')
  const kind = selection.kind === 'transition' ? 'transition' : 'state'
  return (
    <Button.Group>
      <Button size="compact-md" leftSection={<IconPlus size={16} aria-hidden />} onClick={onAdd}>
        {t('add')}
      </Button>
      <Menu position="bottom-start" width={290} returnFocus={false} onExitTransitionEnd={onGone}>
        <Menu.Target>
          <ActionIcon ref={target} className={classes.more ?? ''} size={32} variant="filled" aria-label={t('addWhat')}>
            <IconChevronDown size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown className={outline.menu ?? ''}>
          <Items actions={addingAt({ list: undefined, state, kind }, model)} onDo={({ adding }) => onChoose(adding)} />
        </Menu.Dropdown>
      </Menu>
    </Button.Group>
  )
}
