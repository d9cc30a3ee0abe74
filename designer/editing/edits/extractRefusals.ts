import { completedValue } from '../../../engine/pathway/declaredValues.ts'
import { namesIn } from '../../../engine/pathway/feel/namesIn.ts'
import type { DraftDocument } from '../../model/document.ts'
import { isWithin, parentOf } from '../../model/places.ts'
import { type PathwayModel, readPathway, type StateItem, type TransitionItem } from '../../model/readPathway.ts'

/**
 * Why the inside of a state cannot be a pathway of its own without meaning something else:
 * `empty`: there is nothing inside; `noEnd`: something inside never ends; `region`: the state is one of several that are on at
 * once, and what is around them waits for the end of each;
 * `wayIn`, `wayOut`: a transition leads into the middle of it, begins it anew without leaving it, or leads out of it;
 * `jump`: a state inside may be jumped into; `history`: a return remembers where inside it one was;
 * `event`: an event is handled inside and where it would be handled at the same time, or sent on one side and handled on the
 * other; `facts`: a change of facts moves both, and the innermost would decide;
 * `clock`, `counted`: a criterion counts days of the whole journey, or tasks done on the other side or the time before;
 * `taken`: the name is that of the pathway, or of one that is published.
 */
export type ExtractRefusal =
  | { reason: 'empty' | 'region' | 'noEnd' | 'taken' | 'history' | 'facts' }
  | { reason: 'jump'; state: string }
  | { reason: 'wayIn' | 'wayOut'; transition: TransitionItem }
  | { reason: 'event'; event: string }
  | { reason: 'clock' | 'counted'; criterion: string }

/** All that keeps what is inside a state from being extracted; nothing when it can be. */
export function extractRefusals(document: DraftDocument, path: string): ExtractRefusal[] {
  const model = readPathway(document)
  const state = model.states.get(path)
  if (!state || path === '' || state.children.length === 0) return [{ reason: 'empty' }]
  const split: Split = { model, path, isInside: (one) => one !== path && isWithin(one, path) }
  return [
    ...(isWaitedFor(state, model.states) ? [{ reason: 'region' } as const] : []),
    ...(comesToAnEnd(state, model) ? [] : [{ reason: 'noEnd' } as const]),
    ...waysAcross(split),
    ...(remembers(split) ? [{ reason: 'history' } as const] : []),
    ...eventsBetween(split),
    ...criteriaOfTheWhole(split),
  ]
}

/** A pathway divided into what is inside a state and all else. */
interface Split {
  model: PathwayModel
  path: string
  isInside: (path: string) => boolean
}

/** Whether something waits for the end of a state beside others: of a module nothing would know that it has come. */
function isWaitedFor({ parent }: StateItem, states: PathwayModel['states']): boolean {
  const around = parent === undefined ? undefined : states.get(parent)
  if (around?.type !== 'parallel') return false
  return around.path === '' || around.definition.onDone !== undefined || isWaitedFor(around, states)
}

function comesToAnEnd({ type, children }: StateItem, model: PathwayModel): boolean {
  const inside = children.flatMap((child) => model.states.get(child) ?? []).filter((one) => one.type !== 'history')
  return type === 'parallel'
    ? inside.every((region) => comesToAnEnd(region, model))
    : inside.some((one) => one.type === 'final')
}

function waysAcross({ model, path, isInside }: Split): ExtractRefusal[] {
  const transitions = model.transitions.flatMap((transition): ExtractRefusal[] => {
    const { source, targets, definition } = transition
    if (isInside(source)) return targets.every(isInside) ? [] : [{ reason: 'wayOut', transition }]
    // it begins its inside anew and is not left, so that a module would go on
    const isAnew = source === path && targets.includes(path) && !definition.reenter
    return isAnew || targets.some(isInside) ? [{ reason: 'wayIn', transition }] : []
  })
  const entered = [...model.states.values()].filter((one) => isInside(one.path) && one.definition.enterable)
  return [...transitions, ...entered.map((one): ExtractRefusal => ({ reason: 'jump', state: one.path }))]
}

/** Whether a return would have to know the time before: a module that is started anew remembers nothing of it. */
function remembers(split: Split): boolean {
  const { model, path, isInside } = split
  return [...model.states.values()].some(({ path: one, type, parent = '', definition }) => {
    if (type !== 'history') return false
    if (isInside(one)) return canComeBack(split)
    return definition.history === 'deep' && isWithin(path, parent)
  })
}

/** Events that are handled on both sides at once, or sent by a rule on one and handled on the other. */
function eventsBetween({ model, path, isInside }: Split): ExtractRefusal[] {
  /** around it, or on at the same time as it */
  const isBeside = (one: string): boolean => !isInside(one) && (isWithin(path, one) || areAtOnce(one, path, model))
  const driven = (trigger: TransitionItem['trigger'], isThere: (source: string) => boolean): TransitionItem[] =>
    model.transitions.filter((one) => one.trigger === trigger && isThere(one.source))
  const events = (items: readonly TransitionItem[]): Set<string> => new Set(items.map(({ event }) => event))
  const handles = (handled: ReadonlySet<string>, event: string): boolean => handled.has(event) || handled.has('*')
  const within = events(driven('on', isInside))
  const beside = events(driven('on', isBeside))
  const both = [
    ...[...beside].filter((event) => handles(within, event)),
    ...[...within].filter((event) => handles(beside, event)),
  ]
  const areFactsOnBoth = driven('always', isInside).length > 0 && driven('always', isBeside).length > 0

  const around = events(driven('on', (source) => !isInside(source)))
  const sentAcross = [...model.states.values()].flatMap(({ path: one, definition }) => {
    const sent = [
      ...Object.values(definition.followUps ?? {}).flatMap(({ event }) => event ?? []),
      ...Object.values(definition.modules ?? {}).flatMap(({ outputs, start }) => [
        ...Object.values(outputs ?? {}),
        ...(typeof start === 'object' ? [start.event] : []),
      ]),
    ]
    return sent.filter((name) => handles(isInside(one) ? around : within, name))
  })
  return [
    ...[...new Set([...both, ...sentAcross])].map((event): ExtractRefusal => ({ reason: 'event', event })),
    ...(areFactsOnBoth ? [{ reason: 'facts' } as const] : []),
  ]
}

/** Whether two states may be on at once, neither of them inside the other. */
function areAtOnce(one: string, other: string, { states }: PathwayModel): boolean {
  if (isWithin(one, other) || isWithin(other, one)) return false
  let around = parentOf(one)
  while (around !== undefined && !isWithin(other, around)) around = parentOf(around)
  return around !== undefined && states.get(around)?.type === 'parallel'
}

/** Criteria that count what belongs to the whole journey: a module has a clock and tasks of its own, each time anew. */
function criteriaOfTheWhole(split: Split): ExtractRefusal[] {
  const { model, isInside } = split
  const asked = (inside: boolean): Set<string> =>
    new Set(
      model.transitions
        .filter(({ source }) => isInside(source) === inside)
        .flatMap(({ definition }) => definition.criteria ?? []),
    )
  const [within, around] = [asked(true), asked(false)]
  const counted = (inside: boolean): Set<string> =>
    new Set(tasksOf(model, (one) => isInside(one) === inside).map(completedValue))
  const [doneWithin, doneAround] = [counted(true), counted(false)]
  return Object.entries(model.document.criteria ?? {}).flatMap(([criterion, { when = '' }]): ExtractRefusal[] => {
    const names = namesIn(when).map(({ name }) => name)
    const counts = (done: ReadonlySet<string>): boolean => names.some((name) => done.has(name))
    if (within.has(criterion) && names.includes('daysInJourney')) return [{ reason: 'clock', criterion }]
    const isOnBothSides = (within.has(criterion) && counts(doneAround)) || (around.has(criterion) && counts(doneWithin))
    const isOfAllTimes = within.has(criterion) && counts(doneWithin) && canComeBack(split)
    return isOnBothSides || isOfAllTimes ? [{ reason: 'counted', criterion }] : []
  })
}

/** Tasks that states open, by themselves or by a follow-up. */
function tasksOf({ states }: PathwayModel, isWanted: (path: string) => boolean): string[] {
  return [...states.values()]
    .filter(({ path }) => isWanted(path))
    .flatMap(({ definition: { tasks = [], followUps = {} } }) => [
      ...tasks,
      ...Object.values(followUps).flatMap(({ task }) => task ?? []),
    ])
}

/** Whether one may be in a state again after leaving it: by transitions, from wherever these lead, or by a jump. */
function canComeBack({ model, path, isInside }: Split): boolean {
  const { states, leaving } = model
  const reached = new Set<string>()
  const waiting = [path, ...around(path)]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const { targets } of isInside(at) ? [] : (leaving.get(at) ?? [])) {
      for (const target of targets) {
        if (isWithin(path, target)) return true
        const beside = [...states.keys()].filter((one) => isWithin(one, target))
        for (const one of [...around(target), ...beside]) {
          if (reached.has(one)) continue
          reached.add(one)
          waiting.push(one)
        }
      }
    }
  }
  return [...states.values()].some((one) => isWithin(path, one.path) && one.path !== '' && one.definition.enterable)
}

function around(path: string): string[] {
  const parent = parentOf(path)
  return parent === undefined ? [] : [parent, ...around(parent)]
}
