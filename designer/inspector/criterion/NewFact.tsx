import { IconPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { language } from '../../app/language.ts'
import { choose, inTurn } from '../../editing/edits/edit.ts'
import { addListed } from '../../editing/edits/listed.ts'
import { newLabel } from '../../editing/edits/newLabel.ts'
import { useEdits } from '../../editor/DraftContext.tsx'
import { Button, NativeSelect, TextInput } from '../fields/controls.ts'
import classes from '../fields/fields.module.css'
import { useReader } from '../fields/useReader.ts'
import { newKey } from '../fields/useRoles.ts'
import { valueTypes, valueTypeTexts } from '../fields/valueTypes.ts'
import type { NamedType, NamedValue } from './namedValues.ts'

/**
 * Makes a fact that a condition can ask about, without leaving the criterion.
 * @param onMade what is done with it at once
 */
export function NewFact({ onMade }: { onMade: (made: Pick<NamedValue, 'name' | 'type' | 'options'>) => void }) {
  const { t } = useTranslation('inspectorThings')
  const { t: shared } = useTranslation('inspector')
  const { document } = useReader()
  const { edit } = useEdits()
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [type, setType] = useState<NamedType>('number')
  const [isWrong, setWrong] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const close = (): void => {
    setOpen(false)
    requestAnimationFrame(() => opener.current?.focus())
  }
  const add = (): void => {
    const written = name.trim()
    if (written === '') {
      setWrong(true)
      return
    }
    const key = newKey(document, 'fact', written, 'tieto')
    const definition = {
      type,
      label: newLabel(written, language()),
      ...(type === 'choice' && { options: [{ code: 'a', label: newLabel(t('firstOption'), language()) }] }),
    }
    edit({ text: 'addThing', values: { name: written } }, (now) =>
      inTurn(addListed('fact', key, definition), choose(now.selection))(now),
    )
    setName('')
    // the focus goes on to the condition about it
    setOpen(false)
    onMade({ name: key, type, options: type === 'choice' ? [{ value: 'a', label: t('firstOption') }] : [] })
  }
  if (!isOpen) {
    return (
      <Button
        ref={opener}
        variant="subtle"
        size="compact-md"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {shared('newFact')}
      </Button>
    )
  }
  return (
    <div data-own-undo className={classes.box} style={{ width: '100%' }}>
      <TextInput
        label={shared('newFactName')}
        value={name}
        autoFocus
        maxLength={200}
        error={isWrong && shared('nameNeeded')}
        onChange={({ currentTarget }) => {
          setName(currentTarget.value)
          setWrong(false)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') add()
          else if (event.key === 'Escape') {
            event.stopPropagation()
            close()
          }
        }}
      />
      <NativeSelect
        label={t('type')}
        value={type}
        onChange={({ currentTarget }) => setType(valueTypes.find((one) => one === currentTarget.value) ?? 'number')}
      >
        {valueTypes.map((one) => (
          <option key={one} value={one}>
            {t(valueTypeTexts[one])}
          </option>
        ))}
      </NativeSelect>
      <div className={classes.inline}>
        <Button onClick={add}>{shared('add')}</Button>
        <Button variant="default" onClick={close}>
          {shared('cancel')}
        </Button>
      </div>
    </div>
  )
}
