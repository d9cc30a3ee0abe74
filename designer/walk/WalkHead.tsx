import { ActionIcon, Button, Tooltip } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconChevronDown,
  IconChevronUp,
  IconPencil,
  IconRotate2,
  IconTestPipe,
  IconX,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftDocument } from '../model/document.ts'
import { StartForm } from './StartForm.tsx'
import { Timeline } from './Timeline.tsx'
import { TimePassing } from './TimePassing.tsx'
import classes from './WalkHead.module.css'
import { changeStart, putBack, startOver, stepBack, type Walk } from './walkSteps.ts'
import type { Point, Step } from './walkTypes.ts'
import type { WalkWords } from './walkWords.ts'

/** Who is walked, the walk so far as a line of points, and what moves it: time, a step back, starting over. */
export function WalkHead({
  titleId,
  document,
  walk,
  points,
  at,
  words,
  isAsking,
  isListing,
  isTall,
  onChange,
  onShow,
  onTake,
  onListing,
  onTall,
  onClose,
}: {
  titleId: string
  document: DraftDocument
  walk: Walk
  points: readonly Point[]
  at: number
  words: WalkWords
  isAsking: boolean
  isListing: boolean
  isTall: boolean
  onChange: (walk: Walk) => void
  onShow: (index: number) => void
  /** absent while an earlier point is looked at */
  onTake: ((step: Step) => void) | undefined
  onListing: () => void
  onTall: () => void
  onClose: () => void
}) {
  const { t } = useTranslation('walk')
  const [isStarting, setStarting] = useState(false)
  const now = points.at(-1)
  return (
    <div className={classes.head}>
      <div className={classes.top}>
        <div className={classes.main}>
          <h2 id={titleId} className={classes.title}>
            {t('titleOf', { name: walk.start.name })}
          </h2>
          {walk.scenario && <span className={classes.quiet}>{t('openScenario', { name: walk.scenario.name })}</span>}
          <Button
            variant="subtle"
            size="compact-md"
            leftSection={<IconPencil size={16} aria-hidden />}
            aria-expanded={isStarting}
            onClick={() => setStarting(!isStarting)}
          >
            {t('changeStart')}
          </Button>
          <span className={classes.quiet} data-asking={isAsking}>
            {isAsking && t('asking')}
          </span>
          <div className={classes.buttons}>
            <Tooltip label={t('stepBackKey')}>
              <Button
                variant="default"
                size="compact-md"
                leftSection={<IconArrowBackUp size={16} aria-hidden />}
                disabled={walk.steps.length === 0}
                aria-keyshortcuts="Control+Z"
                onClick={() => onChange(stepBack(walk))}
              >
                {t('stepBack')}
              </Button>
            </Tooltip>
            <Button
              variant="default"
              size="compact-md"
              leftSection={<IconRotate2 size={16} aria-hidden />}
              disabled={walk.steps.length === 0}
              onClick={() => onChange(startOver(walk))}
            >
              {t('startOver')}
            </Button>
            {walk.replaced && (
              <Button
                variant="default"
                size="compact-md"
                leftSection={<IconArrowForwardUp size={16} aria-hidden />}
                onClick={() => onChange(putBack(walk))}
              >
                {t('putBack', { count: walk.replaced.steps.length })}
              </Button>
            )}
            <Button
              variant={isListing ? 'light' : 'default'}
              size="compact-md"
              leftSection={<IconTestPipe size={16} aria-hidden />}
              aria-expanded={isListing}
              onClick={onListing}
            >
              {t('scenarios')}
            </Button>
            <Tooltip label={t(isTall ? 'lower' : 'taller')}>
              <ActionIcon
                className={classes.onWide ?? ''}
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t(isTall ? 'lower' : 'taller')}
                onClick={onTall}
              >
                {isTall ? <IconChevronDown size={20} aria-hidden /> : <IconChevronUp size={20} aria-hidden />}
              </ActionIcon>
            </Tooltip>
          </div>
        </div>
        <Tooltip label={t('close')}>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('close')} onClick={onClose}>
            <IconX size={20} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      {isStarting && (
        <StartForm
          document={document}
          start={walk.start}
          words={words}
          onDone={(start) => {
            setStarting(false)
            if (start) onChange(changeStart(walk, start))
          }}
        />
      )}
      {now && (
        <div className={classes.time}>
          <Timeline points={points} steps={walk.steps} at={at} words={words} onShow={onShow} />
          {onTake && <TimePassing point={now} words={words} onTake={onTake} />}
        </div>
      )}
    </div>
  )
}
