import { IconCircleCheck, IconCircleX, IconHelpCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { stringOf } from '../../model/readValue.ts'
import { useExampleClient } from '../exampleClient.ts'
import { NativeSelect, TextInput } from '../fields/controls.ts'
import { DateInput } from '../fields/DateInput.tsx'
import classes from '../fields/fields.module.css'
import { numberAsTyped, readNumber } from '../fields/readNumber.ts'
import { useField } from '../fields/useField.ts'
import { useTyped } from '../fields/useTyped.ts'
import { Section } from '../Section.tsx'
import { checkExpression } from './checkExpression.ts'
import { isUnwritten } from './draftConditions.ts'
import { feelNames, type Known, type NamedValue, scopeOf } from './namedValues.ts'
import { useValueNames } from './useValueNames.ts'

/** What the criterion says of an example client, whose values can be changed. */
export function LiveValue() {
  const { t } = useTranslation('inspectorRules')
  const { value } = useField(['when'], t('rule'))
  const values = useValueNames()
  const client = useExampleClient()
  const when = stringOf(value) ?? ''
  const checked = isUnwritten(when) ? undefined : checkExpression(when, feelNames(values))
  if (checked === undefined || 'wrong' in checked) return null
  const { expression } = checked
  const { value: truth, lacks } = expression.evaluate(scopeOf(values, client.values, Date.now()))
  const used = values.filter((one) => expression.names.includes(one.name))
  const labelOf = (name: string): string => used.find((one) => one.name === name)?.label ?? name
  const said = { true: t('holds'), false: t('holdsNot'), unknown: t('holdsUnknown') }[`${truth}`]
  const Icon = { true: IconCircleCheck, false: IconCircleX, unknown: IconHelpCircle }[`${truth}`]
  return (
    <Section title={t('exampleClient')} help={t('exampleClientHelp')}>
      {used.map((named) => (
        <ExampleValue key={named.name} named={named} />
      ))}
      <p className={classes.truth} data-truth={String(truth)} role="status">
        <Icon size={20} aria-hidden />
        <span>
          {said}
          {lacks.length > 0 && ` ${t('lacks', { names: lacks.map(labelOf).join(', ') })}`}
        </span>
      </p>
    </Section>
  )
}

function ExampleValue({ named }: { named: NamedValue }) {
  const { t } = useTranslation('inspectorRules')
  const { t: shared } = useTranslation('inspector')
  const { values, know } = useExampleClient()
  const { name, label, type, unit, options, begins } = named
  const shown = asTyped(values[name] ?? begins)
  const placeholder = begins === undefined ? t('notKnown') : asTyped(begins)
  const typed = useTyped(`example/${name}`, shown, (text) => {
    const read = readNumber(text)
    if ('wrong' in read) return { wrong: shared(read.wrong) }
    know(name, read.number)
    return { written: asTyped(read.number ?? begins) }
  })
  if (type === 'choice' || type === 'boolean') {
    const offered =
      type === 'choice'
        ? options
        : [
            { value: 'true', label: t('yes') },
            { value: 'false', label: t('no') },
          ]
    return (
      <NativeSelect
        label={label}
        value={shown}
        onChange={({ currentTarget: { value: chosen } }) =>
          know(name, chosen === '' ? undefined : type === 'boolean' ? chosen === 'true' : chosen)
        }
      >
        {begins === undefined && <option value="">{t('notKnown')}</option>}
        {offered.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </NativeSelect>
    )
  }
  if (type === 'number') {
    return (
      <TextInput
        className={classes.short}
        label={label}
        inputMode="decimal"
        placeholder={placeholder}
        value={typed.text}
        error={typed.wrong}
        rightSection={unit && <span className={classes.unit}>{unit}</span>}
        rightSectionWidth={unit ? 16 + unit.length * 8 : undefined}
        onChange={({ currentTarget }) => typed.type(currentTarget.value)}
        onBlur={typed.leave}
      />
    )
  }
  if (type === 'date') {
    return <DateInput id={`example/${name}/date`} label={label} value={shown} onChange={(date) => know(name, date)} />
  }
  return (
    <TextInput
      label={label}
      placeholder={placeholder}
      value={shown}
      onChange={({ currentTarget: { value: text } }) =>
        know(name, text === '' && begins === undefined ? undefined : text)
      }
    />
  )
}

const asTyped = (value: Known | undefined): string =>
  value === undefined ? '' : typeof value === 'number' ? numberAsTyped(value) : String(value)
