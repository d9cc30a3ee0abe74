import { completedValue } from '../../../engine/pathway/declaredValues.ts'
import type { Text } from '../../../engine/pathway/document.ts'
import type { DraftDocument, DraftState } from '../../model/document.ts'
import { isWithin, type ListedKind, listed } from '../../model/places.ts'
import { type PathwayModel, readPathway, type TransitionItem } from '../../model/readPathway.ts'
import { stateIn } from '../../model/thingAt.ts'
import type { Layout } from '../layout.ts'
import { definitionsIn, withDefinitions } from './definitions.ts'
import { choose, type Edit, editDocument, inTurn } from './edit.ts'
import { usesOf } from './listed.ts'
import { mapTargets } from './mapTargets.ts'
import { freeKey } from './names.ts'

/**
 * Why the inside of a state cannot be a pathway of its own without meaning something else:
 * `empty`: there is nothing inside; `parallel`: its parts go on at once; `region`: it is such a part itself, and what is around
 * it waits for its end; `noEnd`: nothing inside it ends it;
 * `wayIn`, `wayOut`: a transition leads into the middle of it, or out of it; `jump`: a state inside may be jumped into;
 * `history`: a return remembers where inside it one was; `event`: an event is handled inside and outside, or sent on one side
 * and handled on the other; `clock`, `counted`: a criterion counts days of the whole journey, or tasks done elsewhere;
 * `taken`: the name is the pathway's own.
 */
export type ExtractRefusal =
  | { reason: 'empty' | 'parallel' | 'region' | 'noEnd' | 'taken' | 'history' }
  | { reason: 'jump'; state: string }
  | { reason: 'wayIn' | 'wayOut'; transition: TransitionItem }
  | { reason: 'event'; event: string }
  | { reason: 'clock' | 'counted'; criterion: string }

/** A pathway made of the inside of a state, and the edit that puts a module in its place. */
export interface Extraction {
  pathway: DraftDocument
  layout: Layout
  edit: Edit
}

/**
 * Makes a pathway of its own of what is inside a state. The state stays where it is with its own transitions, tasks and
 * follow-ups, and runs the new pathway as a module from when it is entered; what happened when its inside was done happens
 * when the module ends. Refused where the two would not do the same.
 * @param key the new pathway's name in data
 */
export function extractModule(
  document: DraftDocument,
  layout: Layout,
  path: string,
  key: string,
  title: Text,
): Extraction | ExtractRefusal {
  const refusal = refusalOf(document, path)
  if (refusal) return refusal
  const owner = stateIn(document, path)
  if (!owner || key === document.id) return { reason: 'taken' }
  const pathway = pathwayOf(document, path, key, title, owner)
  const event = freeEvent(`${key}Valmis`, document)
  const edit = inTurn(
    editDocument((draft) => {
      const state = stateIn(draft, path)
      if (!state) return
      const { onDone } = state
      const inputs = Object.fromEntries(
        Object.keys(pathway.parameters ?? {}).map((name) => [name, { parameter: name }]),
      )
      const module = {
        pathway: key,
        label: title,
        ...(Object.keys(inputs).length > 0 && { inputs }),
        ...(onDone !== undefined && { outputs: { '*': event } }),
      }
      state.modules = { ...state.modules, [freeKey(key, state.modules)]: module }
      if (onDone !== undefined) state.on = { ...state.on, [event]: onDone }
      delete state.states
      delete state.initial
      delete state.onDone
      delete state.type
    }),
    withoutUnused(document, path),
    (now) => ({ ...now, layout: layoutOutside(now.layout, path) }),
    choose({ kind: 'state', state: path }),
  )
  return { pathway, layout: layoutInside(layout, path), edit }
}

function refusalOf(document: DraftDocument, path: string): ExtractRefusal | undefined {
  const model = readPathway(document)
  const state = model.states.get(path)
  if (!state || path === '' || state.children.length === 0) return { reason: 'empty' }
  if (state.type === 'parallel') return { reason: 'parallel' }
  if (model.states.get(state.parent ?? '')?.type === 'parallel') return { reason: 'region' }
  if (!state.children.some((child) => model.states.get(child)?.type === 'final')) return { reason: 'noEnd' }
  const isInside = (one: string): boolean => one !== path && isWithin(one, path)
  for (const transition of model.transitions) {
    const { source, targets } = transition
    if (isInside(source) && !targets.every(isInside)) return { reason: 'wayOut', transition }
    if (!isInside(source) && targets.some(isInside)) return { reason: 'wayIn', transition }
  }
  for (const { path: one, type, parent = '', definition } of model.states.values()) {
    if (isInside(one) && definition.enterable) return { reason: 'jump', state: one }
    const isDeep = type === 'history' && definition.history === 'deep'
    if (isDeep && !isInside(one) && isWithin(path, parent)) return { reason: 'history' }
  }
  return eventBetween(model, path, isInside) ?? criterionOfTheWhole(model, isInside)
}

/** An event that is handled on both sides, or sent by a rule on one and handled on the other: each is a journey of its own. */
function eventBetween(
  model: PathwayModel,
  path: string,
  isInside: (path: string) => boolean,
): ExtractRefusal | undefined {
  const handled = (inside: boolean): Set<string> =>
    new Set(
      model.transitions
        .filter(({ source, trigger }) => trigger === 'on' && isInside(source) === inside)
        .map(({ event }) => event),
    )
  const [within, around] = [handled(true), handled(false)]
  const both = model.transitions.find(
    ({ source, trigger, event }) => trigger === 'on' && isWithin(path, source) && within.has(event),
  )
  if (both) return { reason: 'event', event: both.event }
  for (const { path: one, definition } of model.states.values()) {
    const sent = [
      ...Object.values(definition.followUps ?? {}).flatMap(({ event }) => event ?? []),
      ...Object.values(definition.modules ?? {}).flatMap(({ outputs, start }) => [
        ...Object.values(outputs ?? {}),
        ...(typeof start === 'object' ? [start.event] : []),
      ]),
    ]
    const event = sent.find((name) => (isInside(one) ? around : within).has(name))
    if (event !== undefined) return { reason: 'event', event }
  }
  return undefined
}

/** A criterion asked inside that counts what belongs to the whole journey: a module has a clock and tasks of its own. */
function criterionOfTheWhole(
  { transitions, document }: PathwayModel,
  isInside: (path: string) => boolean,
): ExtractRefusal | undefined {
  const asked = new Set(
    transitions.filter(({ source }) => isInside(source)).flatMap(({ definition }) => definition.criteria ?? []),
  )
  const outside = tasksOf(document, (one) => !isInside(one))
  const inside = tasksOf(document, isInside)
  for (const [name, { when = '' }] of Object.entries(document.criteria ?? {})) {
    const counts = (tasks: readonly string[]): boolean =>
      tasks.some((task) => new RegExp(`\\b${completedValue(task)}\\b`).test(when))
    const isAskedOutside = transitions.some(
      ({ source, definition }) => !isInside(source) && definition.criteria?.includes(name),
    )
    if (asked.has(name) && /\bdaysInJourney\b/.test(when)) return { reason: 'clock', criterion: name }
    if ((asked.has(name) && counts(outside)) || (isAskedOutside && counts(inside)))
      return { reason: 'counted', criterion: name }
  }
  return undefined
}

/** Tasks that states open, by themselves or by a follow-up. */
function tasksOf(document: DraftDocument, isWanted: (path: string) => boolean): string[] {
  return [...readPathway(document).states.values()]
    .filter(({ path }) => isWanted(path))
    .flatMap(({ definition: { tasks = [], followUps = {} } }) => [
      ...tasks,
      ...Object.values(followUps).flatMap(({ task }) => task ?? []),
    ])
}

function pathwayOf(document: DraftDocument, path: string, key: string, title: Text, owner: DraftState): DraftDocument {
  const { calendar, recordClass, backDating, review } = document
  const states = Object.fromEntries(
    Object.entries(owner.states ?? {}).map(([name, state]) => [
      name,
      state.type === 'final' && state.end === undefined
        ? { ...state, end: { code: name, label: state.label ?? { fi: name }, outcome: 'completed' as const } }
        : state,
    ]),
  )
  const part: DraftDocument = {
    id: key,
    title,
    ...(calendar && { calendar }),
    ...(recordClass && { recordClass }),
    ...(backDating && { backDating }),
    ...(review && { review }),
    ...(owner.initial !== undefined && { initial: owner.initial }),
    states,
  }
  return withDefinitions(retargeted(part, document, path), document)
}

/** The transitions inside, named from the new pathway. */
function retargeted(part: DraftDocument, document: DraftDocument, path: string): DraftDocument {
  const model = readPathway(document)
  const spelled = (target: string, source: string): string => {
    const to = model.targetOf(target, source)
    const named = model.targetOf(target.split('.')[0] ?? target, source)
    // an id of a state inside goes along with it
    const staysTrue = !target.startsWith('#') || (named !== undefined && named !== path && isWithin(named, path))
    return staysTrue || to === undefined ? target : `#${part.id}.${to.slice(path.length + 1)}`
  }
  return editDocument((draft) =>
    mapTargets(draft, readPathway(part), (target, source) => spelled(target, `${path}.${source}`)),
  )({ document: part, layout: { positions: {} }, selection: { kind: 'pathway' } }).document
}

/** Criteria, tasks and facts that only the inside used go with it. */
function withoutUnused(before: DraftDocument, path: string): Edit {
  const inside = { id: before.id, title: before.title, states: stateIn(before, path)?.states ?? {} }
  const moved = withDefinitions(inside, before)
  const gone = (['criterion', 'task', 'fact'] as const satisfies ListedKind[]).flatMap((kind) =>
    Object.keys(definitionsIn(moved, kind)).map((name): Edit => {
      return (now) => {
        if (usesOf(now.document, kind, name).length > 0) return now
        return editDocument((draft) => {
          const left = draft[listed[kind]]
          if (!left) return
          delete left[name]
          if (Object.keys(left).length === 0) delete draft[listed[kind]]
        })(now)
      }
    }),
  )
  return inTurn(...gone)
}

function freeEvent(name: string, document: DraftDocument): string {
  const taken = Object.fromEntries(readPathway(document).transitions.map(({ event }) => [event, true]))
  return freeKey(name, taken)
}

function layoutInside({ positions, collapsed }: Layout, path: string): Layout {
  const inside = (one: string): string[] => (one.startsWith(`${path}.`) ? [one.slice(path.length + 1)] : [])
  return {
    positions: Object.fromEntries(
      Object.entries(positions).flatMap(([one, position]) => inside(one).map((to) => [to, position])),
    ),
    ...(collapsed && { collapsed: collapsed.flatMap(inside) }),
  }
}

function layoutOutside({ positions, collapsed }: Layout, path: string): Layout {
  const isOutside = (one: string): boolean => !one.startsWith(`${path}.`)
  return {
    positions: Object.fromEntries(Object.entries(positions).filter(([one]) => isOutside(one))),
    ...(collapsed && { collapsed: collapsed.filter((one) => isOutside(one) && one !== path) }),
  }
}
