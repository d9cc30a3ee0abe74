import { Autocomplete, Button, NativeSelect, NumberInput, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DurationRef } from '../../engine/pathway/values.ts'
import { stateName, taskName } from '../../engine/pathway/words/index.ts'
import { answered, api } from '../app/api.ts'
import type { Language } from '../app/language.ts'
import { newLabel } from '../editing/edits/newLabel.ts'
import { setTarget } from '../editing/edits/transitions.ts'
import { useEdits, useModel } from '../editor/DraftContext.tsx'
import type { Trigger } from '../model/places.ts'
import type { TransitionPlace } from '../model/thingAt.ts'
import { announce } from '../parts/Announcer.tsx'
import { textIn } from '../parts/inWords.ts'
import { leavesForm } from '../parts/leavesForm.ts'
import { useListKnown } from '../parts/useListKnown.ts'
import classes from './AddForm.module.css'
import type { Adding } from './actions.ts'
import { addFilled, type Filled } from './adds.ts'
import type { OutlineText } from './outlineRows.ts'

const units = ['days', 'weeks', 'months', 'workingDays'] as const
type Unit = (typeof units)[number]

const titles: Record<Adding['what'], OutlineText> = {
  phase: 'phase',
  state: 'state',
  end: 'end',
  history: 'history',
  region: 'addRegion',
  transition: 'transition',
  retarget: 'retarget',
  followUp: 'followUp',
  taskHere: 'task',
  module: 'module',
  fact: 'fact',
  criterion: 'criterion',
  task: 'task',
  caseRole: 'caseRole',
  parameter: 'parameter',
  exit: 'exit',
  suspension: 'suspension',
}

/** Asks what something new is called, and what it cannot be without. Nothing is added before there is a name. */
export function AddForm({
  adding,
  place,
  onDone,
}: {
  adding: Adding
  /** the transition that is led elsewhere */
  place?: TransitionPlace
  onDone: (isAdded: boolean) => void
}) {
  const { t, i18n } = useTranslation('outline')
  const language = i18n.language as Language
  const model = useModel()
  const { edit } = useEdits()
  const { document } = model
  const [name, setName] = useState<string>()
  useListKnown()
  const [target, setTargetState] = useState<string | null>(null)
  const [trigger, setTrigger] = useState<Trigger>('on')
  const [amount, setAmount] = useState<number | string>(2)
  const [unit, setUnit] = useState<Unit>('months')
  const [isRepeating, setRepeating] = useState(true)
  const [task, setTask] = useState('')
  const [pathway, setPathway] = useState('')
  const [factType, setFactType] = useState<Filled['factType']>('number')
  const [option, setOption] = useState('')

  const nameOf = (state: string): string => stateName(document, state, language)
  const asksTarget = adding.what === 'transition' || adding.what === 'retarget'
  const words = name ?? (adding.what === 'transition' && target !== null ? t('goTo', { name: nameOf(target) }) : '')
  const tasks = Object.keys(document.taskDefinitions ?? {})
  const isReady =
    (adding.what === 'retarget' || words.trim() !== '') &&
    (!asksTarget || target !== null) &&
    (adding.what !== 'module' || /^[A-Za-z][\w-]*$/.test(pathway)) &&
    (adding.what !== 'fact' || factType !== 'choice' || option.trim() !== '')

  const add = (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    if (adding.what === 'retarget') {
      if (place && target !== null)
        edit({ text: 'retarget', values: { name: nameOf(target) } }, setTarget(place, target))
      return onDone(true)
    }
    const filled: Filled = {
      label: newLabel(words.trim(), language),
      target: target ?? '',
      trigger,
      time: timeOf(Number(amount), unit),
      isRepeating,
      task: adding.what === 'taskHere' ? tasks.find((one) => isNamed(one, words)) : task === '' ? undefined : task,
      pathway,
      factType,
      firstOption: newLabel(option.trim(), language),
    }
    edit(
      {
        text: adding.what === 'transition' ? 'addTransition' : adding.what === 'followUp' ? 'addFollowUp' : 'addThing',
        values: { name: words.trim() },
      },
      addFilled(adding, filled, document),
    )
    announce(t('added', { name: words.trim() }))
    onDone(true)
  }
  const isNamed = (one: string, said: string): boolean => taskName(document, one, language) === said.trim()

  return (
    <form
      className={classes.form}
      data-own-undo
      onSubmit={add}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (leavesForm(event)) onDone(false)
      }}
    >
      <p className={classes.what}>{t('adding', { what: t(titles[adding.what]) })}</p>
      {asksTarget && (
        <Select
          label={t('target')}
          searchable
          autoFocus
          openOnFocus
          limit={50}
          nothingFoundMessage={t('nothingFound', { query: '' })}
          value={target}
          onChange={setTargetState}
          data={[...model.states.values()]
            .filter(({ path }) => path !== '')
            .map(({ path, parent }) => ({
              value: path,
              label: parent ? `${nameOf(parent)} › ${nameOf(path)}` : nameOf(path),
            }))}
        />
      )}
      {adding.what === 'taskHere' ? (
        <Autocomplete
          label={t('name')}
          autoFocus
          data={[...new Set(tasks.map((one) => taskName(document, one, language)))]}
          value={words}
          onChange={setName}
        />
      ) : (
        adding.what !== 'retarget' && (
          <TextInput
            label={t('name')}
            autoFocus={!asksTarget}
            value={words}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )
      )}
      {adding.what === 'transition' && (
        <NativeSelect
          label={t('when')}
          value={trigger}
          onChange={(event) => setTrigger(triggers.find((one) => one === event.currentTarget.value) ?? 'on')}
          data={triggers
            .filter((one) => one !== 'onDone' || (model.states.get(adding.state)?.children.length ?? 0) > 0)
            .map((value) => ({ value, label: t(whenTexts[value]) }))}
        />
      )}
      {adding.what === 'followUp' && (
        <NativeSelect
          label={t('how')}
          value={isRepeating ? 'every' : 'once'}
          onChange={(event) => setRepeating(event.currentTarget.value === 'every')}
          data={[
            { value: 'every', label: t('every') },
            { value: 'once', label: t('once') },
          ]}
        />
      )}
      {(adding.what === 'followUp' || (adding.what === 'transition' && trigger === 'after')) && (
        <div className={classes.time}>
          <NumberInput
            label={t('amount')}
            min={1}
            max={1200}
            allowDecimal={false}
            allowNegative={false}
            value={amount}
            onChange={setAmount}
          />
          <NativeSelect
            label={t('unit')}
            value={unit}
            onChange={(event) => setUnit(units.find((one) => one === event.currentTarget.value) ?? 'months')}
            data={units
              .filter((one) => one !== 'workingDays' || adding.what === 'followUp')
              .map((value) => ({ value, label: t(value) }))}
          />
        </div>
      )}
      {adding.what === 'followUp' && tasks.length > 0 && (
        <NativeSelect
          label={t('taskOf')}
          value={task}
          onChange={(event) => setTask(event.currentTarget.value)}
          data={[
            { value: '', label: t('newTask') },
            ...tasks.map((one) => ({ value: one, label: taskName(document, one, language) })),
          ]}
        />
      )}
      {adding.what === 'module' && <PathwayField value={pathway} onChange={setPathway} language={language} />}
      {adding.what === 'fact' && (
        <NativeSelect
          label={t('factType')}
          value={factType}
          onChange={(event) => setFactType(factTypes.find((one) => one === event.currentTarget.value) ?? 'number')}
          data={factTypes.map((value) => ({ value, label: t(value) }))}
        />
      )}
      {adding.what === 'fact' && factType === 'choice' && (
        <TextInput label={t('firstOption')} value={option} onChange={(event) => setOption(event.currentTarget.value)} />
      )}
      <div className={classes.buttons}>
        <Button type="submit" size="compact-md" aria-disabled={!isReady}>
          {adding.what === 'retarget' ? t('retarget') : t('save')}
        </Button>
        <Button size="compact-md" variant="subtle" color="gray" onClick={() => onDone(false)}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}

const triggers = ['on', 'after', 'always', 'onDone'] as const satisfies Trigger[]
const whenTexts = { on: 'whenPerson', after: 'whenTime', always: 'whenFacts', onDone: 'whenDone' } as const
const factTypes = ['number', 'choice', 'date', 'boolean', 'text'] as const

/** The published pathway that runs as a module. */
function PathwayField({
  value,
  onChange,
  language,
}: {
  value: string
  onChange: (pathway: string) => void
  language: Language
}) {
  const { t } = useTranslation('outline')
  const { data } = useQuery({
    queryKey: ['pathways'],
    queryFn: () => answered(api().GET('/api/v1/pathways')),
  })
  return (
    <Select
      label={t('pathwayOf')}
      searchable
      value={value === '' ? null : value}
      onChange={(chosen) => onChange(chosen ?? '')}
      data={(data?.items ?? []).map(({ pathway, title }) => ({ value: pathway, label: textIn(title, language) }))}
    />
  )
}

function timeOf(amount: number, unit: Unit): DurationRef {
  const count = Math.max(1, Math.round(amount) || 1)
  switch (unit) {
    case 'days':
      return `P${count}D`
    case 'weeks':
      return `P${count}W`
    case 'months':
      return `P${count}M`
    case 'workingDays':
      return { workingDays: count }
  }
}
