import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isRecord } from '../../../engine/pathway/isRecord.ts'
import { wordsOfName } from '../../../engine/pathway/words/index.ts'
import { keyFrom } from '../../editing/edits/names.ts'
import { placeKey } from '../../model/places.ts'
import { steady } from '../../parts/steady.tsx'
import { FieldFindings } from '../FormFindings.tsx'
import { usePlace } from '../PlaceContext.tsx'
import { Button, TextInput } from './controls.ts'
import type { FieldProps } from './FieldProps.ts'
import classes from './fields.module.css'
import { InTurn } from './InTurn.tsx'
import { NewButton } from './NewButton.tsx'
import { NewName } from './NewName.tsx'
import { nameForms } from './nameForms.ts'
import { RowButton } from './RowButton.tsx'
import { useField } from './useField.ts'
import { useTyped } from './useTyped.ts'
import { ValuesAt } from './ValuesAt.tsx'

/** What other systems are told to do: each by its name, with values where it needs them. */
export const ActionsAt = steady(function ActionsAt({ at, label, help }: FieldProps) {
  const { t } = useTranslation('inspector')
  const { value, put } = useField(at, label)
  const [isNaming, setNaming] = useState(false)
  // a single action may stand without a list around it
  const isList = Array.isArray(value)
  const actions: readonly unknown[] = value === undefined ? [] : isList ? value : [value]
  const typeOf = (action: unknown): string =>
    typeof action === 'string' ? action : isRecord(action) && typeof action.type === 'string' ? action.type : ''
  const write = (next: readonly unknown[]): void =>
    put(next.length === 0 ? undefined : next.length === 1 && !isList ? next[0] : next)
  const fieldOf = (index: number): readonly (string | number)[] => (isList ? [...at, index] : at)
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{label}</legend>
      {help && <p className={classes.help}>{help}</p>}
      <div className={classes.stack}>
        <InTurn of={actions}>
          {(action, index) => (
            <div className={classes.box}>
              <strong>{wordsOfName(typeOf(action))}</strong>
              <div className={classes.inline}>
                <ActionName
                  id={fieldOf(index).join('/')}
                  name={typeOf(action)}
                  onRename={(name) => write(actions.with(index, isRecord(action) ? { ...action, type: name } : name))}
                />
                <RowButton
                  does="remove"
                  label={t('removeName', { name: wordsOfName(typeOf(action)) })}
                  onPress={() => write(actions.toSpliced(index, 1))}
                />
              </div>
              {isRecord(action) ? (
                <ValuesAt at={[...fieldOf(index), 'params']} label={t('actionValues')} />
              ) : (
                <div>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    onClick={() => write(actions.with(index, { type: typeOf(action), params: { arvo1: '' } }))}
                  >
                    {t('addValue')}
                  </Button>
                </div>
              )}
            </div>
          )}
        </InTurn>
        <div>
          {isNaming ? (
            <NewName
              label={t('newAction')}
              onCancel={() => setNaming(false)}
              onAdd={(name) => {
                setNaming(false)
                write([...actions, keyFrom(name, 'viesti')])
              }}
            />
          ) : (
            <NewButton onPress={() => setNaming(true)}>{t('addAction')}</NewButton>
          )}
        </div>
      </div>
      <FieldFindings at={at} />
    </fieldset>
  )
})

function ActionName({ id, name, onRename }: { id: string; name: string; onRename: (name: string) => void }) {
  const { t } = useTranslation('inspector')
  const { place } = usePlace()
  const typed = useTyped(`${placeKey(place)}/action/${id}`, name, (text) => {
    if (!nameForms.event.test(text)) return { wrong: t('illFormedEvent') }
    if (text !== name) onRename(text)
    return { written: text }
  })
  return (
    <TextInput
      className={classes.grow}
      label={t('actionName')}
      value={typed.text}
      error={typed.wrong}
      spellCheck={false}
      onChange={({ currentTarget }) => typed.type(currentTarget.value)}
      onBlur={typed.leave}
    />
  )
}
