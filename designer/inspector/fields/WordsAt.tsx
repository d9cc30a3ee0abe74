import { TagsInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { namesOf } from '../../model/readValue.ts'
import { FieldFindings } from '../FormFindings.tsx'
import { useField } from './useField.ts'

/** Several words or sources, one after the other. */
export function WordsAt({ at, label, help }: { at: readonly string[]; label: string; help?: string }) {
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
}
