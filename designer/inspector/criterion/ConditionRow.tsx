import { useTranslation } from 'react-i18next'
import type { Literal } from '../../../engine/pathway/feel/conditions.ts'
import { MultiSelect, NativeSelect, Select } from '../fields/controls.ts'
import classes from '../fields/fields.module.css'
import { RowButton } from '../fields/RowButton.tsx'
import { type DraftCondition, newCondition, type Operator, operatorsOf, withOperator } from './draftConditions.ts'
import { grouped } from './grouped.ts'
import { LiteralInput } from './LiteralInput.tsx'
import type { NamedValue } from './namedValues.ts'
import { useValueNames } from './useValueNames.ts'

/** One condition: a value, how it is compared, and with what. */
export function ConditionRow({
  condition,
  number,
  onChange,
  onDone,
  onRemove,
}: {
  condition: DraftCondition
  number: number
  onChange: (condition: DraftCondition) => void
  onDone: () => void
  onRemove: () => void
}) {
  const { t } = useTranslation('inspectorRules')
  const values = useValueNames()
  const { name, operator, id } = condition
  const named: NamedValue = values.find((one) => one.name === name) ?? {
    name,
    label: name,
    group: t('groupLost'),
    type: typeOf(condition),
    options: [],
  }
  const { type } = named
  const operators = operatorsOf[type].includes(operator) ? operatorsOf[type] : [operator, ...operatorsOf[type]]
  const given = (index: number) => (
    <LiteralInput
      id={`condition/${id}/${index}`}
      label={t(index === 0 ? 'comparedWith' : 'comparedTo', { name: named.label, number })}
      named={named}
      value={condition.values[index]}
      onChange={(value) => {
        const next = [...condition.values]
        next[index] = value
        onChange({ ...condition, values: next })
      }}
      onDone={onDone}
    />
  )
  return (
    <fieldset className={classes.condition}>
      <legend className="visually-hidden">{t('conditionNumber', { number })}</legend>
      <div className={classes.rowHead}>
        <Select
          className={classes.grow}
          aria-label={t('whichValue', { number })}
          data={grouped(values.includes(named) ? values : [named, ...values])}
          value={name}
          searchable
          allowDeselect={false}
          nothingFoundMessage={t('nothingFound')}
          comboboxProps={{ transitionProps: { duration: 0 } }}
          onChange={(next) => {
            const found = values.find((one) => one.name === next)
            if (!found || found.name === name) return
            onChange(
              found.type === type && type !== 'choice' ? { ...condition, name: found.name } : newCondition(found, id),
            )
            onDone()
          }}
        />
        <RowButton does="remove" size={28} label={t('removeCondition', { number })} onPress={onRemove} />
      </div>
      <div className={classes.inline}>
        <NativeSelect
          className={classes.grow}
          aria-label={t('comparison', { number })}
          value={operator}
          onChange={({ currentTarget }) => {
            const next = operators.find((one) => one === currentTarget.value)
            if (next) onChange(withOperator(condition, next))
            onDone()
          }}
        >
          {operators.map((one) => (
            <option key={one} value={one}>
              {t(type === 'date' ? dateTexts[one] : operatorTexts[one])}
            </option>
          ))}
        </NativeSelect>
        {operator === 'in' ? (
          <MultiSelect
            className={classes.grow}
            aria-label={t('comparedWith', { name: named.label, number })}
            data={[...optionsOf(named, condition.values)]}
            value={condition.values.map(String)}
            onChange={(next) => {
              onChange({ ...condition, values: next.map((one) => (type === 'number' ? Number(one) : one)) })
              onDone()
            }}
          />
        ) : (
          takes(operator) > 0 && given(0)
        )}
        {takes(operator) > 1 && (
          <>
            <span>–</span>
            {given(1)}
          </>
        )}
      </div>
    </fieldset>
  )
}

const takes = (operator: Operator): number =>
  operator === 'between'
    ? 2
    : operator === 'isTrue' || operator === 'isFalse' || operator === 'isKnown' || operator === 'isUnknown'
      ? 0
      : 1

/** What kind of value a condition is about whose name nothing declares. */
function typeOf({ operator, values }: DraftCondition): NamedValue['type'] {
  const [first] = values
  if (operator === 'isTrue' || operator === 'isFalse') return 'boolean'
  return typeof first === 'number' ? 'number' : typeof first === 'object' ? 'date' : 'text'
}

/** The options of a choice, and what stands in the condition though no option has it. */
function optionsOf({ options }: NamedValue, values: readonly (Literal | undefined)[]) {
  const others = values.map(String).filter((one) => !options.some(({ value }) => value === one))
  return [...options, ...others.map((one) => ({ value: one, label: one }))]
}

const operatorTexts = {
  '=': 'isEqual',
  '!=': 'isNotEqual',
  '<': 'isLess',
  '<=': 'isAtMost',
  '>': 'isMore',
  '>=': 'isAtLeast',
  between: 'isBetween',
  in: 'isAmong',
  isTrue: 'isTrue',
  isFalse: 'isFalse',
  isKnown: 'isKnown',
  isUnknown: 'isUnknown',
} as const satisfies Record<Operator, string>
const dateTexts = {
  ...operatorTexts,
  '<': 'isBefore',
  '<=': 'isByDate',
  '>': 'isAfter',
  '>=': 'isFromDate',
} as const satisfies Record<Operator, string>
