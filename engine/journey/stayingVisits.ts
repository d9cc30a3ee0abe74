import type { CompiledPathway } from '../pathway/compilePathway.ts'
import { own } from '../pathway/own.ts'
import type { ModuleDefinition } from '../pathway/states.ts'
import type { Arrangement } from './arrange.ts'
import type { Migration } from './changes.ts'
import type { MovedTo } from './movedTo.ts'
import { type Before, countsAnew } from './renewPromises.ts'
import type { JourneyState, Visit } from './state.ts'
import type { Step } from './step.ts'
import { cancelTimers } from './timers.ts'

/**
 * The open visits that go on, each in the state that has taken the place of its own. Where two lead to the same one, the
 * visit whose state was named for it goes on, else the outer one, and the other goes on in it.
 */
export function staying(
  { state, pathway }: Pick<Step, 'state' | 'pathway'>,
  states: Readonly<Record<string, string>>,
  places: MovedTo,
  { active }: Arrangement,
): ReadonlyMap<number, Stay> {
  const depth = (visit: Visit) => pathway.states.get(visit.state)?.depth ?? 0
  const isNamed = (visit: Visit) => Number(own(states, visit.state) !== undefined)
  const inOrder = [...state.visits].sort((a, b) => isNamed(b) - isNamed(a) || depth(a) - depth(b))
  const stays = new Map<number, Stay>()
  const first = new Map<string, number>()
  for (const visit of inOrder) {
    const path = places.from(visit.state)
    if (path === undefined || !active.has(path)) continue
    const into = first.get(path) ?? visit.id
    first.set(path, into)
    stays.set(visit.id, { path, into })
  }
  return stays
}

/** Where a visit goes on: in which state, and in which visit; its own, or one that has absorbed it. */
export interface Stay {
  path: string
  into: number
}

/** Under which version, and in which states, the visits were that go on: its own first, then what it has absorbed. */
export function beforeOf(
  pathway: CompiledPathway,
  visits: readonly Visit[],
  stays: ReadonlyMap<number, Stay>,
): ReadonlyMap<number, Before> {
  const before = new Map<number, Before>()
  for (const visit of visits) {
    const { into } = stays.get(visit.id) ?? {}
    if (into === undefined) continue
    const known = before.get(into)?.states ?? []
    before.set(into, { pathway, states: into === visit.id ? [visit.state, ...known] : [...known, visit.state] })
  }
  return before
}

/** Of two promises by one name that come together, the one of the visit that goes on stays. */
export function cancelAbsorbed(step: Step, stays: ReadonlyMap<number, Stay>, was: ReadonlyMap<number, Before>): void {
  for (const { id, state } of step.state.visits) {
    const { into = id } = stays.get(id) ?? {}
    if (into === id) continue
    const [first = '', ...others] = was.get(into)?.states ?? []
    const earlier = [first, ...others.slice(0, others.indexOf(state))]
    const isTwice = (name: string) => earlier.some((one) => promises(step.pathway, one).includes(name))
    cancelTimers(step, (timer) => timer.visit === id && timer.task === null && isTwice(timer.name))
  }
}

const promises = (pathway: CompiledPathway, state: string): string[] => {
  const { followUps = [], delays = [] } = pathway.promises.get(state) ?? {}
  return [...followUps, ...delays].map(([name]) => name)
}

interface Going {
  stays: ReadonlyMap<number, Stay>
  was: ReadonlyMap<number, Before>
  places: MovedTo
  arrangement: Arrangement
}

/** Where visits go on, open and left ones, and what of them counts anew. */
export function visitsIn(step: Step, to: CompiledPathway, going: Going): Omit<Migration, 'version'> {
  const { state, pathway } = step
  const { stays, was, places, arrangement } = going
  const left = stayingLeft(step, places, arrangement)
  const made: Omit<Migration, 'version'> = {
    moved: [],
    absorbed: [],
    joined: [],
    forgotten: [],
    recounted: [],
    put: [],
  }
  for (const visit of [...state.visits, ...state.left]) {
    const { path = left.get(visit.id), into = visit.id } = stays.get(visit.id) ?? {}
    if (path === undefined) {
      made.forgotten.push(visit.id)
      continue
    }
    if (into !== visit.id) {
      made.absorbed.push({ visit: visit.id, into, ...countingOf(pathway, visit, was.get(into)) })
      continue
    }
    if (path !== visit.state) made.moved.push({ visit: visit.id, state: path })
    const before = was.get(visit.id) ?? { pathway, states: [visit.state] }
    const acted = state.visits.flatMap((one) => (stays.get(one.id)?.into === visit.id ? Object.keys(one.acted) : []))
    for (const followUp of new Set([...Object.keys(visit.acted), ...acted])) {
      if (countsAnew(followUp, before, { pathway: to, states: [path] })) {
        made.recounted.push({ visit: visit.id, followUp })
      }
    }
    if (left.has(visit.id)) made.put.push(...tasksPutInto(to, path, visit, pathway))
    for (const [name, { pathway: of }] of left.has(visit.id) ? [] : modulesPutInto(to, path, before)) {
      made.joined.push(...runningBy(state, visit, name, of))
    }
  }
  return made
}

/** What has acted of a visit's follow-ups, and since when they count, where nothing else goes by their names. */
function countingOf(pathway: CompiledPathway, visit: Visit, into: Before | undefined) {
  const others = into?.states.slice(0, into.states.indexOf(visit.state)) ?? []
  const acted: Visit['acted'] = {}
  const anchors: NonNullable<Visit['anchors']> = {}
  for (const [name] of pathway.promises.get(visit.state)?.followUps ?? []) {
    if (others.some((one) => promises(pathway, one).includes(name))) continue
    const done = visit.acted[name]
    if (done !== undefined) acted[name] = done
    anchors[name] = visit.anchors?.[name] ?? { at: visit.enteredAt }
  }
  return { acted, anchors }
}

function tasksPutInto(to: CompiledPathway, path: string, visit: Visit, from: CompiledPathway): Migration['put'] {
  const earlier = from.states.get(visit.state)?.definition.tasks ?? []
  const isWaiting = (task: string) => earlier.includes(task) || visit.undone?.some(({ name }) => name === task)
  const tasks = to.states.get(path)?.definition.tasks ?? []
  return tasks.flatMap((task) => (isWaiting(task) ? [] : { visit: visit.id, task }))
}

/** The modules that a state has in another version, and none of the states before had. */
export function modulesPutInto(
  to: CompiledPathway,
  path: string,
  { pathway, states }: Before,
): [string, ModuleDefinition][] {
  const earlier = states.flatMap((state) => modulesOf(pathway, state))
  return modulesOf(to, path).filter(
    ([name, definition]) => !earlier.some(([one, { pathway: of }]) => one === name && of === definition.pathway),
  )
}

const modulesOf = (pathway: CompiledPathway, path: string): [string, ModuleDefinition][] =>
  Object.entries(pathway.states.get(path)?.definition.modules ?? {})

/** A module that was taken away by another version, and runs on by itself. */
function runningBy({ children }: JourneyState, { id }: Visit, module: string, pathway: string): Migration['joined'] {
  if (children.some((one) => one.visit === id && one.module === module)) return []
  const child = children.find((one) => one.visit === null && one.module === module && one.pathway === pathway)
  return child ? [{ journey: child.journey, visit: id }] : []
}

/** Left visits that a history state may still come back to; of two of one state, the last. */
function stayingLeft({ state }: Step, places: MovedTo, { active }: Arrangement): ReadonlyMap<number, string> {
  const last = new Map<string, number>()
  for (const { id, state: was } of state.left) {
    const path = places.of(was)
    if (path !== undefined && !active.has(path)) last.set(path, id)
  }
  return new Map([...last].map(([path, id]) => [id, path]))
}
