import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { dateInWords } from '../parts/inWords.ts'
import { Scrolled } from '../parts/Scrolled.tsx'
import { Facts } from './Facts.tsx'
import { Happened } from './Happened.tsx'
import { ModuleEvents } from './ModuleEvents.tsx'
import { OtherWays } from './OtherWays.tsx'
import { Possibilities } from './Possibilities.tsx'
import { Tasks } from './Tasks.tsx'
import { Timers } from './Timers.tsx'
import classes from './Walk.module.css'
import { useWalking } from './WalkContext.tsx'
import { Where } from './Where.tsx'
import type { Walk } from './walkSteps.ts'

/** The example client at one point of the walk. */
export function PointView({
  walk,
  index,
  role,
  onRole,
  wanted,
  onWanted,
  onChange,
  onGoOn,
  onNow,
  onDrop,
}: {
  walk: Walk
  index: number
  role: string | undefined
  onRole: (role: string | undefined) => void
  /** the fact whose field is to be gone to */
  wanted: string | undefined
  onWanted: () => void
  onChange: (walk: Walk) => void
  onGoOn: () => void
  onNow: () => void
  onDrop: () => void
}) {
  const { t } = useTranslation('walk')
  const { point, isNow, words } = useWalking()
  return (
    <>
      {!isNow && (
        <div className={classes.earlier}>
          {t('earlier', { date: dateInWords(point.at, words.language) })}
          <Button size="compact-md" onClick={onNow}>
            {t('toNow')}
          </Button>
          <Button size="compact-md" variant="default" onClick={onGoOn}>
            {t('goOnFromHere')}
            <span className={classes.more}>{t('goOnFromHereWhat', { count: walk.steps.length - index })}</span>
          </Button>
        </div>
      )}
      <div className={classes.body}>
        <Column label={t('happened')}>
          <Happened walk={walk} index={index} onChange={onChange} onDrop={onDrop} />
          <Where />
        </Column>
        <Column label={t('possible')}>
          <Possibilities role={role} onRole={onRole} />
          <ModuleEvents />
          {point.status === 'active' && <OtherWays />}
        </Column>
        <Column label={t('tasks')}>
          <Tasks />
          <Timers />
        </Column>
        <Column label={t('facts')}>
          <Facts wanted={wanted} onWanted={onWanted} />
        </Column>
      </div>
    </>
  )
}

/** A column of the walk. Another point is read from its top. */
function Column({ label, children }: { label: string; children: ReactNode }) {
  const { point } = useWalking()
  const column = useRef<HTMLElement>(null)
  const read = useRef(point.index)
  useEffect(() => {
    if (read.current === point.index) return
    read.current = point.index
    column.current?.scrollTo({ top: 0 })
  }, [point.index])
  return (
    <Scrolled scrollRef={column} className={classes.column} label={label}>
      {children}
    </Scrolled>
  )
}
