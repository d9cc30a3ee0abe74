import { useTranslation } from 'react-i18next'
import { readDate } from '../../parts/readDate.ts'
import { TextInput } from './controls.ts'
import classes from './fields.module.css'
import { useTyped } from './useTyped.ts'

/** A date as people here write it: 4.5.2026. What is no date is shown with what is wrong with it, and not written. */
export function DateInput({
  id,
  label,
  isLabelHidden = false,
  value,
  onChange,
  onDone,
}: {
  /** of the field among all */
  id: string
  label: string
  isLabelHidden?: boolean
  /** YYYY-MM-DD; empty for none */
  value: string
  onChange: (date: string | undefined) => void
  onDone?: () => void
}) {
  const { t } = useTranslation('inspector')
  const typed = useTyped(id, asTyped(value), (text) => {
    if (text.trim() === '') {
      onChange(undefined)
      return { written: '' }
    }
    const date = readDate(text)
    if (date === null) return { wrong: t('notADate') }
    onChange(date)
    return { written: asTyped(date) }
  })
  return (
    <TextInput
      className={classes.date}
      {...(isLabelHidden ? { 'aria-label': label } : { label })}
      placeholder={t('dateForm')}
      inputMode="numeric"
      value={typed.text}
      error={typed.wrong}
      onChange={({ currentTarget }) => typed.type(currentTarget.value)}
      onBlur={() => {
        typed.leave()
        onDone?.()
      }}
    />
  )
}

const asTyped = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number)
  return year && month && day ? `${day}.${month}.${year}` : date
}
