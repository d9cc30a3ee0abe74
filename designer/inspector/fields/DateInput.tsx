import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
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
    if (date === undefined) return { wrong: t('notADate') }
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

/** The date that was written as d.m.yyyy, or as yyyy-mm-dd; undefined for a day that no calendar has. */
function readDate(text: string): string | undefined {
  const [, day, month, year] = /^\s*(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\s*$/.exec(text) ?? []
  const date = year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : text.trim()
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? new Date(`${date}T00:00:00Z`) : undefined
  return at && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date) ? date : undefined
}
