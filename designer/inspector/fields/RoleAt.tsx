import { useTranslation } from 'react-i18next'
import { language } from '../../app/language.ts'
import { setField } from '../../editing/edits/edit.ts'
import { newLabel } from '../../editing/edits/newLabel.ts'
import { useEdits, useOpenDraft } from '../../editor/DraftContext.tsx'
import { stringOf } from '../../model/readValue.ts'
import { steady } from '../../parts/steady.tsx'
import { FieldFindings } from '../FormFindings.tsx'
import { usePlace } from '../PlaceContext.tsx'
import { PickOne } from './PickOne.tsx'
import { useField } from './useField.ts'
import { newKey, useRoles, withNew } from './useRoles.ts'

/** One case role of the document by its name. */
export const RoleAt = steady(function RoleAt({
  at,
  label,
  help,
  isOptional = false,
  nothing,
}: {
  at: readonly (string | number)[]
  label: string
  help?: string
  isOptional?: boolean
  nothing?: string
}) {
  const { t } = useTranslation('inspector')
  const { place } = usePlace()
  const { edit } = useEdits()
  const { store } = useOpenDraft()
  const { value, put } = useField(at, label)
  return (
    <div>
      <PickOne
        label={label}
        help={help}
        value={stringOf(value)}
        options={useRoles()}
        isOptional={isOptional}
        nothing={nothing}
        onChange={put}
        newLabel={t('newRole')}
        newName={t('newRoleName')}
        onNew={(name) => {
          const key = newKey(store.getState().now.document, 'caseRole', name, 'rooli')
          const edits = withNew('caseRole', key, { label: newLabel(name, language()) }, setField(place, at, key))
          edit({ text: 'addThing', values: { name } }, edits)
        }}
      />
      <FieldFindings at={at} />
    </div>
  )
})
