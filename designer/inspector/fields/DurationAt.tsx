import { language } from '../../app/language.ts'
import { setField } from '../../editing/edits/edit.ts'
import { newLabel } from '../../editing/edits/newLabel.ts'
import { useEdits, useOpenDraft } from '../../editor/DraftContext.tsx'
import { placeKey } from '../../model/places.ts'
import { steady } from '../../parts/steady.tsx'
import { FieldFindings } from '../FormFindings.tsx'
import { usePlace } from '../PlaceContext.tsx'
import { DurationInput } from './DurationInput.tsx'
import type { DurationUnit } from './durationParts.ts'
import { useField } from './useField.ts'
import { newKey, withNew } from './useRoles.ts'

/** A length of time of the thing; it can be made a setting of the pathway. */
export const DurationAt = steady(function DurationAt({
  at,
  label,
  help,
  isOptional = false,
  without,
  noSettings = false,
}: {
  at: readonly (string | number)[]
  label: string
  help?: string
  isOptional?: boolean
  without?: readonly DurationUnit[]
  /** for what is a setting itself */
  noSettings?: boolean
}) {
  const { place } = usePlace()
  const { edit } = useEdits()
  const { store } = useOpenDraft()
  const { value, change, settle } = useField(at, label)
  const makeParameter = (name: string): void => {
    const key = newKey(store.getState().now.document, 'parameter', name, 'asetus')
    const definition = { type: 'duration', label: newLabel(name, language()), default: value, origin: 'ours' }
    const edits = withNew('parameter', key, definition, setField(place, at, { parameter: key }))
    edit({ text: 'addThing', values: { name } }, edits)
  }
  return (
    <div>
      <DurationInput
        id={`${placeKey(place)}/${at.join('/')}`}
        label={label}
        help={help}
        value={value}
        isOptional={isOptional}
        {...(without && { without })}
        onChange={change}
        onDone={settle}
        onMakeParameter={noSettings ? undefined : makeParameter}
      />
      <FieldFindings at={at} />
    </div>
  )
})
