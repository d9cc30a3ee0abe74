import { Modal } from '@mantine/core'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './Outline.module.css'
import type { OutlineText } from './outlineRows.ts'

const keys: readonly [string[], OutlineText][] = [
  [['↑', '↓', '←', '→'], 'keyMove'],
  [['Home', 'End'], 'keyEnds'],
  [['a–ö'], 'keyType'],
  [['Enter'], 'keyOpen'],
  [['Esc'], 'keyBack'],
  [['N', 'Shift+N'], 'keyAdd'],
  [['T'], 'keyDraw'],
  [['Shift+F10'], 'keyMenu'],
  [['F2'], 'keyRename'],
  [['Delete'], 'keyRemove'],
  [['Alt+↑ ↓ → ←'], 'keyShift'],
  [['Ctrl+C X V D'], 'keyClipboard'],
  [['Ctrl+Z', 'Ctrl+Shift+Z'], 'keyUndo'],
  [['/'], 'keySearch'],
  [['?'], 'keyHelp'],
]

/** All keys of the outline. */
export function OutlineKeys({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('outline')
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('keysTitle')}
      returnFocus={false}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <dl className={classes.help}>
        {keys.map(([names, text]) => (
          <Fragment key={text}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{t(text)}</dd>
          </Fragment>
        ))}
      </dl>
    </Modal>
  )
}
