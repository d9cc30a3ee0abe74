import { useTranslation } from 'react-i18next'
import { namesOf } from '../../model/readValue.ts'
import { steady } from '../../parts/steady.tsx'
import { FieldFindings } from '../FormFindings.tsx'
import { TagsInput } from './controls.ts'
import type { FieldProps } from './FieldProps.ts'
import { useField } from './useField.ts'

/** Several words or sources, one after the other. */
export const WordsAt = steady(function WordsAt({ at, label, help }: FieldProps) {
  const { t } = useTranslation('inspector')
  const { value, put } = useField(at, label)
  const words = typeof value === 'string' ? [value] : namesOf(value)
  return (
    <div>
      <TagsInput
        label={label}
        description={help ?? t('wordsHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={words}
        onChange={(next) => put(next.length === 0 ? undefined : next)}
      />
      <FieldFindings at={at} />
    </div>
  )
})
