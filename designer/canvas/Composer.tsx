import { Button, SegmentedControl, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newLabel } from '../editing/edits/newLabel.ts'
import { addState, type NewState } from '../editing/edits/states.ts'
import { addTransition } from '../editing/edits/transitions.ts'
import { useEdits, useModel } from '../editor/DraftContext.tsx'
import { placeName } from '../model/placeName.ts'
import { childOf, keyOf, stateOrPathway } from '../model/places.ts'
import { AddForm } from '../outline/AddForm.tsx'
import type { Adding } from '../outline/actions.ts'
import { useListKnown } from '../parts/useListKnown.ts'
import { CanvasPanel } from './CanvasPanel.tsx'
import classes from './Composer.module.css'
import { useSay } from './useDrawing.ts'

/** What is about to be added: a state, or a transition from a state. */
export type Composing =
  | { what: 'state'; parent: string; after: string | undefined; kind: NewState }
  | { what: 'transition'; source: string; target: string | undefined }
  | { what: 'thing'; adding: Adding; state: string }

/** What was chosen from the menu of what can be added, as it is asked for. */
export function composingOf(adding: Adding): Composing {
  switch (adding.what) {
    case 'phase':
    case 'state':
    case 'end':
    case 'history': {
      const { parent, after, what: kind } = adding
      return { what: 'state', parent, after: after === undefined ? undefined : childOf(parent, after), kind }
    }
    case 'transition':
      return { what: 'transition', source: adding.state, target: undefined }
    case 'region':
      return { what: 'thing', adding, state: adding.parent }
    default:
      return { what: 'thing', adding, state: 'state' in adding ? adding.state : '' }
  }
}

/** Asks for the name of what is added, and for where a transition goes. Nothing is added before there is a name. */
export function Composer({ composing, onDone }: { composing: Composing; onDone: () => void }) {
  const { t } = useTranslation('canvas')
  return (
    <CanvasPanel label={t(composing.what === 'transition' ? 'draw' : 'add')} onDone={onDone}>
      {composing.what === 'state' && <StateForm {...composing} onDone={onDone} />}
      {composing.what === 'transition' && <TransitionForm {...composing} onDone={onDone} />}
      {composing.what === 'thing' && (
        <div className={classes.thing}>
          <Where state={composing.state} />
          <AddForm adding={composing.adding} onDone={onDone} />
        </div>
      )}
    </CanvasPanel>
  )
}

/** Inside what something is added. */
function Where({ state }: { state: string }) {
  const { t } = useTranslation('canvas')
  const { language } = useSay()
  const { document } = useModel()
  const name = placeName(document, stateOrPathway(state), language)
  return <p className={classes.where}>{state === '' ? t('addToPathway') : t('addInside', { name })}</p>
}

function StateForm({
  parent,
  after,
  kind: firstKind,
  onDone,
}: Extract<Composing, { what: 'state' }> & { onDone: () => void }) {
  const { t } = useTranslation('canvas')
  const { language } = useSay()
  const { document } = useModel()
  const { edit } = useEdits()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<NewState>(firstKind)
  const nameOf = (state: string): string => placeName(document, { kind: 'state', state }, language)
  const kinds: NewState[] = parent === '' ? ['phase', 'state', 'end'] : ['state', 'end', 'history']
  const add = (event: FormEvent): void => {
    event.preventDefault()
    const words = name.trim()
    if (words === '') return
    edit(
      { text: 'addState', values: { name: words } },
      addState(parent, newLabel(words, language), kind, after && keyOf(after)),
    )
    onDone()
  }
  return (
    <form onSubmit={add} className={classes.form}>
      <p className={classes.where}>
        {after !== undefined
          ? t('addAfter', { name: nameOf(after) })
          : parent === ''
            ? t('addToPathway')
            : t('addInside', { name: nameOf(parent) })}
      </p>
      <SegmentedControl
        size="sm"
        value={kind}
        aria-label={t('kind')}
        onChange={(value) => setKind(kinds.find((one) => one === value) ?? firstKind)}
        data={kinds.map((one) => ({ value: one, label: t(one) }))}
      />
      <TextInput
        data-autofocus
        autoFocus
        label={t('name')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Buttons isReady={name.trim() !== ''} add={t('add')} onDone={onDone} />
    </form>
  )
}

function TransitionForm({
  source,
  target: given,
  onDone,
}: Extract<Composing, { what: 'transition' }> & { onDone: () => void }) {
  const { t } = useTranslation('canvas')
  useListKnown()
  const { language } = useSay()
  const model = useModel()
  const { edit } = useEdits()
  const [target, setTarget] = useState<string | null>(given ?? null)
  const [name, setName] = useState<string>()
  const nameOf = (state: string): string => placeName(model.document, { kind: 'state', state }, language)
  const suggested = target === null ? '' : t('goTo', { name: nameOf(target) })
  const label = name ?? suggested
  const isReady = target !== null && label.trim() !== ''
  const add = (event: FormEvent): void => {
    event.preventDefault()
    if (target === null || !isReady) return
    edit(
      { text: 'addTransition', values: { name: label.trim() } },
      addTransition(source, target, newLabel(label.trim(), language)),
    )
    onDone()
  }
  const targets = [...model.states.values()].filter(({ path }) => path !== '')
  return (
    <form onSubmit={add} className={classes.form}>
      <p className={classes.where}>{source === '' ? t('drawFromAnywhere') : t('drawFrom', { name: nameOf(source) })}</p>
      <Select
        label={t('target')}
        placeholder={t('targetHint')}
        searchable
        autoFocus={given === undefined}
        openOnFocus
        limit={50}
        nothingFoundMessage={t('nothingFound')}
        value={target}
        onChange={setTarget}
        data={targets.map(({ path, parent }) => ({
          value: path,
          label: parent === '' || parent === undefined ? nameOf(path) : `${nameOf(parent)} › ${nameOf(path)}`,
        }))}
      />
      <TextInput
        label={t('name')}
        value={label}
        autoFocus={given !== undefined}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Buttons isReady={isReady} add={t('draw')} onDone={onDone} />
    </form>
  )
}

function Buttons({ isReady, add, onDone }: { isReady: boolean; add: string; onDone: () => void }) {
  const { t } = useTranslation('canvas')
  return (
    <div className={classes.buttons}>
      <Button type="submit" aria-disabled={!isReady}>
        {add}
      </Button>
      <Button variant="subtle" color="gray" onClick={onDone}>
        {t('cancel')}
      </Button>
    </div>
  )
}
