import { ActionIcon, Button, Tooltip } from '@mantine/core'
import {
  IconArrowNarrowRight,
  IconArrowsMaximize,
  IconFocus2,
  IconKeyboard,
  IconLayoutDistributeHorizontal,
  IconLayoutDistributeVertical,
  IconMinus,
  IconPlus,
  IconSearch,
  IconWand,
} from '@tabler/icons-react'
import { useReactFlow } from '@xyflow/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { clearPositions, setDirection } from '../editing/edits/place.ts'
import { useDraft, useEdits } from '../editor/DraftContext.tsx'
import { steady } from '../parts/steady.tsx'
import { AddButton } from './AddButton.tsx'
import classes from './CanvasBar.module.css'
import type { Direction } from './layout/LaidOut.ts'
import type { Gestures } from './useCanvasKeys.ts'

/** What is done with the drawing as a whole, by mouse or touch; the keys do the same. */
export function CanvasBar({ gestures, direction }: { gestures: Gestures; direction: Direction }) {
  const { t } = useTranslation('canvas')
  const { edit } = useEdits()
  const hasPlaced = useDraft(({ now }) => Object.keys(now.layout.positions).length > 0)
  const chosen = useDraft(({ now }) => ('state' in now.selection ? now.selection.state : ''))
  const isDown = direction === 'down'
  return (
    <div className={classes.bar}>
      <AddButton onAdd={() => gestures.add(false)} onChoose={gestures.addThis} />
      <Button
        size="compact-md"
        variant="default"
        leftSection={<IconArrowNarrowRight size={16} aria-hidden />}
        onClick={gestures.draw}
      >
        {t('transition')}
      </Button>
      <Tool label={t('searchKey')} onClick={gestures.search}>
        <IconSearch size={18} aria-hidden />
      </Tool>
      {(chosen !== '' || gestures.focused !== undefined) && (
        <Tool
          label={t(gestures.focused === undefined ? 'focusKey' : 'unfocusKey')}
          isOn={gestures.focused !== undefined}
          onClick={() => gestures.focusOn(gestures.focused === undefined ? chosen : undefined)}
        >
          <IconFocus2 size={18} aria-hidden />
        </Tool>
      )}
      <Tool
        label={t(isDown ? 'goRight' : 'goDown')}
        onClick={() => edit({ text: 'turn' }, setDirection(isDown ? 'right' : 'down'))}
      >
        {isDown ? (
          <IconLayoutDistributeVertical size={18} aria-hidden />
        ) : (
          <IconLayoutDistributeHorizontal size={18} aria-hidden />
        )}
      </Tool>
      {hasPlaced && (
        <Tool label={t('arrange')} onClick={() => edit({ text: 'arrange' }, clearPositions)}>
          <IconWand size={18} aria-hidden />
        </Tool>
      )}
      <Tool label={t('keysKey')} onClick={gestures.help}>
        <IconKeyboard size={18} aria-hidden />
      </Tool>
    </div>
  )
}

/** Nearer, farther, all of it. */
export function ZoomBar({ onWhole }: { onWhole: () => void }) {
  const { t } = useTranslation('canvas')
  const flow = useReactFlow()
  return (
    <div className={classes.zoom}>
      <Tool label={t('zoomIn')} onClick={() => void flow.zoomIn()}>
        <IconPlus size={18} aria-hidden />
      </Tool>
      <Tool label={t('zoomOut')} onClick={() => void flow.zoomOut()}>
        <IconMinus size={18} aria-hidden />
      </Tool>
      <Tool label={t('fit')} onClick={onWhole}>
        <IconArrowsMaximize size={18} aria-hidden />
      </Tool>
    </div>
  )
}

const Tool = steady(function Tool({
  label,
  isOn = false,
  onClick,
  children,
}: {
  label: string
  isOn?: boolean
  onClick: () => void
  children: ReactNode
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant={isOn ? 'light' : 'default'} size={32} aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
})
