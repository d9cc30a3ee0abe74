import { useTranslation } from 'react-i18next'
import type { Literal } from '../../../engine/pathway/feel/conditions.ts'
import { isRecord } from '../../../engine/pathway/isRecord.ts'
import { NativeSelect, TextInput } from '../fields/controls.ts'
import { DateInput } from '../fields/DateInput.tsx'
import classes from '../fields/fields.module.css'
import { numberAsTyped, readNumber } from '../fields/readNumber.ts'
import { useTyped } from '../fields/useTyped.ts'
import type { NamedValue } from './namedValues.ts'

/** What a value is compared with, of the value's own kind. */
export function LiteralInput({
  id,
  label,
  named,
  value,
  onChange,
  onDone,
}: {
  id: string
  label: string
  named: NamedValue
  value: Literal | undefined
  onChange: (value: Literal | undefined) => void
  onDone: () => void
}) {
  const { t } = useTranslation('inspector')
  const { type, unit, options } = named
  const shown =
    value === undefined ? '' : typeof value === 'number' ? numberAsTyped(value) : isRecord(value) ? value.date : value
  const typed = useTyped(id, shown, (text) => {
    const read = readNumber(text)
    if ('wrong' in read) return { wrong: t(read.wrong) }
    onChange(read.number)
    return { written: read.number === undefined ? '' : numberAsTyped(read.number) }
  })
  if (type === 'choice') {
    return (
      <NativeSelect
        className={classes.grow}
        aria-label={label}
        value={typeof value === 'string' ? value : ''}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.value)
          onDone()
        }}
      >
        {!options.some((one) => one.value === value) && (
          <option value={String(value ?? '')}>{String(value ?? '–')}</option>
        )}
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </NativeSelect>
    )
  }
  if (type === 'number') {
    return (
      <TextInput
        className={classes.grow}
        aria-label={label}
        inputMode="decimal"
        value={typed.text}
        error={typed.wrong}
        rightSection={unit && <span className={classes.unit}>{unit}</span>}
        rightSectionWidth={unit ? 16 + unit.length * 8 : undefined}
        onChange={({ currentTarget }) => typed.type(currentTarget.value)}
        onBlur={() => {
          typed.leave()
          onDone()
        }}
      />
    )
  }
  if (type === 'date') return <DateLiteral id={id} label={label} date={shown} onChange={onChange} onDone={onDone} />
  return (
    <TextInput
      className={classes.grow}
      aria-label={label}
      value={shown}
      maxLength={200}
      onChange={({ currentTarget: { value: text } }) => onChange(text === '' ? undefined : text)}
      onBlur={onDone}
    />
  )
}

/** A day of the calendar, or the day on which it is asked. */
function DateLiteral({
  id,
  label,
  date,
  onChange,
  onDone,
}: {
  id: string
  label: string
  date: string
  onChange: (value: Literal | undefined) => void
  onDone: () => void
}) {
  const { t } = useTranslation('inspectorRules')
  const isToday = date === 'today'
  return (
    <>
      <NativeSelect
        className={classes.grow}
        aria-label={`${label}: ${t('whichDay')}`}
        value={isToday ? 'today' : 'day'}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.value === 'today' ? { date: 'today' } : undefined)
          onDone()
        }}
      >
        <option value="day">{t('onDay')}</option>
        <option value="today">{t('today')}</option>
      </NativeSelect>
      {!isToday && (
        <DateInput
          id={id}
          label={label}
          isLabelHidden
          value={date}
          onChange={(day) => onChange(day === undefined ? undefined : { date: day })}
          onDone={onDone}
        />
      )}
    </>
  )
}
