import { NativeSelect, Radio } from '@mantine/core'
import { useId } from 'react'
import { steady } from '../../parts/steady.tsx'
import classes from './fields.module.css'

export interface ChoiceOption<T extends string> {
  value: T
  label: string
  /** what it means, where the name does not say it */
  help?: string
}

/** One of a few, each with what it means; in a list of its own where none needs explaining. */
export function Choice<T extends string>({ onChange, ...shown }: ChoiceProps<T>) {
  return (
    <Choosing
      {...shown}
      onChoose={(chosen) => {
        const option = shown.options.find((one) => one.value === chosen)
        if (option) onChange(option.value)
      }}
    />
  )
}

interface ChoiceProps<T extends string> {
  label: string
  help?: string | undefined
  options: readonly ChoiceOption<T>[]
  value: T | undefined
  onChange: (value: T) => void
}

const Choosing = steady(function Choosing({
  label,
  help,
  options,
  value,
  onChoose,
}: Omit<ChoiceProps<string>, 'onChange'> & { onChoose: (value: string) => void }) {
  const name = useId()
  if (!options.some((one) => one.help)) {
    return (
      <NativeSelect
        label={label}
        description={help}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={value ?? ''}
        onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      >
        {value === undefined && <option value="">–</option>}
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </NativeSelect>
    )
  }
  return (
    <Radio.Group name={name} label={label} description={help} value={value ?? null} onChange={onChoose}>
      <div className={classes.choices}>
        {options.map((one) => (
          <Radio key={one.value} value={one.value} label={one.label} description={one.help} />
        ))}
      </div>
    </Radio.Group>
  )
})
