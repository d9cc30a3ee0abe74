import { IconPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { steady } from '../../parts/steady.tsx'
import { Button, Select } from './controls.ts'
import classes from './fields.module.css'
import { NewName } from './NewName.tsx'

export interface PickOption {
  value: string
  label: string
}
export interface PickGroup {
  group: string
  items: PickOption[]
}

/** No key is empty but for this. */
const noChoice = ' '

/** One of the document's things by its name, found by typing, or a new one. */
export const PickOne = steady(function PickOne({
  label,
  help,
  value,
  options,
  isOptional = false,
  nothing,
  onChange,
  onNew,
  newLabel,
  newName,
}: {
  label: string
  help?: string | undefined
  value: string | undefined
  options: readonly (PickOption | PickGroup)[]
  isOptional?: boolean
  /** what it means that nothing is chosen */
  nothing?: string | undefined
  onChange: (value: string | undefined) => void
  /** makes a new one of a name, and gives its key */
  onNew?: ((name: string) => void) | undefined
  newLabel?: string | undefined
  /** how the field is called in which the name of the new one is written */
  newName?: string | undefined
}) {
  const { t } = useTranslation('inspector')
  const [isNaming, setNaming] = useState(false)
  const select = useRef<HTMLInputElement>(null)
  const known = options.flatMap((one) => ('items' in one ? one.items : [one]))
  // what is written and leads nowhere is shown as it stands
  const lost = value !== undefined && value !== '' && !known.some((one) => one.value === value)
  const isChosen = value !== undefined && value !== ''
  const data = [
    // by keys too, which the button that clears is not for
    ...(isOptional && isChosen ? [{ value: noChoice, label: nothing ?? t('none') }] : []),
    ...options,
    ...(lost ? [{ value, label: t('notFound', { name: value }) }] : []),
  ]
  const back = (): void => {
    setNaming(false)
    requestAnimationFrame(() => select.current?.focus())
  }
  return (
    <div className={classes.stack}>
      <Select
        ref={select}
        label={label}
        title={known.find((one) => one.value === value)?.label}
        description={help}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder={nothing ?? t('choose')}
        data={data}
        value={value === '' ? null : (value ?? null)}
        searchable
        clearable={isOptional}
        clearButtonProps={{ 'aria-label': t('clearField', { label }) }}
        allowDeselect={false}
        nothingFoundMessage={t('nothingFound')}
        comboboxProps={{ transitionProps: { duration: 0 } }}
        onChange={(next) => onChange(next === null || next === noChoice ? undefined : next)}
      />
      {onNew && !isNaming && (
        <div>
          <Button
            variant="subtle"
            size="compact-md"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setNaming(true)}
          >
            {newLabel}
          </Button>
        </div>
      )}
      {onNew && isNaming && (
        <NewName
          label={newName ?? t('name')}
          onCancel={back}
          onAdd={(name) => {
            onNew(name)
            back()
          }}
        />
      )}
    </div>
  )
})
