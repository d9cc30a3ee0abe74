import { useTranslation } from 'react-i18next'
import { keyFrom } from '../../editing/edits/names.ts'
import { PickOne } from './PickOne.tsx'
import { useEvents } from './useEvents.ts'

/** An event that the pathway takes, by its name; or the name of one that a transition will take later. */
export function EventPicker({
  label,
  help,
  value,
  isOptional = false,
  nothing,
  onChange,
}: {
  label: string
  help?: string
  value: string | undefined
  isOptional?: boolean
  nothing?: string
  onChange: (event: string | undefined) => void
}) {
  const { t } = useTranslation('inspector')
  return (
    <PickOne
      label={label}
      help={help}
      value={value}
      options={useEvents()}
      isOptional={isOptional}
      nothing={nothing}
      onChange={onChange}
      newLabel={t('newEvent')}
      newName={t('newEventName')}
      onNew={(name) => onChange(keyFrom(name, 'tapahtuma'))}
    />
  )
}
