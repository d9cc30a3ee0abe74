import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './fields.module.css'

/** Asks for the name of something new, in place: Enter adds it, Esc lets it be. */
export function NewName({
  label,
  onAdd,
  onCancel,
}: {
  label: string
  onAdd: (name: string) => void
  onCancel: () => void
}) {
  const { t } = useTranslation('inspector')
  const [name, setName] = useState('')
  const [isWrong, setWrong] = useState(false)
  const add = (): void => {
    if (name.trim() === '') setWrong(true)
    else onAdd(name.trim())
  }
  return (
    <div className={classes.inline} data-own-undo>
      <TextInput
        className={classes.grow}
        label={label}
        value={name}
        autoFocus
        maxLength={200}
        error={isWrong && t('nameNeeded')}
        onChange={({ currentTarget }) => {
          setName(currentTarget.value)
          setWrong(false)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault()
            add()
          } else if (event.key === 'Escape') {
            event.stopPropagation()
            onCancel()
          }
        }}
      />
      <Button onClick={add}>{t('add')}</Button>
      <Button variant="default" onClick={onCancel}>
        {t('cancel')}
      </Button>
    </div>
  )
}
