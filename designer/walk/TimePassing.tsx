import { Button } from '@mantine/core'
import { IconPlayerPlayFilled } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DateField } from '../parts/DateField.tsx'
import { dayInWords } from '../parts/inWords.ts'
import { localDateOf } from '../parts/localDateOf.ts'
import classes from './Timeline.module.css'
import { middayOf } from './walkDates.ts'
import type { Point, Step } from './walkTypes.ts'
import { timerInWords, type WalkWords } from './walkWords.ts'

/** Lets time pass: to what is due next, or to a date. */
export function TimePassing({
  point,
  words,
  onTake,
}: {
  point: Point
  words: WalkWords
  onTake: (step: Step) => void
}) {
  const { t } = useTranslation('walk')
  const [date, setDate] = useState<string | null>(null)
  const [next] = point.timers
    .filter(({ isStopped }) => !isStopped)
    .sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1))
  const values = next && { name: timerInWords(words, next), date: dayInWords(next.dueDate, words.language) }
  const pass = (event: FormEvent): void => {
    event.preventDefault()
    if (date === null) return
    onTake({ do: 'passTime', to: middayOf(date) })
    setDate(null)
  }
  return (
    <div className={classes.passing}>
      {values ? (
        <Button
          variant="light"
          aria-label={t('goToNext', values)}
          rightSection={<IconPlayerPlayFilled size={16} aria-hidden />}
          onClick={() => onTake({ do: 'passTime', to: 'nextDue' })}
        >
          {t('next', values)}
        </Button>
      ) : (
        <span className={classes.quiet}>{t('nothingDue')}</span>
      )}
      <form className={classes.toDate} onSubmit={pass}>
        <DateField
          className={classes.field}
          label={t('goToDate')}
          value={date}
          onChange={setDate}
          minDate={localDateOf(point.at)}
        />
        <Button type="submit" variant="default" disabled={date === null}>
          {t('go')}
        </Button>
      </form>
    </div>
  )
}
