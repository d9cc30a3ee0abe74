import { textOf } from '../../model/readValue.ts'
import { steady } from '../../parts/steady.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { FieldFindings } from '../FormFindings.tsx'
import { useField } from './useField.ts'

/** A text of the thing in its three languages. */
export const TextAt = steady(function TextAt({
  at,
  label,
  help,
  isRequired,
  isLong,
}: {
  at: readonly (string | number)[]
  label: string
  help?: string
  isRequired?: boolean
  isLong?: boolean
}) {
  const { value, change, settle } = useField(at, label)
  return (
    <TextField
      label={label}
      help={help}
      value={textOf(value)}
      isRequired={isRequired ?? false}
      isLong={isLong ?? false}
      onChange={(_, text) => change(text)}
      onDone={settle}
      note={<FieldFindings at={at} />}
    />
  )
})
