import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { dateInWords } from '../parts/inWords.ts'
import { describePoint } from './describeStep.ts'
import classes from './Timeline.module.css'
import type { WalkStep } from './walkSteps.ts'
import type { Point } from './walkTypes.ts'
import type { WalkWords } from './walkWords.ts'

/** The walk as a line of points: each can be looked at again. Arrows move along it. */
export function Timeline({
  points,
  steps,
  at,
  words,
  onShow,
}: {
  points: readonly Point[]
  steps: readonly WalkStep[]
  at: number
  words: WalkWords
  onShow: (index: number) => void
}) {
  const { t } = useTranslation('walk')
  const line = useRef<HTMLOListElement>(null)
  const button = (index: number): HTMLButtonElement | undefined => line.current?.querySelectorAll('button')[index]
  // what is shown is kept in sight, also when points come or go before it
  useEffect(() => {
    const shown = line.current?.children[Math.min(at, points.length - 1)]
    shown?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [at, points.length])

  const onKey = (event: KeyboardEvent): void => {
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: points.length - 1 }[event.key]
    if (to === undefined || to < 0 || to >= points.length) return
    event.preventDefault()
    onShow(to)
    button(to)?.focus()
  }

  return (
    <ol ref={line} className={classes.line} aria-label={t('timeline')} onKeyDown={onKey}>
      {points.map((point, index) => {
        const date = dateInWords(point.at, words.language)
        const isSameDay = index > 0 && dateInWords(points[index - 1]?.at ?? '', words.language) === date
        const what = describePoint(point, words)
        const isRefused = point.refused !== null
        const isWrong = isRefused !== (steps[index - 1]?.isToBeRefused ?? false)
        return (
          <li key={point.index} className={classes.point} data-wrong={isWrong} data-refused={isRefused}>
            <button
              type="button"
              className={classes.button}
              aria-current={index === at ? 'step' : undefined}
              tabIndex={index === at ? 0 : -1}
              title={what}
              onClick={() => onShow(index)}
            >
              <span className="visually-hidden">
                {index === 0 ? t('pointStart', { date }) : t('pointOf', { number: index, what, date })}
                {isRefused && `, ${t('pointRefused')}`}
                {index === points.length - 1 && `, ${t('now')}`}
              </span>
              <span className={classes.date} aria-hidden>
                {isSameDay ? '' : date}
              </span>
              <span className={classes.dot} aria-hidden />
              <span className={classes.what} aria-hidden>
                {what}
              </span>
            </button>
          </li>
        )
      })}
    </ol>
  )
}
