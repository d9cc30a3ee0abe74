import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowsDiff, IconCursorText, IconDots, IconPrinter, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFocusBack } from '../parts/useFocusBack.ts'
import { TakeOutItems } from '../takeOut/TakeOutItems.tsx'
import { useDraft, useOpenDraft } from './DraftContext.tsx'
import classes from './EditorHeader.module.css'

/** What is done with the whole draft, and not often. */
export function MoreMenu({ onRename, onRemove }: { onRename: () => void; onRemove: () => void }) {
  const { t } = useTranslation('editor')
  const { store } = useOpenDraft()
  const id = useDraft((draft) => draft.id)
  const [wrong, setWrong] = useState('')
  const { target, onGone } = useFocusBack()
  return (
    <>
      <Menu position="bottom-end" width={260} returnFocus={false} onExitTransitionEnd={onGone}>
        <Menu.Target>
          <ActionIcon ref={target} variant="default" size={36} aria-label={t('more')} title={t('more')}>
            <IconDots size={20} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCursorText size={18} aria-hidden />} onClick={onRename}>
            {t('rename')}
          </Menu.Item>
          <Menu.Item
            component={Link}
            href={`/drafts/${id}/compare`}
            leftSection={<IconArrowsDiff size={18} aria-hidden />}
          >
            {t('compare')}
          </Menu.Item>
          <Menu.Item
            component={Link}
            href={`/drafts/${id}/document`}
            leftSection={<IconPrinter size={18} aria-hidden />}
          >
            {t('print')}
          </Menu.Item>
          <TakeOutItems
            read={() => {
              const { document, layout } = store.getState().now
              return { document, layout, name: `${document.id}-${t('draft')}` }
            }}
            onFailed={setWrong}
          />
          <Menu.Divider />
          <Menu.Item color="var(--error)" leftSection={<IconTrash size={18} aria-hidden />} onClick={onRemove}>
            {t('remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <span role="status" className={classes.errors}>
        {wrong}
      </span>
    </>
  )
}
