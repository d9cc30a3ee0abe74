import { IconClock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { dayInWords } from '../parts/inWords.ts'
import classes from './Walk.module.css'
import { useWalking } from './WalkContext.tsx'
import type { Timer } from './walkTypes.ts'
import { moduleInWords, timerInWords } from './walkWords.ts'

/** What is promised in time, the next first. */
export function Timers() {
  const { t } = useTranslation('walk')
  const { point, words } = useWalking()
  const timers = [...point.timers].sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1))
  const moduleOf = ({ module }: Timer): string => {
    if (module === null) return ''
    const running = point.modules.find((one) => one.module === module)
    return `${moduleInWords(words, { name: module, label: running?.label })} › `
  }
  return (
    <section aria-labelledby="walk-timers">
      <h3 id="walk-timers" className={classes.heading}>
        {t('timers')}
      </h3>
      {timers.length === 0 && <p className={classes.quiet}>{t('noTimers')}</p>}
      <ul className={classes.plain}>
        {timers.map((timer) => (
          <li key={`${timer.module}/${timer.id}`} className={classes.line}>
            <IconClock size={18} aria-hidden className={classes.icon} />
            <span>
              <span className={classes.day}>{dayInWords(timer.dueDate, words.language)}</span>{' '}
              <span className={classes.quiet}>{moduleOf(timer)}</span>
              {timerInWords(words, timer)}
              {timer.occurrence > 1 && (
                <span className={classes.quiet}> {t('occurrence', { number: timer.occurrence })}</span>
              )}
              {timer.isStopped && <span className={classes.amber}> {t('stopped')}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
