import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
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
  onRename,
}: {
  label: string
  help?: string
  value: string
  form?: keyof typeof nameForms
  isOptional?: boolean
  isTaken: (key: string) => boolean
  onRename: (key: string) => void
}) {
  const { t } = useTranslation('inspector')
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
    if (text !== value && wrongWith(text) === undefined) onRename(text)
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
        else if (event.key === 'Escape' && typed !== undefined) {
          // that is what was left; a second one leaves the details
          event.preventDefault()
          setTyped(undefined)
        }
      }}
    />
  )
}

const illFormed = { name: 'illFormedName', value: 'illFormedValue', event: 'illFormedEvent' } as const
