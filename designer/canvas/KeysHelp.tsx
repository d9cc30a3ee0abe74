import { Kbd, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './KeysHelp.module.css'

const keys = [
  ['← →', 'keyBeside'],
  ['↓', 'keyIn'],
  ['↑ Esc', 'keyOut'],
  ['Enter', 'keyOpen'],
  ['Esc', 'keyBack'],
  ['N', 'keyAdd'],
  ['⇧ N', 'keyAddInside'],
  ['T', 'keyDraw'],
  ['F2', 'keyRename'],
  ['Del', 'keyRemove'],
  ['Alt ← ↑ ↓ →', 'keyMove'],
  ['␣', 'keyFold'],
  ['F', 'keyFocus'],
  ['/', 'keySearch'],
  ['+ − 0', 'keyZoom'],
  ['Ctrl C X V', 'keyCopy'],
  ['Ctrl D', 'keyDuplicate'],
  ['Ctrl Z', 'keyUndo'],
  ['Ctrl ⇧ Z', 'keyRedo'],
  ['?', 'keyHelp'],
] as const

/** All keys of the drawing. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('canvas')
  return (
    <Modal opened onClose={onClose} title={t('keys')} closeButtonProps={{ 'aria-label': t('close') }} size="md">
      <dl className={classes.keys}>
        {keys.map(([key, text]) => (
          <div key={text}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
