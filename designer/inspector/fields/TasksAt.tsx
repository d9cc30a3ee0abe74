import { useTranslation } from 'react-i18next'
import { taskInWords, taskName } from '../../../engine/pathway/words/index.ts'
import { setField } from '../../editing/edits/edit.ts'
import { newLabel } from '../../editing/edits/newLabel.ts'
import { useEdits } from '../../editor/DraftContext.tsx'
import { namesOf } from '../../model/readValue.ts'
import { steady } from '../../parts/steady.tsx'
import { FieldFindings } from '../FormFindings.tsx'
import { usePlace } from '../PlaceContext.tsx'
import type { FieldProps } from './FieldProps.ts'
import classes from './fields.module.css'
import { PickMany } from './PickMany.tsx'
import { useField } from './useField.ts'
import { useReader } from './useReader.ts'
import { newKey, useRoles, withNew } from './useRoles.ts'

/** Tasks of the document that open on entry: picked by name, or new. */
export const TasksAt = steady(function TasksAt({ at, label, help }: FieldProps) {
  const { t } = useTranslation('inspector')
  const { place } = usePlace()
  const { edit } = useEdits()
  const { document, language } = useReader()
  const { value, put } = useField(at, label)
  const [firstRole] = useRoles()
  const names = namesOf(value)
  const options = Object.keys(document.taskDefinitions ?? {}).map((name) => ({
    value: name,
    label: taskName(document, name, language),
  }))
  return (
    <div>
      <PickMany
        label={label}
        help={help}
        names={names}
        options={options}
        addLabel={t('addTask')}
        isOrdered
        placeOf={(name) => ({ kind: 'task', name })}
        below={(name) =>
          options.some((one) => one.value === name) && (
            <p className={classes.quiet}>{taskInWords(document, name, language)}</p>
          )
        }
        onChange={(next) => put(next.length === 0 ? undefined : next)}
        newLabel={t('newTask')}
        newName={t('newTaskName')}
        onNew={(name) => {
          const key = newKey(document, 'task', name, 'tehtava')
          const definition = { label: newLabel(name, language), role: firstRole?.value ?? '' }
          const edits = withNew('task', key, definition, setField(place, at, [...names, key]))
          edit({ text: 'addThing', values: { name } }, edits)
        }}
      />
      <FieldFindings at={at} />
    </div>
  )
})
