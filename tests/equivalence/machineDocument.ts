import type { PathwayInput } from '../../engine/pathway/document.ts'
import type { StateDefinition, TransitionDefinition } from '../../engine/pathway/states.ts'
import { criteria, delays, type MachinePlan, type StatePlan, type TransitionPlan } from './machinePlan.ts'
import { choicesFor, hasHistory, join, keyOf, onwardsFrom, type Place, placesOf } from './places.ts'

const label = { fi: 'Nimi' }

/** An action that tells where it was met. */
export const tell = (what: string) => ({ type: 'tell', params: { what } })

/** What the documents of these tests have in common: facts that are always known, and criteria over them. */
export const commonParts = {
  title: { fi: 'Kone' },
  exits: { stop: { label, outcome: 'interrupted' } },
  facts: {
    level: { type: 'number', min: 0, max: 10, label },
    agreed: { type: 'boolean', label },
  },
  criteria: Object.fromEntries(Object.entries(criteria).map(([name, { when }]) => [name, { label, when }])),
} satisfies Partial<PathwayInput>

type Making = { plan: MachinePlan; places: Place[] }

/** The document of a planned machine: everything that is not sent is `automatic`. */
export function machineDocument(plan: MachinePlan): PathwayInput {
  const making = { plan, places: placesOf(plan) }
  const begins = initialKey(plan.states, plan.initial, true)
  return {
    id: 'machine',
    ...commonParts,
    ...(plan.isParallel ? { type: 'parallel' } : { initial: begins }),
    entry: tell('in'),
    exit: tell('out'),
    on: { ...(plan.any ? { '*': sent(making, '', plan.any, 'any') } : {}), ...outerOn(making) },
    ...(plan.after ? { after: { 750: own(making, '', plan.after, 'after') } } : {}),
    states: statesOf(making, plan.states, ''),
  }
}

/** Away from where a journey is, and back to what some state remembers: one with states inside states, if there is any. */
function outerOn({ plan, places }: Making): Record<string, TransitionDefinition> {
  const histories = places.filter(({ kind }) => kind === 'history')
  const deep = histories.filter((one) =>
    places.some(({ parent, kind }) => parent === one.parent && (kind === 'compound' || kind === 'parallel')),
  )
  const past = pickOf(deep.length > 0 ? deep : histories, plan.back)
  const outermost = places.filter(
    ({ path, parent, kind }) => parent === '' && kind !== 'final' && !past?.path.startsWith(`${path}.`),
  )
  const away = pickOf(outermost, plan.away)
  return {
    ...(away ? { away: { target: `#machine.${away.path}`, actions: tell('away') } } : {}),
    ...(past ? { back: { target: `#machine.${past.path}`, actions: tell('back') } } : {}),
  }
}

const pickOf = <T>(all: readonly T[], pick: number): T | undefined => all[pick % Math.max(1, all.length)]

function statesOf(making: Making, plans: readonly StatePlan[], parent: string): Record<string, StateDefinition> {
  return Object.fromEntries(
    plans.map((plan, index) => [keyOf(plan, index), stateOf(making, plan, join(parent, keyOf(plan, index)))]),
  )
}

function stateOf(making: Making, plan: StatePlan, path: string): StateDefinition {
  const common: StateDefinition = {
    ...(plan.hasId ? { id: idOf(path) } : {}),
    entry: tell(`in ${path}`),
    exit: [tell(`out ${path}`), tell(`out ${path} as well`)],
  }
  if (plan.kind === 'final') return { ...common, type: 'final' }
  const on: Record<string, TransitionDefinition[]> = {}
  for (const [index, { event, ...one }] of plan.on.entries()) {
    on[event] = [...(on[event] ?? []), sent(making, path, one, `on${index}`)]
  }
  const after: Record<string, TransitionDefinition[]> = {}
  for (const [index, { delay, ...one }] of plan.after.entries()) {
    const isNone = delay === 0 && making.plan.hasNoDelay
    const made = (isNone ? onwards : own)(making, path, one, `after${index}`)
    if (!made) continue
    const key = isNone ? 0 : delay === 0 ? delays[1] : delay
    after[key] = [...(after[key] ?? []), made]
  }
  const always = plan.always.flatMap((one, index) => onwards(making, path, one, `always${index}`) ?? [])
  const active: StateDefinition = {
    ...common,
    on,
    ...(Object.keys(after).length > 0 ? { after } : {}),
    ...(always.length > 0 ? { always } : {}),
  }
  if (plan.kind === 'atomic') return active
  const done = plan.done.flatMap(
    (one, index) => (making.plan.hasNoDelay ? onwards : own)(making, path, one, `done${index}`) ?? [],
  )
  return {
    ...active,
    ...(plan.kind === 'parallel' ? { type: 'parallel' } : { initial: initialKey(plan.children, plan.initial, false) }),
    ...(done.length > 0 ? { onDone: done } : {}),
    states: { ...statesOf(making, plan.children, path), ...historyOf(plan) },
  }
}

function historyOf(plan: StatePlan): Record<string, StateDefinition> {
  if (!hasHistory(plan) || plan.history === 'none') return {}
  const keys = plan.children.map(keyOf)
  const target = plan.defaultTo === null ? undefined : keys[plan.defaultTo % keys.length]
  return { past: { type: 'history', history: plan.history, ...(target === undefined ? {} : { target }) } }
}

/** Where a compound state begins: seldom in a final state. */
function initialKey(plans: readonly StatePlan[], pick: number, isOutermost: boolean): string {
  const live = plans.flatMap((one, index) => (one.kind === 'final' ? [] : [keyOf(one, index)]))
  const all = plans.map(keyOf)
  const from = live.length > 0 && (isOutermost || pick % 3 > 0) ? live : all
  return from[pick % from.length] ?? ''
}

/** Where a target of several choices leads, as it would be written. */
function sent(making: Making, source: string, plan: TransitionPlan, name: string): TransitionDefinition {
  const { places } = making
  const choices = choicesFor(plan.target, source, places)
  const chosen = choices.length > 0 ? choices[plan.pick % choices.length] : undefined
  const fallback = plan.target === 'nowhere' ? undefined : places[plan.pick % places.length]
  const targets = (chosen ?? (fallback ? [fallback] : [])).map((place) => written(place, source, places, plan.pick))
  return {
    ...(targets.length === 0 ? {} : { target: targets.length === 1 ? targets[0] : targets }),
    ...(plan.criteria.length > 0 ? { criteria: plan.criteria } : {}),
    ...(plan.reenter ? { reenter: true } : {}),
    ...(plan.acts ? { actions: tell(`${source} ${name}`) } : {}),
  }
}

const own = (making: Making, source: string, plan: TransitionPlan, name: string): TransitionDefinition => ({
  ...sent(making, source, plan, name),
  automatic: true,
})

/** A transition that happens by itself, and leads onwards; undefined where nothing is left to lead to. */
function onwards(making: Making, source: string, plan: TransitionPlan, name: string): TransitionDefinition | undefined {
  const { places } = making
  const choices = onwardsFrom(source, plan.target, places, making.plan.isParallel)
  const chosen = choices[plan.pick % Math.max(1, choices.length)]
  if (!chosen) return undefined
  return {
    ...own(making, source, { ...plan, target: 'nowhere' }, name),
    target: written(chosen, source, places, plan.pick),
  }
}

/** A target in one of the ways in which it may be written. */
function written({ path, parent, plan }: Place, source: string, places: readonly Place[], pick: number): string {
  const key = path.slice(parent === '' ? 0 : parent.length + 1)
  if (parent === source && pick % 4 > 0) return `.${key}`
  if (source !== '' && places.find((one) => one.path === source)?.parent === parent && pick % 4 > 0) return key
  return plan?.hasId && pick % 2 === 0 ? `#${idOf(path)}` : `#machine.${path}`
}

const idOf = (path: string): string => `id-${path.replaceAll('.', '-')}`
