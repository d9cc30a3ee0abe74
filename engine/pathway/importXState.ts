import type { JsonValue, PathwayInput, StateDefinition } from './document.ts'
import { namer, slug } from './importNames.ts'
import { eventNameSchema, nameSchema, valueNameSchema } from './names.ts'

/** What an import could not carry over, or changed, and what to do about it. */
export interface ImportNote {
  path: (string | number)[]
  message: string
}

type Path = ImportNote['path']
type Config = Record<string, unknown>
type StateInput = PathwayInput['states'][string]
type TransitionInput = Exclude<NonNullable<StateDefinition['always']>, string | unknown[]>

/** Nesting beyond this is not a pathway. */
const deepest = 60

/** What one import shares: the names it has given, and what it has to say. */
interface Import {
  notes: ImportNote[]
  root: Config
  rootId: string
  criterion: (key: string, name: string) => string
  event: (name: string) => string
  action: (name: string) => string
  parameter: (name: string) => string
  id: (name: string) => string
  /** names of children, by the state that holds them */
  children: Map<Config, Map<string, string>>
  /** states that have an id of their own */
  byId: Map<string, Config>
  parents: Map<Config, Config>
  criteria: NonNullable<PathwayInput['criteria']>
  parameters: NonNullable<PathwayInput['parameters']>
  /** something in the machine goes by itself */
  isDriven: boolean
}

/**
 * A machine exported from Stately, or written for XState 5, as a draft of a pathway. Guards become criteria that hold for
 * nobody until they are written (`when: 'null'`), named delays become parameters, actors and code become notes. Names that
 * a document does not allow are changed, the same everywhere. What drives itself in XState is proposed to a person here.
 * Never throws: what cannot be understood is noted. The draft is for `verifyDocument` to look at next.
 */
export function importXState(config: unknown): { draft: PathwayInput; notes: ImportNote[] } {
  const notes: ImportNote[] = []
  if (!isObject(config)) notes.push({ path: [], message: `A machine is an object, but found ${typeof config}` })
  try {
    return { draft: draftOf(isObject(config) ? config : {}, notes), notes }
  } catch (thrown) {
    const why = thrown instanceof Error ? clip(thrown.message) : 'it could not be read'
    notes.push({ path: [], message: `The machine was not understood: ${why}` })
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
  if (rootId !== written) note(run, ['id'], `The id "${clip(written)}" became "${rootId}"`)
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
  if (onDone !== undefined) note(run, ['onDone'], 'The machine itself has no "onDone": left out')
  if (run.isDriven) {
    note(
      run,
      [],
      'What time, conditions and completion drive is proposed to a person here; mark it "automatic" where nobody needs to decide',
    )
  }
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
  if (!isObject(state.states) || depth > deepest) {
    note(run, [...path, 'states'], depth > deepest ? 'Nested too deep: left out' : 'Not an object of states: left out')
    return
  }
  const name = namer(nameSchema, 'state')
  for (const [key, child] of Object.entries(state.states)) {
    if (!isObject(child) || run.parents.has(child) || child === run.root) {
      note(run, [...path, 'states', key], 'Not a state of its own: left out')
      continue
    }
    names.set(key, name(key))
    run.parents.set(child, state)
    if (names.get(key) !== key)
      note(run, [...path, 'states', key], `The state "${clip(key)}" became "${names.get(key)}"`)
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
  const children = isObject(state.states) ? Object.entries(state.states) : []
  const states = children.flatMap(([key, child]) => {
    const name = names.get(key)
    return name !== undefined && isObject(child)
      ? [[name, importState(child, run, [...path, 'states', key])] as const]
      : []
  })
  if (states.length > 0) made.states = Object.fromEntries(states)
  for (const key of Object.keys(state)) {
    if (!importedKeys.has(key)) note(run, [...path, key], `"${clip(key)}" has no place in a pathway: left out`)
  }
  return made
}

function historyTarget(state: Config, run: Import, path: Path): Pick<StateInput, 'target'> {
  if (state.type !== 'history' || state.target === undefined) return {}
  const { target } = targetsOf(state.target, state, run, [...path, 'target'])
  if (!Array.isArray(target)) return target === undefined ? {} : { target }
  note(run, [...path, 'target'], 'A history state has one target: the first stays')
  return { target: target[0] }
}

function initialOf(state: Config, names: Map<string, string>, run: Import, path: Path): Pick<StateInput, 'initial'> {
  const { initial } = state
  if (initial === undefined) return {}
  const written = isObject(initial) ? initial.target : initial
  if (isObject(initial))
    note(run, [...path, 'initial'], 'Actions on the initial transition are left out: use "entry" of the state')
  const key = Array.isArray(written) ? written[0] : written
  const name = typeof key === 'string' ? names.get(key.replace(/^\./, '')) : undefined
  if (name === undefined) note(run, [...path, 'initial'], 'The initial state was not found among the states')
  return name === undefined ? {} : { initial: name }
}

/** Events of a state: its own, what its actors answer, and in older machines what needs no event. */
function eventsOf(state: Config, run: Import, path: Path): Pick<StateInput, 'on' | 'always'> {
  const on: Record<string, TransitionInput[]> = {}
  const always: TransitionInput[] = []
  const add = (event: string, listed: TransitionInput[]) => {
    on[event] = [...(on[event] ?? []), ...listed]
  }
  for (const [event, definition] of isObject(state.on) ? Object.entries(state.on) : []) {
    const place = [...path, 'on', event]
    const listed = transitionsOf(definition, state, run, place)
    if (event === '') always.push(...listed)
    else if (event === '*') add(event, listed)
    else add(eventName(event, run, place), listed)
  }
  for (const [index, invoked] of [state.invoke ?? []].flat().entries()) {
    const place = Array.isArray(state.invoke) ? [...path, 'invoke', index] : [...path, 'invoke']
    const source = isObject(invoked) ? (invoked.id ?? invoked.src) : invoked
    const name = typeof source === 'string' ? source : 'actor'
    note(
      run,
      place,
      `The actor "${clip(name)}" has no place in a pathway: make it a task, or an action that is answered by an event`,
    )
    for (const [key, ending] of [
      ['onDone', 'done'],
      ['onError', 'error'],
      ['onSnapshot', 'snapshot'],
    ] as const) {
      if (!isObject(invoked) || invoked[key] === undefined) continue
      const answer = eventName(`${name}.${ending}`, run, [...place, key])
      add(answer, transitionsOf(invoked[key], state, run, [...place, key]))
      note(run, [...place, key], `It became the event "${answer}", to be sent when the work is done`)
    }
  }
  if (state.always !== undefined) always.push(...transitionsOf(state.always, state, run, [...path, 'always']))
  return { ...(Object.keys(on).length > 0 ? { on } : {}), ...(always.length > 0 ? { always } : {}) }
}

function eventName(event: string, run: Import, path: Path, kind: 'event' | 'action' = 'event'): string {
  const name = run[kind](event)
  if (name !== event) note(run, path, `The ${kind} "${clip(event)}" became "${name}"`)
  return name
}

function delaysOf(after: unknown, state: Config, run: Import, path: Path): NonNullable<StateInput['after']> {
  const listed: (readonly [key: string, definition: unknown])[] = Array.isArray(after)
    ? after.map((one) => [isObject(one) ? String(one.delay) : '', one] as const)
    : Object.entries(isObject(after) ? after : {})
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
    note(run, path, `The delay of ${clip(key)} ms was rounded`)
    return String(Math.round(delay))
  }
  // not to be taken for an ISO 8601 duration
  const name = run.parameter(/^P[\dT]/.test(key) ? `delay_${key}` : key)
  if (!Object.hasOwn(run.parameters, name)) {
    run.parameters[name] = { type: 'duration', label: { fi: labelOf(key) }, default: 'P1D', origin: 'ours' }
    note(run, path, `The delay "${clip(key)}" became the parameter "${name}": set how long it is (a day until then)`)
  }
  return name
}

function transitionsOf(definition: unknown, state: Config, run: Import, path: Path): TransitionInput[] {
  if (!Array.isArray(definition)) return [transitionOf(definition, state, run, path)]
  const listed = definition.map((one, index) => transitionOf(one, state, run, [...path, index]))
  return listed.length > 0 ? listed : [{}]
}

const transitionKeys = new Set('target guard cond reenter internal actions description meta delay in'.split(' '))

function transitionOf(definition: unknown, state: Config, run: Import, path: Path): TransitionInput {
  if (definition === undefined || definition === null) return {}
  if (typeof definition === 'string') return targetsOf(definition, state, run, path)
  if (!isObject(definition)) {
    note(run, path, 'Not a transition: left without a target')
    return {}
  }
  for (const key of Object.keys(definition)) {
    if (!transitionKeys.has(key) || key === 'in')
      note(run, [...path, key], `"${clip(key)}" has no place in a transition: left out`)
  }
  const guard = definition.guard ?? definition.cond
  const reenter = definition.reenter ?? (definition.internal === false ? true : undefined)
  return {
    ...(definition.target === undefined ? {} : targetsOf(definition.target, state, run, [...path, 'target'])),
    ...(guard === undefined || guard === null ? {} : { criteria: criteriaOf(guard, run, [...path, 'guard']) }),
    ...(typeof reenter === 'boolean' ? { reenter } : {}),
    ...actionsUnder('actions', definition, run, path),
    ...describe(definition, run, path),
    ...metaOf(definition, run, path),
  }
}

/** Targets with the names that their states have been given; what leads nowhere stays, for verification to tell. */
function targetsOf(target: unknown, state: Config, run: Import, path: Path): Pick<TransitionInput, 'target'> {
  const made = [target].flat().flatMap((one) => {
    if (typeof one === 'string' && one !== '') return [renamed(one, state, run, path)]
    if (one !== undefined && one !== null) note(run, path, 'A target is the name of a state: left out')
    return []
  })
  const [only] = made
  if (only === undefined) return {}
  return { target: made.length === 1 && !Array.isArray(target) ? only : made }
}

function renamed(target: string, state: Config, run: Import, path: Path): string {
  const keys = target.split(/(?<!\\)\./).map((key) => key.replaceAll('\\.', '.'))
  if (target.startsWith('#')) {
    const [id = '', ...rest] = keys
    const from = run.byId.get(id.slice(1))
    const name = from === run.root ? run.rootId : run.id(id.slice(1))
    return `#${[name, ...descend(from, rest, target, run, path)].join('.')}`
  }
  if (target.startsWith('.')) return `.${descend(state, keys.slice(1), target, run, path).join('.')}`
  return descend(run.parents.get(state), keys, target, run, path).join('.')
}

function descend(from: Config | undefined, keys: readonly string[], target: string, run: Import, path: Path): string[] {
  let at = from
  let isKnown = from !== undefined
  const names = keys.map((key) => {
    const name = at && run.children.get(at)?.get(key)
    const states: unknown = at?.states
    const next = isObject(states) && Object.hasOwn(states, key) ? states[key] : undefined
    at = isObject(next) ? next : undefined
    isKnown &&= name !== undefined
    return name ?? slug(key, nameSchema, 'state')
  })
  if (!isKnown) note(run, path, `The target "${clip(target)}" leads to no state`)
  return names
}

/** Guards as names of criteria that hold for nobody until somebody writes them. */
function criteriaOf(guard: unknown, run: Import, path: Path): string[] {
  if (isObject(guard)) {
    const { type, params, guards } = guard
    const all = type === 'criteria' && isObject(params) ? params.all : undefined
    if (Array.isArray(all)) return all.flatMap((one) => criteriaOf(one, run, path))
    if (type === 'and' && Array.isArray(guards)) return guards.flatMap((one) => criteriaOf(one, run, path))
    if (typeof type === 'string') {
      const key = JSON.stringify(jsonOf(guard) ?? type)
      const isPlain = params === undefined && guards === undefined
      if (!isPlain)
        note(run, path, `What the guard "${clip(type)}" is made of is left out: write it into its criterion`)
      return [criterionFor(isPlain ? type : key, type, run, path)]
    }
  }
  if (typeof guard === 'string') return [criterionFor(guard, guard, run, path)]
  note(run, path, 'A guard written as code became a criterion to be written')
  return [criterionFor(`code at ${path.join('.')}`, 'guard', run, path)]
}

function criterionFor(key: string, written: string, run: Import, path: Path): string {
  const name = run.criterion(key, written)
  if (!Object.hasOwn(run.criteria, name)) {
    run.criteria[name] = { label: { fi: labelOf(written) }, when: 'null' }
    note(run, path, `The guard "${clip(written)}" became the criterion "${name}": write when it holds`)
  }
  return name
}

function actionsUnder<Key extends 'entry' | 'exit' | 'actions'>(
  key: Key,
  holder: Config,
  run: Import,
  path: Path,
): { [key in Key]?: StateInput['entry'] } {
  const made = [holder[key] ?? []].flat().flatMap((action, index) => {
    const place = [...path, key, index]
    const type = isObject(action) ? action.type : action
    if (typeof type !== 'string' || /^xstate\./.test(type)) {
      note(
        run,
        place,
        'An action written as code is left out: a pathway names actions, and what they do stands elsewhere',
      )
      return []
    }
    const name = eventName(type, run, place, 'action')
    const params = isObject(action) ? jsonOf(action.params) : undefined
    if (isObject(action) && action.params !== undefined && !isJsonObject(params))
      note(run, place, 'Its params are not JSON: left out')
    return [isJsonObject(params) ? { type: name, params } : name]
  })
  return (made.length > 0 ? { [key]: made } : {}) as { [key in Key]?: StateInput['entry'] }
}

function describe({ description }: Config, run: Import, path: Path): Pick<StateInput, 'description'> {
  if (typeof description !== 'string' || description.trim() === '') return {}
  if (description.length > 2000) note(run, [...path, 'description'], 'The description was cut to 2000 characters')
  return { description: { fi: description.slice(0, 2000).trim() } }
}

function metaOf({ meta }: Config, run: Import, path: Path): Pick<StateInput, 'meta'> {
  if (meta === undefined) return {}
  const json = jsonOf(meta)
  if (isJsonObject(json)) return { meta: json }
  note(run, [...path, 'meta'], 'It is not a JSON object: left out')
  return {}
}

function note(run: Import, path: Path, message: string): void {
  run.notes.push({ path, message })
}

const clip = (words: string, most = 60): string => (words.length > most ? `${words.slice(0, most)}…` : words)
const labelOf = (words: string): string => clip(words, 200).trim() || 'Nimetön'

const isObject = (value: unknown): value is Config =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isJsonObject = (value: JsonValue | undefined): value is { [key: string]: JsonValue } => isObject(value)
const isTags = (tags: unknown): tags is string | string[] =>
  typeof tags === 'string' || (Array.isArray(tags) && tags.every((tag) => typeof tag === 'string'))
const isStateType = (type: unknown): type is NonNullable<StateInput['type']> =>
  typeof type === 'string' && ['atomic', 'compound', 'parallel', 'final', 'history'].includes(type)

/** The value if JSON can hold it as it is. */
function jsonOf(value: unknown): JsonValue | undefined {
  try {
    const written = JSON.stringify(value)
    return written === undefined ? undefined : (JSON.parse(written) as JsonValue)
  } catch {
    return undefined
  }
}
