import { useTranslation } from 'react-i18next'
import { language } from '../../app/language.ts'
import { setField } from '../../editing/edits/edit.ts'
import { newLabel } from '../../editing/edits/newLabel.ts'
import { useEdits, useOpenDraft } from '../../editor/DraftContext.tsx'
import { namesOf } from '../../model/readValue.ts'
import { steady } from '../../parts/steady.tsx'
import { FieldFindings } from '../FormFindings.tsx'
import { usePlace } from '../PlaceContext.tsx'
import type { FieldProps } from './FieldProps.ts'
import { PickMany } from './PickMany.tsx'
import { useField } from './useField.ts'
import { newKey, useRoles, withNew } from './useRoles.ts'

/** Several case roles of the document by their names; none is what the help says. */
export const RolesAt = steady(function RolesAt({ at, label, help }: FieldProps) {
  const { t } = useTranslation('inspector')
  const { place } = usePlace()
  const { edit } = useEdits()
  const { store } = useOpenDraft()
  const { value, put } = useField(at, label)
  const names = namesOf(value)
  return (
    <div>
      <PickMany
        label={label}
        help={help}
        names={names}
        options={useRoles()}
        addLabel={t('addRole')}
        onChange={(next) => put(next.length === 0 ? undefined : next)}
        newLabel={t('newRole')}
        newName={t('newRoleName')}
        onNew={(name) => {
          const key = newKey(store.getState().now.document, 'caseRole', name, 'rooli')
          const edits = withNew(
            'caseRole',
            key,
            { label: newLabel(name, language()) },
            setField(place, at, [...names, key]),
          )
          edit({ text: 'addThing', values: { name } }, edits)
        }}
      />
      <FieldFindings at={at} />
    </div>
  )
})
