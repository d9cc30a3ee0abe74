import { useTranslation } from 'react-i18next'
import { placeKey } from '../../model/places.ts'
import { stringOf } from '../../model/readValue.ts'
import { steady } from '../../parts/steady.tsx'
import { FieldFindings } from '../FormFindings.tsx'
import { usePlace } from '../PlaceContext.tsx'
import { TextInput } from './controls.ts'
import { nameForms } from './nameForms.ts'
import { useField } from './useField.ts'
import { useTyped } from './useTyped.ts'

/** A text of the thing that has no language: a unit, a source. Where nothing is left of it, an optional one has no key. */
export const StringAt = steady(function StringAt({
  at,
  label,
  help,
  maxLength = 200,
  isRequired = false,
  form,
}: {
  at: readonly (string | number)[]
  label: string
  help?: string
  maxLength?: number
  isRequired?: boolean
  /** for a key */
  form?: 'name' | 'value'
}) {
  const { t } = useTranslation('inspector')
  const { place } = usePlace()
  const { value, change, settle } = useField(at, label)
  const typed = useTyped(`${placeKey(place)}/${at.join('/')}`, stringOf(value) ?? '', (text) => {
    const isEmpty = text.trim() === ''
    if (isEmpty && isRequired) return { wrong: t('textNeeded') }
    if (form && !isEmpty && !nameForms[form].test(text))
      return { wrong: t(form === 'name' ? 'illFormedName' : 'illFormedValue') }
    change(isEmpty ? undefined : text)
    return { written: isEmpty ? '' : text }
  })
  return (
    <div>
      <TextInput
        label={label}
        description={help}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={maxLength}
        value={typed.text}
        error={typed.wrong}
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
