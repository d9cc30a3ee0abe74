import { useTranslation } from 'react-i18next'
import type { ValueType } from '../../../engine/pathway/values.ts'
import { factName } from '../../../engine/pathway/words/index.ts'
import type { Edit } from '../../editing/edits/edit.ts'
import { newLabel } from '../../editing/edits/newLabel.ts'
import { useEdits } from '../../editor/DraftContext.tsx'
import { PickOne } from './PickOne.tsx'
import { useReader } from './useReader.ts'
import { newKey, withNew } from './useRoles.ts'

/** A fact of the document by its name, or a new one. */
export function FactPicker({
  label,
  help,
  value,
  ofType,
  onChange,
  onNew,
}: {
  label: string
  help?: string
  value: string | undefined
  /** only facts of this kind */
  ofType?: ValueType['type']
  onChange: (fact: string) => void
  /** what is done with a new one, in the same step */
  onNew: (fact: string) => Edit
}) {
  const { t } = useTranslation('inspector')
  const { document, language } = useReader()
  const { edit } = useEdits()
  const options = Object.entries(document.facts ?? {})
    .filter(([, fact]) => ofType === undefined || fact.type === ofType)
    .map(([name]) => ({ value: name, label: factName(document, name, language) }))
  return (
    <PickOne
      label={label}
      help={help}
      value={value}
      options={options}
      onChange={(fact) => {
        if (fact !== undefined) onChange(fact)
      }}
      newLabel={t('newFact')}
      newName={t('newFactName')}
      onNew={(name) => {
        const key = newKey(document, 'fact', name, 'tieto').replaceAll('-', '_')
        const definition = { type: ofType ?? 'number', label: newLabel(name, language) }
        edit({ text: 'addThing', values: { name } }, withNew('fact', key, definition, onNew(key)))
      }}
    />
  )
}
