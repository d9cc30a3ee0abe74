import type { CompiledPathway } from '../pathway/compilePathway.ts'
import { own } from '../pathway/own.ts'
import { type Arrangement, arrange, isConflict } from './arrange.ts'
import type { Migration } from './changes.ts'
import { type MovedTo, movedTo } from './movedTo.ts'
import type { Refusal } from './refusal.ts'
import { type Before, countsAnew, renewPromises } from './renewPromises.ts'
import { renewTasks } from './renewTasks.ts'
import { settle } from './settle.ts'
import { startModule } from './startModule.ts'
import type { JourneyState, Visit } from './state.ts'
import { beginStep, change, type Step, type StepInput } from './step.ts'
import { closeVisit, enterState, isComplete } from './take.ts'
import { cancelTimers } from './timers.ts'

export interface MigrateInput extends StepInput {
  /** the version that it is to run on, and its number */
  to: CompiledPathway
  version: number
  /** the version that it must be on by now, where somebody counts on it */
  from?: number | undefined
  /** where states of the present version are in the other, by path; one that is not named stays under its own */
  states: Readonly<Record<string, string>>
  reason?: string
}

/**
 * Moves a journey to another version of its pathway. Whoever was in a state goes on in the state that has taken its place,
 * since the same day: what that one promises counts from then, and what has been done is not asked for again. Nothing is
 * left or entered but what the other version has taken away or put in; no action is told.
 */
export function migrate(input: MigrateInput): Step | Refusal {
  const { pathway: from, to, version } = input
  const places = movedTo(to, input.states)
  const refusal = refuseJourney(input) ?? refuseMap(input)
  if (refusal) return refusal
  const arrangement = arrangementIn(input, places)
  if ('refused' in arrangement) return arrangement

  const step = beginStep(input)
  const stays = staying(input, places, arrangement)
  const was = beforeOf(from, step.state.visits, stays)
  // what is left is left under the version that it was entered under
  for (const { id, state } of [...step.state.visits].reverse()) if (!stays.has(id)) closeVisit(step, state)
  cancelAbsorbed(step, stays, was)
  change(step, { change: 'migrated', version, ...visitsIn(step, to, { stays, was, places, arrangement }) })
  step.messages.push({ topic: 'journey.migrated', payload: { from: input.state.version, to: version } })
  step.pathway = to
  change(step, { change: 'configuration', value: arrangement.value, history: historyIn(step, places) })

  for (const visit of [...step.state.visits]) {
    const before = was.get(visit.id) ?? { pathway: from, states: [] }
    renewPromises(step, visit, before)
    renewModules(step, visit, before)
  }
  renewTasks(step, { pathway: from, was, places, active: arrangement.active })
  for (const path of to.states.keys()) {
    const isEntered = arrangement.active.has(path) && !step.state.visits.some(({ state }) => state === path)
    if (isEntered) enterState(step, path, false)
  }
  settle(step, completedBy(input, places, arrangement))
  return step
}

function refuseJourney({ state, version, from, reason }: MigrateInput): Refusal | undefined {
  if (state.status === 'ended') return { refused: 'ended', code: state.end?.code ?? '' }
  if (state.suspensions.length > 0) return { refused: 'suspended', suspensions: state.suspensions }
  if (state.parent)
    return { refused: 'wrong-kind', why: 'a module runs in the version that its parent has bound it to' }
  if (state.version === version) return { refused: 'wrong-kind', why: `the journey runs on version ${version} already` }
  if (from !== undefined && state.version !== from) {
    return { refused: 'wrong-kind', why: `the journey runs on version ${state.version} by now, not on ${from}` }
  }
  return reason?.trim() ? undefined : { refused: 'reason-required', what: `moving the journey to version ${version}` }
}

/** The refusal of a map that names states which there are not, or that would end journeys. */
function refuseMap({ pathway, state, to, version, states }: MigrateInput): Refusal | undefined {
  for (const [from, target] of Object.entries(states)) {
    if (!isPlace(pathway, from)) return { refused: 'no-such-state', state: from, ...statesOf(pathway, state.version) }
    if (!isPlace(to, target)) return { refused: 'no-such-state', state: target, ...statesOf(to, version) }
    if (isEnd(to, target)) return refuseEnd(target)
  }
  return undefined
}

const isPlace = (pathway: CompiledPathway, path: string): boolean =>
  path !== '' && pathway.states.has(path) && pathway.states.get(path)?.type !== 'history'

function isEnd({ states }: CompiledPathway, path: string): boolean {
  const node = states.get(path)
  return node?.type === 'final' && node.parent === ''
}

const refuseEnd = (state: string): Refusal => ({
  refused: 'wrong-kind',
  why: `"${state}" is an end of the pathway: no version brings anybody to an end`,
})

function statesOf(pathway: CompiledPathway, version: number): { version: number; states: string[] } {
  return { version, states: [...pathway.states.keys()].filter((path) => isPlace(pathway, path)) }
}

/** Where the journey stands in the other version; refused where a state has no place there, or two exclude each other. */
function arrangementIn({ pathway, state, to, version }: MigrateInput, places: MovedTo): Arrangement | Refusal {
  const active = pathway.machine.active(state)
  const innermost = active.filter((path) => !active.some((other) => pathway.states.get(other)?.parent === path))
  const lost = innermost.filter((path) => places.from(path) === undefined)
  // what nobody is in, and somebody would have come back to, is not dropped without a word either
  for (const [of, remembered] of Object.entries(state.history)) {
    const isAway = !active.includes(pathway.states.get(of)?.parent ?? '')
    if (isAway && isHistory(to, places.named(of))) {
      lost.push(...remembered.filter((path) => places.of(path) === undefined))
    }
  }
  if (lost.length > 0) return { refused: 'no-place', lost: [...new Set(lost)], ...statesOf(to, version) }
  const arrangement = arrange(
    to,
    innermost.flatMap((path) => places.from(path) ?? []),
  )
  if (isConflict(arrangement)) {
    const [one, other] = arrangement.exclude
    return {
      refused: 'wrong-kind',
      why: `"${one}" and "${other}" exclude each other, and the journey would be in both`,
    }
  }
  const end = [...arrangement.active].find((path) => isEnd(to, path))
  if (end !== undefined) return refuseEnd(end)
  if (isComplete(to, arrangement.active, '')) return refuseEnd(to.document.id)
  return arrangement
}

const isHistory = ({ states }: CompiledPathway, path: string): boolean => states.get(path)?.type === 'history'

/**
 * The open visits that go on, each in the state that has taken the place of its own. Where two lead to the same one, the
 * visit whose state was named for it goes on, else the outer one, and the other goes on in it.
 */
function staying(
  { state, pathway, states }: MigrateInput,
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
interface Stay {
  path: string
  into: number
}

/** Under which version, and in which states, the visits were that go on: its own first, then what it has absorbed. */
function beforeOf(
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
function cancelAbsorbed(step: Step, stays: ReadonlyMap<number, Stay>, was: ReadonlyMap<number, Before>): void {
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
function visitsIn(step: Step, to: CompiledPathway, going: Going): Omit<Migration, 'version'> {
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
    else
      made.joined.push(...modulesOf(to, path).flatMap(([name, { pathway: of }]) => runningBy(state, visit, name, of)))
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

const modulesOf = (pathway: CompiledPathway, path: string) =>
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

/** What history states remember, where it is still within what they stand in, and can be come back to at once. */
function historyIn({ state, pathway }: Step, places: MovedTo): Record<string, string[]> {
  const history: Record<string, string[]> = {}
  for (const [of, remembered] of Object.entries(state.history)) {
    const key = places.named(of)
    const around = pathway.states.get(key)?.parent
    if (!isHistory(pathway, key) || around === undefined) continue
    const paths = remembered.flatMap((path) => places.of(path) ?? [])
    const isWithin = paths.every((path) => around === '' || path.startsWith(`${around}.`))
    if (isWithin && !isConflict(arrange(pathway, paths))) history[key] = paths
  }
  return history
}

/**
 * States that are complete now and were not, or of whose completion nothing was to follow, the innermost first: what
 * follows of it now has not happened yet.
 */
function completedBy({ pathway, state, to }: MigrateInput, places: MovedTo, { active }: Arrangement): string[] {
  const before = new Set(pathway.machine.active(state))
  const followed = new Set<string>()
  for (const path of before) {
    const place = places.of(path)
    const isHandled = isComplete(pathway, before, path) && pathway.candidates(path, 'done', 'done').length > 0
    if (isHandled && place !== undefined) followed.add(place)
  }
  const depth = (path: string) => to.states.get(path)?.depth ?? 0
  return [...active]
    .filter((path) => to.states.get(path)?.type !== 'final' && isComplete(to, active, path) && !followed.has(path))
    .sort((a, b) => depth(b) - depth(a))
}

/**
 * What the other version puts in as a module of a state is started, as if the state were entered. A module that it has taken
 * away runs on by itself: nobody loses a service because a document was changed. What is running stays on its own version.
 */
function renewModules(step: Step, visit: Visit, { pathway, states }: Before): void {
  const modules = step.pathway.states.get(visit.state)?.definition.modules
  for (const child of step.state.children) {
    const isTakenAway = child.visit === visit.id && own(modules, child.module)?.pathway !== child.pathway
    if (isTakenAway) change(step, { change: 'moduleLeft', journey: child.journey })
  }
  const earlier = states.flatMap((state) => modulesOf(pathway, state))
  for (const [name, definition] of Object.entries(modules ?? {})) {
    const isKnown = earlier.some(([one, { pathway: of }]) => one === name && of === definition.pathway)
    const isRunning = step.state.children.some((child) => child.visit === visit.id && child.module === name)
    const isNew = !isKnown && !isRunning && (definition.start ?? 'entry') === 'entry'
    if (isNew) startModule(step, name, definition, visit.id)
  }
}
