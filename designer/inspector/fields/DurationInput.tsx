import { IconAdjustments, IconPlus } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isRecord } from '../../../engine/pathway/isRecord.ts'
import type { DurationRef } from '../../../engine/pathway/values.ts'
import { durationInWords, type Language, parameterName } from '../../../engine/pathway/words/index.ts'
import { useDraft } from '../../editor/DraftContext.tsx'
import { steady } from '../../parts/steady.tsx'
import { PlaceLink } from '../PlaceLink.tsx'
import { Button, NativeSelect, TextInput } from './controls.ts'
import { besides, type DurationPart, type DurationUnit, durationOf, durationUnits, partsOf } from './durationParts.ts'
import classes from './fields.module.css'
import { InTurn } from './InTurn.tsx'
import { NewName } from './NewName.tsx'
import { RowButton } from './RowButton.tsx'
import { readNumber } from './readNumber.ts'
import { useTyped } from './useTyped.ts'

const usual: readonly DurationUnit[] = ['days', 'workingDays', 'weeks', 'months', 'years', 'hours', 'minutes']

/** A length of time: a number and its unit, or one of the pathway's settings by its name. */
export const DurationInput = steady(function DurationInput({
  id,
  label,
  help,
  value,
  isOptional = false,
  without = [],
  onChange,
  onDone,
  onMakeParameter,
}: {
  /** of the field among all */
  id: string
  label: string
  help?: string | undefined
  value: unknown
  isOptional?: boolean
  /** units that cannot be counted in here */
  without?: readonly DurationUnit[]
  onChange: (duration: DurationRef | undefined) => void
  onDone?: () => void
  /** makes a setting of this name, with what stands here, and puts it here; without it, settings cannot be used here */
  onMakeParameter?: ((name: string) => void) | undefined
}) {
  const { t, i18n } = useTranslation('inspectorRules')
  const language = i18n.language as Language
  const parameters = useDraft(({ now }) => now.document.parameters)
  const helpId = useId()
  const [isNaming, setNaming] = useState(false)
  const [unit, setUnit] = useState<DurationUnit>('months')
  const parameter = isRecord(value) && typeof value.parameter === 'string' ? value.parameter : undefined
  const parts = partsOf(value)
  const shown: readonly (DurationPart | undefined)[] = parts ?? [undefined]
  const settings = Object.entries(parameters ?? {}).filter(([, one]) => one.type === 'duration')
  const offered = durationUnits.filter(
    (one) => !without.includes(one) && (usual.includes(one) || parts?.some((part) => part.unit === one)),
  )
  const write = (next: readonly DurationPart[]): void => onChange(next.length === 0 ? undefined : durationOf(next))
  const choose = (index: number, chosen: string): void => {
    if (chosen === 'none') onChange(undefined)
    else if (chosen.startsWith('setting:')) onChange({ parameter: chosen.slice('setting:'.length) })
    else {
      const next = durationUnits.find((one) => one === chosen)
      if (!next) return
      setUnit(next)
      const amount = parts?.[index]?.amount
      if (parameter !== undefined || value === undefined)
        onChange(
          (parameter === undefined ? undefined : resolved(parameters, parameter)) ??
            durationOf([{ amount: 1, unit: next }]),
        )
      else if (parts && amount !== undefined) {
        const alone = besides(next).length === 0 || parts.some((part) => !besides(next).includes(part.unit))
        write(alone ? [{ amount, unit: next }] : parts.with(index, { amount, unit: next }))
      }
    }
    onDone?.()
  }
  return (
    <fieldset className={classes.group} aria-describedby={help ? helpId : undefined}>
      <legend className={classes.legend}>{label}</legend>
      {help && (
        <p className={classes.help} id={helpId}>
          {help}
        </p>
      )}
      <div className={classes.stack}>
        <InTurn of={shown}>
          {(part, index) => (
            <div className={classes.inline}>
              {parameter === undefined && !(isOptional && value === undefined) && (
                <Amount
                  id={`${id}/${index}`}
                  label={t('amountOf', { label })}
                  amount={part?.amount}
                  onChange={(amount) => {
                    if (amount !== undefined)
                      write((parts ?? []).toSpliced(index, 1, { amount, unit: part?.unit ?? unit }))
                    else write((parts ?? []).toSpliced(index, 1))
                  }}
                  isOptional={isOptional || shown.length > 1}
                  onDone={onDone}
                />
              )}
              <NativeSelect
                className={classes.grow}
                aria-label={t('unitOf', { label })}
                value={
                  parameter === undefined
                    ? (part?.unit ?? (value === undefined && isOptional ? 'none' : unit))
                    : `setting:${parameter}`
                }
                onChange={({ currentTarget }) => choose(index, currentTarget.value)}
              >
                {isOptional && <option value="none">{t('noDuration')}</option>}
                {(index === 0 ? offered : offered.filter((one) => besides(shown[0]?.unit ?? 'days').includes(one))).map(
                  (one) => (
                    <option key={one} value={one}>
                      {t(one)}
                    </option>
                  ),
                )}
                {index === 0 && onMakeParameter && settings.length > 0 && (
                  <optgroup label={t('settings')}>
                    {settings.map(([name, one]) => (
                      <option key={name} value={`setting:${name}`}>
                        {parameterName({ parameters }, name, language)} ({durationInWords(one.default, language)})
                      </option>
                    ))}
                  </optgroup>
                )}
                {parameter !== undefined && !settings.some(([name]) => name === parameter) && (
                  <option value={`setting:${parameter}`}>{t('lostSetting', { name: parameter })}</option>
                )}
              </NativeSelect>
              {shown.length > 1 && (
                <RowButton
                  does="remove"
                  label={t('removePart')}
                  onPress={() => {
                    write((parts ?? []).toSpliced(index, 1))
                    onDone?.()
                  }}
                />
              )}
            </div>
          )}
        </InTurn>
        {value !== undefined && !parts && parameter === undefined && (
          <p className={classes.wrong}>{t('unreadableDuration', { found: JSON.stringify(value) })}</p>
        )}
        {parameter !== undefined && Object.hasOwn(parameters ?? {}, parameter) && (
          <p className={classes.quiet}>
            {t('settingNow', { duration: durationInWords(resolved(parameters, parameter), language) })}{' '}
            <PlaceLink place={{ kind: 'parameter', name: parameter }}>{t('openSetting')}</PlaceLink>
          </p>
        )}
        {isNaming && onMakeParameter ? (
          <NewName
            label={t('settingName')}
            onCancel={() => setNaming(false)}
            onAdd={(name) => {
              setNaming(false)
              onMakeParameter(name)
            }}
          />
        ) : (
          parts && (
            <div className={classes.inline}>
              {nextUnit(parts) && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  leftSection={<IconPlus size={14} aria-hidden />}
                  onClick={() => {
                    const next = nextUnit(parts)
                    if (next) write([...parts, { amount: 1, unit: next }])
                    onDone?.()
                  }}
                >
                  {t('addPart')}
                </Button>
              )}
              {onMakeParameter && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  leftSection={<IconAdjustments size={14} aria-hidden />}
                  onClick={() => setNaming(true)}
                >
                  {t('makeSetting')}
                </Button>
              )}
            </div>
          )
        )}
      </div>
    </fieldset>
  )
})

/** The next smaller unit that a duration may have besides those that it has. */
function nextUnit(parts: readonly DurationPart[]): DurationUnit | undefined {
  const last = parts.at(-1)
  if (!last) return undefined
  const family = besides(last.unit)
  return family[family.indexOf(last.unit) + 1]
}

const resolved = (
  parameters: Readonly<Record<string, { default: unknown }>> | undefined,
  name: string,
): DurationRef | undefined => {
  const parts = partsOf(parameters?.[name]?.default)
  return parts && durationOf(parts)
}

function Amount({
  id,
  label,
  amount,
  isOptional,
  onChange,
  onDone,
}: {
  id: string
  label: string
  amount: number | undefined
  isOptional: boolean
  onChange: (amount: number | undefined) => void
  onDone?: (() => void) | undefined
}) {
  const { t } = useTranslation('inspector')
  const typed = useTyped(id, amount === undefined ? '' : String(amount), (text) => {
    const read = readNumber(text, { min: 0, max: 36_525, isWhole: true })
    if ('wrong' in read) return { wrong: t(read.wrong, { min: 0, max: 36_525 }) }
    if (read.number === undefined && !isOptional && amount !== undefined) return { wrong: t('numberNeeded') }
    onChange(read.number)
    return { written: read.number === undefined ? '' : String(read.number) }
  })
  return (
    <TextInput
      aria-label={label}
      className={classes.amount}
      inputMode="numeric"
      value={typed.text}
      error={typed.wrong}
      onChange={({ currentTarget }) => typed.type(currentTarget.value)}
      onBlur={() => {
        typed.leave()
        onDone?.()
      }}
    />
  )
}
