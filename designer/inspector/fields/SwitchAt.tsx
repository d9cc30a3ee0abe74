import { steady } from '../../parts/steady.tsx'
import { FieldFindings } from '../FormFindings.tsx'
import { Switch } from './controls.ts'
import { useField } from './useField.ts'

/** Yes or no. What is the case without being said is not written. */
export const SwitchAt = steady(function SwitchAt({
  at,
  label,
  help,
  byDefault = false,
}: {
  at: readonly (string | number)[]
  label: string
  help?: string
  /** what is the case when the document says nothing */
  byDefault?: boolean
}) {
  const { value, put } = useField(at, label)
  return (
    <div>
      <Switch
        label={label}
        description={help}
        checked={typeof value === 'boolean' ? value : byDefault}
        onChange={({ currentTarget }) => put(currentTarget.checked === byDefault ? undefined : currentTarget.checked)}
      />
      <FieldFindings at={at} />
    </div>
  )
})
