import { useTranslation } from 'react-i18next'
import { isRecord } from '../../../engine/pathway/isRecord.ts'
import { placeKey } from '../../model/places.ts'
import { recordOf } from '../../model/readValue.ts'
import { steady } from '../../parts/steady.tsx'
import { FieldFindings } from '../FormFindings.tsx'
import { usePlace } from '../PlaceContext.tsx'
import { NativeSelect, TextInput } from './controls.ts'
import type { FieldProps } from './FieldProps.ts'
import classes from './fields.module.css'
import { InTurn } from './InTurn.tsx'
import { NewButton } from './NewButton.tsx'
import { RowButton } from './RowButton.tsx'
import { readNumber } from './readNumber.ts'
import { useField } from './useField.ts'
import { useTyped } from './useTyped.ts'

/** Named values for other systems: text, numbers, yes or no, and whatever structure they have agreed on. */
export const ValuesAt = steady(function ValuesAt({ at, label, help }: FieldProps) {
  const { t } = useTranslation('inspector')
  const { value, change, settle, put } = useField(at, label)
  const values = recordOf(value)
  const entries = Object.entries(values)
  const write = (next: readonly (readonly [string, unknown])[]): Record<string, unknown> | undefined =>
    next.length === 0 ? undefined : Object.fromEntries(next)
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{label}</legend>
      {help && <p className={classes.help}>{help}</p>}
      <div className={classes.stack}>
        <InTurn of={entries}>
          {([key, one], index) => (
            <div className={classes.inline}>
              <NameOfValue
                id={[...at, index].join('/')}
                name={key}
                taken={Object.keys(values)}
                onRename={(name) => {
                  change(write(entries.with(index, [name, one])))
                  settle()
                }}
              />
              <AnyValue
                id={[...at, key].join('/')}
                name={key}
                value={one}
                onChange={(next) => change(write(entries.with(index, [key, next])))}
                onDone={settle}
              />
              <RowButton
                does="remove"
                label={t('removeName', { name: key })}
                onPress={() => put(write(entries.toSpliced(index, 1)))}
              />
            </div>
          )}
        </InTurn>
        <div>
          <NewButton onPress={() => put(write([...entries, [freeName(values), '']]))}>{t('addValue')}</NewButton>
        </div>
      </div>
      <FieldFindings at={at} />
    </fieldset>
  )
})

function freeName(values: Record<string, unknown>): string {
  let number = 1
  while (Object.hasOwn(values, `arvo${number}`)) number += 1
  return `arvo${number}`
}

function NameOfValue({
  id,
  name,
  taken,
  onRename,
}: {
  id: string
  name: string
  taken: readonly string[]
  onRename: (name: string) => void
}) {
  const { t } = useTranslation('inspector')
  const { place } = usePlace()
  const typed = useTyped(`${placeKey(place)}/name/${id}`, name, (text) => {
    if (text.trim() === '') return { wrong: t('nameNeeded') }
    if (text !== name && taken.includes(text)) return { wrong: t('takenKey', { key: text }) }
    if (text !== name) onRename(text)
    return { written: text }
  })
  return (
    <TextInput
      className={classes.grow}
      aria-label={t('valueName')}
      value={typed.text}
      error={typed.wrong}
      spellCheck={false}
      onChange={({ currentTarget }) => typed.type(currentTarget.value)}
      onBlur={typed.leave}
    />
  )
}

type Kind = 'text' | 'number' | 'boolean' | 'structure'

/** One value of any kind. */
function AnyValue({
  id,
  name,
  value,
  onChange,
  onDone,
}: {
  id: string
  name: string
  value: unknown
  onChange: (value: unknown) => void
  onDone: () => void
}) {
  const { t } = useTranslation('inspector')
  const { place } = usePlace()
  const kind: Kind =
    typeof value === 'string'
      ? 'text'
      : typeof value === 'number'
        ? 'number'
        : typeof value === 'boolean'
          ? 'boolean'
          : 'structure'
  const typed = useTyped(`${placeKey(place)}/value/${id}`, asTyped(value), (text) => {
    const read = readAny(text, kind)
    if ('wrong' in read) return { wrong: t(read.wrong) }
    onChange(read.value)
    return { written: asTyped(read.value) }
  })
  return (
    <>
      <NativeSelect
        aria-label={t('kindOfValue', { name })}
        value={kind}
        onChange={({ currentTarget }) => {
          onChange({ text: asTyped(value), number: 0, boolean: true, structure: [] }[currentTarget.value as Kind])
          onDone()
        }}
      >
        <option value="text">{t('valueText')}</option>
        <option value="number">{t('valueNumber')}</option>
        <option value="boolean">{t('valueBoolean')}</option>
        <option value="structure">{t('valueStructure')}</option>
      </NativeSelect>
      {kind === 'boolean' ? (
        <NativeSelect
          aria-label={t('valueOf', { name })}
          value={String(value)}
          onChange={({ currentTarget }) => {
            onChange(currentTarget.value === 'true')
            onDone()
          }}
        >
          <option value="true">{t('yes')}</option>
          <option value="false">{t('no')}</option>
        </NativeSelect>
      ) : (
        <TextInput
          className={classes.grow}
          aria-label={t('valueOf', { name })}
          value={typed.text}
          error={typed.wrong}
          spellCheck={false}
          onChange={({ currentTarget }) => typed.type(currentTarget.value)}
          onBlur={() => {
            typed.leave()
            onDone()
          }}
        />
      )}
    </>
  )
}

const asTyped = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'number'
      ? String(value).replace('.', ',')
      : JSON.stringify(value)

function readAny(text: string, kind: Kind): { value: unknown } | { wrong: 'notANumber' | 'notAStructure' } {
  if (kind === 'number') {
    const read = readNumber(text)
    return 'wrong' in read || read.number === undefined ? { wrong: 'notANumber' } : { value: read.number }
  }
  if (kind !== 'structure') return { value: text }
  try {
    const value: unknown = JSON.parse(text)
    return value === null || Array.isArray(value) || isRecord(value) ? { value } : { wrong: 'notAStructure' }
  } catch {
    return { wrong: 'notAStructure' }
  }
}
