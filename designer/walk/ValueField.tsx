import { NativeSelect, NumberInput, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ValueType } from '../../engine/pathway/values.ts'
import { unitInWords } from '../../engine/pathway/words/index.ts'
import { language } from '../app/language.ts'
import { DateField } from '../parts/DateField.tsx'
import { textIn } from '../parts/inWords.ts'
import type { FactValue } from './walkTypes.ts'

/** A field for a value of a fact or of a form, by its type. */
export function ValueField({
  type,
  label,
  value,
  onChange,
  required = false,
  error,
  fieldRef,
}: {
  /** absent when the document does not know the fact: then it is written as text */
  type: ValueType | undefined
  label: string
  value: FactValue | undefined
  onChange: (value: FactValue | undefined) => void
  required?: boolean
  error?: string | undefined
  fieldRef?: ((field: HTMLElement | null) => void) | undefined
}) {
  const { t } = useTranslation('walk')
  const shared = { label, required, error }
  switch (type?.type) {
    case 'number': {
      const unit = type.unit === undefined ? '' : ` (${unitInWords(type.unit, language())})`
      return (
        <NumberInput
          {...shared}
          ref={fieldRef}
          label={`${label}${unit}`}
          value={typeof value === 'number' ? value : ''}
          onChange={(written) => onChange(typeof written === 'number' ? written : undefined)}
          decimalSeparator={language() === 'en' ? '.' : ','}
          allowDecimal={!type.integer}
          min={type.min}
          max={type.max}
        />
      )
    }
    case 'choice':
      return (
        <NativeSelect
          {...shared}
          ref={fieldRef}
          value={typeof value === 'string' ? value : ''}
          onChange={({ currentTarget }) => onChange(currentTarget.value || undefined)}
          data={[
            { value: '', label: t('choose') },
            ...type.options.map(({ code, label: option }) => ({ value: code, label: textIn(option, language()) })),
          ]}
        />
      )
    case 'boolean':
      return (
        <NativeSelect
          {...shared}
          ref={fieldRef}
          value={value === undefined ? '' : String(value)}
          onChange={({ currentTarget }) =>
            onChange(currentTarget.value === '' ? undefined : currentTarget.value === 'true')
          }
          data={[
            { value: '', label: t('choose') },
            { value: 'true', label: t('yes') },
            { value: 'false', label: t('no') },
          ]}
        />
      )
    case 'date':
      return (
        <DateField
          {...shared}
          fieldRef={fieldRef}
          value={typeof value === 'string' ? value : null}
          onChange={(date) => onChange(date ?? undefined)}
        />
      )
    default:
      return (
        <Textarea
          {...shared}
          ref={fieldRef}
          autosize
          minRows={1}
          maxLength={type?.maxLength ?? 2000}
          value={typeof value === 'string' ? value : ''}
          onChange={({ currentTarget }) => onChange(currentTarget.value || undefined)}
        />
      )
  }
}
