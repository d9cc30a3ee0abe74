import { stringOf } from '../../model/readValue.ts'
import { FieldFindings } from '../FormFindings.tsx'
import { Choice, type ChoiceOption } from './Choice.tsx'
import { useField } from './useField.ts'

/** One of a few. What is the case without being said is not written. */
export function ChoiceAt<T extends string>({
  at,
  label,
  help,
  options,
  byDefault,
}: {
  at: readonly (string | number)[]
  label: string
  help?: string
  options: readonly ChoiceOption<T>[]
  byDefault?: T
}) {
  const { value, put } = useField(at, label)
  const chosen = stringOf(value) ?? byDefault
  return (
    <div>
      <Choice
        label={label}
        help={help}
        options={options}
        value={options.find((one) => one.value === chosen)?.value}
        onChange={(next) => put(next === byDefault ? undefined : next)}
      />
      <FieldFindings at={at} />
    </div>
  )
}
