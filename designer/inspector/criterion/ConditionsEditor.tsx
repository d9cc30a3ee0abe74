import { IconPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { stringOf } from '../../model/readValue.ts'
import { Button, NativeSelect, Select } from '../fields/controls.ts'
import classes from '../fields/fields.module.css'
import { useField } from '../fields/useField.ts'
import { ConditionRow } from './ConditionRow.tsx'
import {
  type DraftCondition,
  type DraftGroup,
  draftOf,
  expressionOf,
  isLacking,
  newCondition,
  newGroup,
} from './draftConditions.ts'
import { grouped } from './grouped.ts'
import { NewFact } from './NewFact.tsx'
import { useValueNames } from './useValueNames.ts'

/** A criterion picked from facts: value, comparison, with what; all of them or any, and one group inside. */
export function ConditionsEditor() {
  const { t } = useTranslation('inspectorRules')
  const { value, change, settle } = useField(['when'], t('rule'))
  const when = stringOf(value) ?? ''
  const [draft, setDraft] = useState(() => ({ of: when, group: draftOf(when) }))
  // written elsewhere meanwhile: an undo, the expression
  const group = draft.of === when ? draft.group : draftOf(when)
  if (draft.of !== when) setDraft({ of: when, group })
  if (!group) return null
  const write = (next: DraftGroup): void => {
    const written = expressionOf(next)
    setDraft({ of: written ?? when, group: next })
    if (written !== undefined && written !== when) change(written)
  }
  const lacks = [group, ...group.conditions.filter((one) => 'join' in one)].some(
    ({ conditions }, index) =>
      (index > 0 && conditions.length === 0) || conditions.some((one) => !('join' in one) && isLacking(one)),
  )
  return (
    <div className={classes.stack}>
      <GroupEditor group={group} isInner={false} onChange={write} onDone={settle} />
      {lacks && <p className={classes.late}>{t('notWhole')}</p>}
    </div>
  )
}

function GroupEditor({
  group,
  isInner,
  onChange,
  onDone,
}: {
  group: DraftGroup
  isInner: boolean
  onChange: (group: DraftGroup) => void
  onDone: () => void
}) {
  const { t } = useTranslation('inspectorRules')
  const values = useValueNames()
  const list = useRef<HTMLUListElement>(null)
  const { conditions, join } = group
  const put = (index: number, one: DraftCondition | DraftGroup): void =>
    onChange({ ...group, conditions: conditions.with(index, one) })
  /** @param next what in the row somebody does next */
  const focusAfter = (index: number, next: 'select' | 'button'): void => {
    requestAnimationFrame(() => {
      const rows = list.current?.querySelectorAll<HTMLElement>(':scope > li')
      const row = rows?.[Math.min(index, rows.length - 1)]
      const first = list.current?.parentElement?.querySelector<HTMLElement>('input, select, button')
      ;(row?.querySelector<HTMLElement>(next) ?? first)?.focus()
    })
  }
  const ask = (about: Parameters<typeof newCondition>[0]): void => {
    onDone()
    onChange({ ...group, conditions: [...conditions, newCondition(about)] })
    focusAfter(conditions.length, 'select')
  }
  const remove = (index: number): void => {
    onChange({ ...group, conditions: conditions.toSpliced(index, 1) })
    onDone()
    focusAfter(index, 'button')
  }
  return (
    <div className={classes.stack}>
      {conditions.length > 1 && (
        <NativeSelect
          aria-label={t('join')}
          value={join}
          onChange={({ currentTarget }) => {
            onChange({ ...group, join: currentTarget.value === 'or' ? 'or' : 'and' })
            onDone()
          }}
        >
          <option value="and">{t('joinAnd')}</option>
          <option value="or">{t('joinOr')}</option>
        </NativeSelect>
      )}
      <ul className={classes.conditions} ref={list}>
        {conditions.map((one, index) => (
          <li key={one.id}>
            {index > 0 && <div className={classes.join}>{t(join === 'and' ? 'and' : 'or')}</div>}
            {'join' in one ? (
              <div className={classes.box}>
                <GroupEditor group={one} isInner onChange={(next) => put(index, next)} onDone={onDone} />
                <div>
                  <Button variant="subtle" color="gray" size="compact-sm" onClick={() => remove(index)}>
                    {t('removeGroup')}
                  </Button>
                </div>
              </div>
            ) : (
              <ConditionRow
                condition={one}
                number={index + 1}
                onChange={(next) => put(index, next)}
                onDone={onDone}
                onRemove={() => remove(index)}
              />
            )}
          </li>
        ))}
      </ul>
      <Select
        label={conditions.length === 0 ? t('firstCondition') : t('addCondition')}
        placeholder={t('chooseFact')}
        data={grouped(values)}
        value={null}
        searchable
        nothingFoundMessage={t('nothingFound')}
        comboboxProps={{ transitionProps: { duration: 0 } }}
        onChange={(name) => {
          const found = values.find((one) => one.name === name)
          if (found) ask(found)
        }}
      />
      <div className={classes.inline}>
        {!isInner && <NewFact onMade={ask} />}
        {!isInner && conditions.length > 0 && (
          <Button
            variant="subtle"
            size="compact-md"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => onChange({ ...group, conditions: [...conditions, newGroup(join)] })}
          >
            {t('addGroup')}
          </Button>
        )}
      </div>
    </div>
  )
}
