import { DAY_MS } from './calendar/civilDay.ts'
import { parseDuration } from './calendar/index.ts'
import type { PathwayDocument } from './document.ts'
import { delayOf, type Parameters, resolveDuration, resolveParameters } from './parameters.ts'
import type { StateDefinition, TransitionDefinition } from './states.ts'
import { listTransitions } from './stateTree.ts'

/** What a pathway says that XState has no place for. */
export interface Loss {
  path: (string | number)[]
  what: string
  why: string
}

/** A state of XState's own JSON configuration, as far as pathways use it. */
export interface XStateNode {
  id?: string
  type?: string
  initial?: string
  description?: string
  history?: StateDefinition['history']
  target?: StateDefinition['target']
  on?: Record<string, XStateTransition[]>
  always?: XStateTransition[]
  after?: Record<string, XStateTransition[]>
  onDone?: XStateTransition[]
  entry?: StateDefinition['entry']
  exit?: StateDefinition['exit']
  tags?: StateDefinition['tags']
  meta?: StateDefinition['meta']
  states?: Record<string, XStateNode>
}

/** A transition of XState's own JSON configuration. */
export interface XStateTransition {
  target?: TransitionDefinition['target']
  guard?: string | { type: 'criteria'; params: { all: string[] } }
  reenter?: boolean
  actions?: TransitionDefinition['actions']
  description?: string
  meta?: TransitionDefinition['meta']
}

/**
 * A pathway as a plain XState 5 machine configuration, for Stately and other tools, with a list of what it loses there.
 * It is JSON: a criterion becomes a guard by its name; several become one guard `criteria` with their names as params,
 * since `and(…)` is not JSON. Durations become milliseconds.
 *
 * @param chosen values of parameters, as a version has them; the others are at their defaults
 * @throws Error for a delay that is no duration, which a published document has none of
 */
export function exportXState(
  document: PathwayDocument,
  chosen: Parameters = {},
): { machine: XStateNode & { id: string }; losses: Loss[] } {
  const losses: Loss[] = []
  const parameters = resolveParameters(document, chosen)
  for (const [key, why] of Object.entries(lostFromDocument)) {
    if (Object.hasOwn(document, key)) losses.push({ path: [key], what: key, why })
  }
  const { id: _id, type, ...root } = document
  const machine = exportState({ ...root, type }, [], parameters, losses)
  return { machine: { ...machine, id: document.id }, losses }
}

const lostFromDocument = {
  $schema: 'a machine is of another format',
  title: 'a machine has no name in several languages',
  sources: 'a machine has no sources',
  calendar: 'XState counts milliseconds, not working days',
  facts: 'a machine has a context, not typed facts about a client',
  criteria: 'guards are code: their names stay, their expressions do not, and they know no "unknown"',
  caseRoles: 'XState does not know who sends an event',
  parameters: 'XState has no parameters: their values are filled in',
  taskDefinitions: 'XState has no tasks',
  suspensions: 'XState does not suspend a machine for a reason',
  exits: 'XState has no ends that are possible from anywhere',
  backDating: 'XState has no time but now',
  review: 'XState has no review of what nobody watches',
  recordClass: 'XState keeps no records',
}

const lostFromState = {
  label: 'XState has one description in one language',
  phase: 'XState has no phases',
  tasks: 'XState has no tasks',
  followUps: 'XState has no follow-ups that repeat without leaving the state',
  modules: 'XState has no pathways as children with a clock of their own',
  enterable: 'an XState machine begins in its initial state only',
  end: 'XState does not code how it ended',
}

const lostFromTransition = {
  label: 'XState has one description in one language',
  by: 'XState does not know who sends an event',
  effect: 'XState does not know what a transition does to a client',
  whenSuspended: 'XState does not suspend a machine',
  reasonRequired: 'XState asks for no reasons',
  source: 'XState has no sources',
}

type StateSource = Omit<StateDefinition, 'states'> & { states?: Record<string, StateDefinition> }

function exportState(state: StateSource, path: Loss['path'], parameters: Parameters, losses: Loss[]): XStateNode {
  noteLosses(state, lostFromState, path, losses)
  const listed = (definition: StateDefinition['always'], key: string) =>
    definition === undefined ? undefined : exportTransitions(definition, [...path, key], key !== 'on', losses)
  const node: XStateNode = {
    id: state.id,
    type: state.type,
    initial: state.initial,
    description: exportText(state, path, losses),
    history: state.history,
    target: state.target,
    on: mapValues(state.on, (definition, event) =>
      exportTransitions(definition, [...path, 'on', event], false, losses),
    ),
    always: listed(state.always, 'always'),
    after: exportDelays(state.after, [...path, 'after'], parameters, losses),
    onDone: listed(state.onDone, 'onDone'),
    entry: state.entry,
    exit: state.exit,
    tags: state.tags,
    meta: state.meta,
    states: mapValues(state.states, (child, key) => exportState(child, [...path, 'states', key], parameters, losses)),
  }
  return withoutUndefined(node)
}

function exportTransitions(
  definition: NonNullable<StateDefinition['always']>,
  path: Loss['path'],
  isDriven: boolean,
  losses: Loss[],
): XStateTransition[] {
  return listTransitions(definition).map((one, index) => {
    const place = Array.isArray(definition) ? [...path, index] : path
    noteLosses(one, lostFromTransition, place, losses)
    if (isDriven && !one.automatic) {
      losses.push({ path: place, what: 'proposal', why: 'a person decides on it here; XState takes it without asking' })
    }
    const { target, reenter, actions, meta, criteria = [] } = one
    const [only] = criteria
    const guard = criteria.length > 1 ? { type: 'criteria' as const, params: { all: criteria } } : only
    return withoutUndefined({ target, guard, reenter, actions, meta, description: exportText(one, place, losses) })
  })
}

function exportDelays(
  after: StateDefinition['after'],
  path: Loss['path'],
  parameters: Parameters,
  losses: Loss[],
): XStateNode['after'] {
  if (after === undefined) return undefined
  const delays: Record<string, XStateTransition[]> = {}
  for (const [key, definition] of Object.entries(after)) {
    const place = [...path, key]
    const { milliseconds, isExact } = millisecondsOf(key, parameters)
    if (!isExact) {
      losses.push({
        path: place,
        what: `${key} as ${milliseconds} ms`,
        why: 'months, days and working days vary in length',
      })
    }
    delays[milliseconds] = [...(delays[milliseconds] ?? []), ...exportTransitions(definition, place, true, losses)]
  }
  return delays
}

/** A delay in milliseconds; a month as a twelfth of a mean year, a working day as 7/5 of a day. */
function millisecondsOf(key: string, parameters: Parameters): { milliseconds: number; isExact: boolean } {
  const duration = parseDuration(resolveDuration(delayOf(key), parameters))
  switch (duration.counts) {
    case 'clock':
      return { milliseconds: duration.milliseconds, isExact: true }
    case 'workingDays':
      return { milliseconds: Math.round(duration.workingDays * 1.4 * DAY_MS), isExact: duration.workingDays === 0 }
    case 'calendar': {
      const { months, days } = duration
      return { milliseconds: Math.round((months * 30.436875 + days) * DAY_MS), isExact: months === 0 && days === 0 }
    }
  }
}

function exportText(
  { description }: Pick<StateDefinition, 'description'>,
  path: Loss['path'],
  losses: Loss[],
): string | undefined {
  if (description && (description.sv ?? description.en) !== undefined) {
    losses.push({
      path: [...path, 'description'],
      what: 'sv, en',
      why: 'XState has one description: the Finnish one stays',
    })
  }
  return description?.fi
}

function noteLosses(found: object, lost: Record<string, string>, path: Loss['path'], losses: Loss[]): void {
  for (const [key, why] of Object.entries(lost)) {
    if (Object.hasOwn(found, key)) losses.push({ path: [...path, key], what: key, why })
  }
}

function mapValues<T, R>(
  record: Record<string, T> | undefined,
  map: (value: T, key: string) => R,
): Record<string, R> | undefined {
  return record && Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]))
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T
}
