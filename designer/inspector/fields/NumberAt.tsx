import { useTranslation } from 'react-i18next'
import { placeKey } from '../../model/places.ts'
import { numberOf } from '../../model/readValue.ts'
import { steady } from '../../parts/steady.tsx'
import { FieldFindings } from '../FormFindings.tsx'
import { usePlace } from '../PlaceContext.tsx'
import { TextInput } from './controls.ts'
import classes from './fields.module.css'
import { numberAsTyped, readNumber } from './readNumber.ts'
import { useField } from './useField.ts'
import { useTyped } from './useTyped.ts'

/** A number of the thing. What is not a number is shown with what is wrong with it, and not written. */
export const NumberAt = steady(function NumberAt({
  at,
  label,
  help,
  unit,
  min,
  max,
  isWhole,
  isRequired = false,
}: {
  at: readonly (string | number)[]
  label: string
  help?: string
  unit?: string | undefined
  min?: number
  max?: number
  isWhole?: boolean
  isRequired?: boolean
}) {
  const { t } = useTranslation('inspector')
  const { place } = usePlace()
  const { value, change, settle } = useField(at, label)
  const shown = numberOf(value)
  const typed = useTyped(
    `${placeKey(place)}/${at.join('/')}`,
    shown === undefined ? '' : numberAsTyped(shown),
    (text) => {
      const read = readNumber(text, { min, max, isWhole })
      if ('wrong' in read) return { wrong: t(read.wrong, { min, max }) }
      if (read.number === undefined && isRequired) return { wrong: t('numberNeeded') }
      change(read.number)
      return { written: read.number === undefined ? '' : numberAsTyped(read.number) }
    },
  )
  return (
    <div>
      <TextInput
        className={classes.short}
        label={label}
        description={help}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        inputMode={isWhole ? 'numeric' : 'decimal'}
        value={typed.text}
        error={typed.wrong}
        rightSection={unit && <span className={classes.unit}>{unit}</span>}
        rightSectionWidth={unit ? Math.max(40, 10 + unit.length * 8) : undefined}
        onChange={({ currentTarget }) => typed.type(currentTarget.value)}
        onBlur={() => {
          typed.leave()
          settle()
        }}
      />
      <FieldFindings at={at} />
    </div>
  )
})
