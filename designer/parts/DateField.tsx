import { DateInput } from '@mantine/dates'
import '@mantine/dates/styles.css'
import 'dayjs/locale/fi'
import 'dayjs/locale/sv'
import { useTranslation } from 'react-i18next'
import { language } from '../app/language.ts'
import classes from './DateField.module.css'
import { dateInWords } from './inWords.ts'
import { readDate } from './readDate.ts'

/** A local date, typed (4.5.2026) or picked; shown with its weekday. */
export function DateField({
  label,
  value,
  onChange,
  required,
  error,
  minDate,
  fieldRef,
  className,
}: {
  label: string
  /** as 2026-05-04; null while there is none */
  value: string | null
  onChange: (date: string | null) => void
  required?: boolean
  error?: string | undefined
  minDate?: string
  className?: string | undefined
  fieldRef?: ((field: HTMLElement | null) => void) | undefined
}) {
  const { t } = useTranslation()
  return (
    <DateInput
      ref={fieldRef}
      className={className ?? ''}
      classNames={{ day: classes.day ?? '', weekday: classes.weekday ?? '' }}
      label={label}
      value={value}
      onChange={onChange}
      valueFormat={(date) => dateInWords(`${date}T10:00:00Z`, language())}
      dateParser={readDate}
      locale={language()}
      placeholder={t('datePlaceholder')}
      required={required}
      error={error}
      minDate={minDate}
      ariaLabels={{
        previousMonth: t('previousMonth'),
        nextMonth: t('nextMonth'),
        previousYear: t('previousYear'),
        nextYear: t('nextYear'),
        monthLevelControl: t('chooseMonth'),
        yearLevelControl: t('chooseYear'),
      }}
      getDayProps={(day) => ({ 'aria-label': dateInWords(`${day}T10:00:00Z`, language()) })}
    />
  )
}
