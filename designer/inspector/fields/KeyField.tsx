import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Edit } from '../../editing/edits/edit.ts'
import type { EditName } from '../../editing/history.ts'
import { useEdits } from '../../editor/DraftContext.tsx'
import { usePlace } from '../PlaceContext.tsx'
import { TextInput } from './controls.ts'
import { isReservedWord, nameForms } from './nameForms.ts'

/**
 * A key that integrators know a thing by. It is written when the field is left, or with Enter, if it is well formed and
 * nothing else has it; until then what is wrong with it stands beside it.
 */
export function KeyField({
  label,
  help,
  value,
  form = 'name',
  isOptional = false,
  isTaken,
  editName,
  renaming,
}: {
  label: string
  help?: string
  value: string
  form?: keyof typeof nameForms
  isOptional?: boolean
  isTaken: (key: string) => boolean
  /** what the edit is called; that it renames the thing when left out */
  editName?: EditName
  /** gives the thing another key wherever it is named */
  renaming: (key: string) => Edit
}) {
  const { t } = useTranslation('inspector')
  const { asSame } = usePlace()
  const { edit } = useEdits()
  const [typed, setTyped] = useState<{ text: string; over: string }>()
  // renamed elsewhere meanwhile, or undone
  const text = typed?.over === value ? typed.text : value
  const wrongWith = (key: string): string | undefined => {
    if (key === value || (isOptional && key === '')) return undefined
    if (!nameForms[form].test(key)) return t(illFormed[form])
    if (isReservedWord(key)) return t('reservedKey', { key })
    return isTaken(key) ? t('takenKey', { key }) : undefined
  }
  const commit = (): void => {
    if (text === value || wrongWith(text) !== undefined) return
    asSame(() => edit(editName ?? { text: 'rename', values: { name: value } }, renaming(text)))
  }
  return (
    <TextInput
      label={label}
      description={help ?? t('keyHelp')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={text}
      error={wrongWith(text)}
      spellCheck={false}
      autoCapitalize="off"
      onChange={({ currentTarget }) => setTyped({ text: currentTarget.value, over: value })}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit()
        else if (event.key === 'Escape' && text !== value) {
          // that is what was left; a second one leaves the details
          event.preventDefault()
          setTyped(undefined)
        }
      }}
    />
  )
}

const illFormed = { name: 'illFormedName', value: 'illFormedValue', event: 'illFormedEvent' } as const
