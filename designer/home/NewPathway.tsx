import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureInWords } from '../app/failureInWords.ts'
import { language } from '../app/language.ts'
import { useOneAtATime } from '../parts/useOneAtATime.ts'
import classes from './NewPathway.module.css'
import { draftFromNothing } from './startDraft.ts'

/** Asks for the name of a new pathway, and for nothing else. */
export function NewPathway({
  taken,
  onCreated,
  onCancel,
}: {
  /** names that pathways have, published or drawn */
  taken: readonly string[]
  onCreated: (draft: string) => void
  onCancel: () => void
}) {
  const { t } = useTranslation('home')
  const { t: shared } = useTranslation('shell')
  const [name, setName] = useState('')
  const [wrong, setWrong] = useState<string>()
  const { isBusy, begin } = useOneAtATime()
  const create = async (): Promise<void> => {
    const title = name.trim()
    if (title === '') return setWrong(t('nameMissing'))
    if (taken.some((one) => isSameName(one, title))) return setWrong(t('nameTaken'))
    try {
      onCreated(await draftFromNothing(title, language()))
    } catch (failure) {
      setWrong(t('createFailed', { why: failureInWords(failure, shared) }))
    }
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        begin(create)
      }}
    >
      <TextInput
        label={t('newName')}
        description={t('newNameHint')}
        value={name}
        error={wrong}
        maxLength={200}
        autoFocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button type="submit" loading={isBusy}>
          {t('create')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {shared('cancel')}
        </Button>
      </div>
    </form>
  )
}

const isSameName = (one: string, other: string): boolean => one.trim().toLowerCase() === other.toLowerCase()
