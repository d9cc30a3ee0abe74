import type { PathwayInput } from './document.ts'
import { namer, slug } from './importNames.ts'
import { type ImportNote, importNote } from './importNote.ts'
import {
  actionsUnder,
  type Config,
  clip,
  describe,
  eventName,
  type Import,
  labelOf,
  metaOf,
  note,
  type Path,
  type StateInput,
  type TransitionInput,
} from './importRun.ts'
import { targetsOf, transitionsOf } from './importTransitions.ts'
import { isRecord } from './isRecord.ts'
import { eventNameSchema, nameSchema, valueNameSchema } from './names.ts'

/** Nesting beyond this is not a pathway. */
const deepest = 60

/**
 * A machine exported from Stately, or written for XState 5, as a draft of a pathway. Guards become criteria that hold for
 * nobody until they are written (`when: 'null'`), named delays become parameters, actors and code become notes. Names that
 * a document does not allow are changed, the same everywhere, and stay as labels of states and transitions. What drives itself in XState is proposed to a person here.
 * Never throws: what cannot be understood is noted. The draft is for `verifyDocument` to look at next.
 */
export function importXState(config: unknown): { draft: PathwayInput; notes: ImportNote[] } {
  const notes: ImportNote[] = []
  if (!isRecord(config)) notes.push(importNote([], 'not-a-machine', { found: typeof config }))
  try {
    return { draft: draftOf(isRecord(config) ? config : {}, notes), notes }
  } catch (thrown) {
    const why = thrown instanceof Error ? clip(thrown.message) : 'it could not be read'
    notes.push(importNote([], 'not-understood', { why }))
    return { draft: draftOf({}, notes), notes }
  }
}

function draftOf(root: Config, notes: ImportNote[]): PathwayInput {
  const written = typeof root.id === 'string' ? root.id : 'machine'
  const rootId = slug(written, nameSchema, 'machine')
  const run: Import = {
    notes,
    root,
    rootId,
    criterion: namer(nameSchema, 'criterion'),
    event: namer(eventNameSchema, 'event'),
    action: namer(eventNameSchema, 'action'),
    parameter: namer(valueNameSchema, 'delay'),
    id: namer(nameSchema, 'id', [rootId]),
    children: new Map(),
    byId: new Map([[written, root]]),
    parents: new Map(),
    criteria: {},
    parameters: {},
    isDriven: false,
  }
  if (rootId !== written) note(run, ['id'], 'renamed-pathway', { from: clip(written), to: rootId })
  prepare(root, run, 0, [])
  const {
    id: _id,
    label: _label,
    type,
    onDone,
    history: _history,
    target: _target,
    ...state
  } = importState(root, run, [])
  const { phase: _phase, end: _end, enterable: _enterable, ...shared } = state
  if (onDone !== undefined) note(run, ['onDone'], 'root-done')
  if (run.isDriven) note(run, [], 'proposed')
  return {
    id: rootId,
    title: { fi: written.slice(0, 2000).trim() || 'Luonnos' },
    ...shared,
    ...(type === 'parallel' ? { type } : {}),
    ...(Object.keys(run.criteria).length > 0 ? { criteria: run.criteria } : {}),
    ...(Object.keys(run.parameters).length > 0 ? { parameters: run.parameters } : {}),
    states: state.states ?? {},
  }
}

/** Names every state before targets are read, since targets name them. */
function prepare(state: Config, run: Import, depth: number, path: Path): void {
  const names = new Map<string, string>()
  run.children.set(state, names)
  if (state !== run.root && typeof state.id === 'string') run.byId.set(state.id, state)
  if (state.states === undefined) return
  if (!isRecord(state.states) || depth > deepest) {
    note(run, [...path, 'states'], depth > deepest ? 'too-deep' : 'not-states')
    return
  }
  const name = namer(nameSchema, 'state')
  for (const [key, child] of Object.entries(state.states)) {
    if (!isRecord(child) || run.parents.has(child) || child === run.root) {
      note(run, [...path, 'states', key], 'not-a-state')
      continue
    }
    names.set(key, name(key))
    run.parents.set(child, state)
    if (names.get(key) !== key) note(run, [...path, 'states', key], 'renamed-state', { from: clip(key), to: name(key) })
    prepare(child, run, depth + 1, [...path, 'states', key])
  }
}

const importedKeys = new Set(
  'id type initial description history target on always after onDone entry exit tags meta states invoke'.split(' '),
)

function importState(state: Config, run: Import, path: Path): StateInput {
  const names = run.children.get(state) ?? new Map<string, string>()
  const { history, type } = state
  const made: StateInput = {
    ...(typeof state.id === 'string' && state !== run.root ? { id: run.id(state.id) } : {}),
    ...(isStateType(type) ? { type } : {}),
    ...initialOf(state, names, run, path),
    ...describe(state, run, path),
    ...(history === 'shallow' || history === 'deep' || typeof history === 'boolean' ? { history } : {}),
    ...historyTarget(state, run, path),
    ...eventsOf(state, run, path),
    ...(state.after === undefined ? {} : { after: delaysOf(state.after, state, run, [...path, 'after']) }),
    ...actionsUnder('entry', state, run, path),
    ...actionsUnder('exit', state, run, path),
    ...(isTags(state.tags) ? { tags: state.tags } : {}),
    ...metaOf(state, run, path),
  }
  if (state.onDone !== undefined) made.onDone = transitionsOf(state.onDone, state, run, [...path, 'onDone'])
  if (made.always ?? made.after ?? made.onDone) run.isDriven = true
  const children = isRecord(state.states) ? Object.entries(state.states) : []
  const states = children.flatMap(([key, child]) => {
    const name = names.get(key)
    if (name === undefined || !isRecord(child)) return []
    return [[name, { ...calledAs(key, name), ...importState(child, run, [...path, 'states', key]) }] as const]
  })
  if (states.length > 0) made.states = Object.fromEntries(states)
  for (const key of Object.keys(state)) {
    if (!importedKeys.has(key)) note(run, [...path, key], 'unknown-state-key', { key: clip(key) })
  }
  return made
}

function historyTarget(state: Config, run: Import, path: Path): Pick<StateInput, 'target'> {
  if (state.type !== 'history' || state.target === undefined) return {}
  const { target } = targetsOf(state.target, state, run, [...path, 'target'])
  if (!Array.isArray(target)) return target === undefined ? {} : { target }
  note(run, [...path, 'target'], 'history-targets')
  return { target: target[0] }
}

function initialOf(state: Config, names: Map<string, string>, run: Import, path: Path): Pick<StateInput, 'initial'> {
  const { initial } = state
  if (initial === undefined) return {}
  const written = isRecord(initial) ? initial.target : initial
  if (isRecord(initial)) note(run, [...path, 'initial'], 'initial-actions')
  const key = Array.isArray(written) ? written[0] : written
  const name = typeof key === 'string' ? names.get(key.replace(/^\./, '')) : undefined
  if (name === undefined) note(run, [...path, 'initial'], 'initial-unknown')
  return name === undefined ? {} : { initial: name }
}

/** Events of a state: its own, what its actors answer, and in older machines what needs no event. */
function eventsOf(state: Config, run: Import, path: Path): Pick<StateInput, 'on' | 'always'> {
  const on: Record<string, TransitionInput[]> = {}
  const always: TransitionInput[] = []
  const add = (event: string, listed: TransitionInput[]) => {
    on[event] = [...(on[event] ?? []), ...listed]
  }
  for (const [event, definition] of isRecord(state.on) ? Object.entries(state.on) : []) {
    const place = [...path, 'on', event]
    const listed = transitionsOf(definition, state, run, place)
    if (event === '') always.push(...listed)
    else if (event === '*') add(event, listed)
    else {
      const name = eventName(event, run, place)
      const label = calledAs(event, name)
      add(
        name,
        listed.map((one) => ({ ...label, ...one })),
      )
    }
  }
  for (const [index, invoked] of [state.invoke ?? []].flat().entries()) {
    const place = Array.isArray(state.invoke) ? [...path, 'invoke', index] : [...path, 'invoke']
    const source = isRecord(invoked) ? (invoked.id ?? invoked.src) : invoked
    const name = typeof source === 'string' ? source : 'actor'
    note(run, place, 'actor', { actor: clip(name) })
    for (const [key, ending] of [
      ['onDone', 'done'],
      ['onError', 'error'],
      ['onSnapshot', 'snapshot'],
    ] as const) {
      if (!isRecord(invoked) || invoked[key] === undefined) continue
      const answer = eventName(`${name}.${ending}`, run, [...place, key])
      add(answer, transitionsOf(invoked[key], state, run, [...place, key]))
      note(run, [...place, key], 'actor-event', { event: answer })
    }
  }
  if (state.always !== undefined) always.push(...transitionsOf(state.always, state, run, [...path, 'always']))
  return { ...(Object.keys(on).length > 0 ? { on } : {}), ...(always.length > 0 ? { always } : {}) }
}

function delaysOf(after: unknown, state: Config, run: Import, path: Path): NonNullable<StateInput['after']> {
  const listed: (readonly [key: string, definition: unknown])[] = Array.isArray(after)
    ? after.map((one) => [isRecord(one) ? String(one.delay) : '', one] as const)
    : Object.entries(isRecord(after) ? after : {})
  const made: Record<string, TransitionInput[]> = {}
  for (const [key, definition] of listed) {
    const name = delayKey(key, run, [...path, key])
    made[name] = [...(made[name] ?? []), ...transitionsOf(definition, state, run, [...path, key])]
  }
  return made
}

function delayKey(key: string, run: Import, path: Path): string {
  const delay = Number(key)
  if (/^\d{1,15}$/.test(key)) return key
  if (key.trim() !== '' && Number.isFinite(delay) && delay >= 0 && delay < 1e15) {
    note(run, path, 'rounded-delay', { delay: clip(key) })
    return String(Math.round(delay))
  }
  // not to be taken for an ISO 8601 duration
  const name = run.parameter(/^P[\dT]/.test(key) ? `delay_${key}` : key)
  if (!Object.hasOwn(run.parameters, name)) {
    run.parameters[name] = { type: 'duration', label: { fi: labelOf(key) }, default: 'P1D', origin: 'ours' }
    note(run, path, 'named-delay', { delay: clip(key), parameter: name })
  }
  return name
}

/** What people called something that goes by another name now. */
const calledAs = (written: string, name: string): { label?: { fi: string } } =>
  name === written ? {} : { label: { fi: labelOf(written) } }
const isTags = (tags: unknown): tags is string | string[] =>
  typeof tags === 'string' || (Array.isArray(tags) && tags.every((tag) => typeof tag === 'string'))
const isStateType = (type: unknown): type is NonNullable<StateInput['type']> =>
  typeof type === 'string' && ['atomic', 'compound', 'parallel', 'final', 'history'].includes(type)
