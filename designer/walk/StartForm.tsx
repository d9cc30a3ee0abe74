import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { draftStates } from '../../engine/pathway/words/index.ts'
import type { DraftDocument } from '../model/document.ts'
import { DateField } from '../parts/DateField.tsx'
import { localDateOf } from '../parts/localDateOf.ts'
import classes from './WalkHead.module.css'
import { morningOf } from './walkDates.ts'
import type { WalkStart } from './walkSteps.ts'
import { placeInWords, type WalkWords } from './walkWords.ts'

/** Who the example client is, when they begin, and where: at the beginning, or where somebody already under way may enter. */
export function StartForm({
  document,
  start,
  words,
  onDone,
}: {
  document: DraftDocument
  start: WalkStart
  words: WalkWords
  onDone: (start?: WalkStart) => void
}) {
  const { t } = useTranslation('walk')
  const before = localDateOf(start.startsAt)
  const [name, setName] = useState(start.name)
  const [date, setDate] = useState<string | null>(before)
  const [at, setAt] = useState(start.at)
  const enterable = draftStates(document).filter(({ path, definition }) => definition.enterable && path !== '')
  const finish = (event: FormEvent): void => {
    event.preventDefault()
    const startsAt = date === null || date === before ? start.startsAt : morningOf(date)
    onDone({ name: name.trim() || t('exampleName'), startsAt, at })
  }
  return (
    <form className={classes.start} onSubmit={finish}>
      <TextInput
        label={t('clientName')}
        description={t('clientNameHint')}
        inputWrapperOrder={['label', 'input', 'description']}
        value={name}
        maxLength={100}
        data-autofocus
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <DateField label={t('startsOn')} value={date} onChange={setDate} />
      <NativeSelect
        label={t('startsAt')}
        value={at ?? ''}
        onChange={({ currentTarget }) => setAt(currentTarget.value === '' ? null : currentTarget.value)}
        data={[
          { value: '', label: t('fromBeginning') },
          ...enterable.map(({ path }) => ({
            value: path,
            label: t('midway', { name: placeInWords(words, null, path) }),
          })),
        ]}
      />
      <div className={classes.buttons}>
        <Button type="submit">{t('done')}</Button>
        <Button variant="default" onClick={() => onDone()}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
