import type { CompiledPathway } from '../pathway/compilePathway.ts'
import { own } from '../pathway/own.ts'
import { type Arrangement, arrange, isConflict } from './arrange.ts'
import type { Migration } from './changes.ts'
import { type MovedTo, movedTo } from './movedTo.ts'
import type { Refusal } from './refusal.ts'
import { countsAnew, renewPromises } from './renewPromises.ts'
import { renewTasks } from './renewTasks.ts'
import { settle } from './settle.ts'
import { startModule } from './startModule.ts'
import type { Visit } from './state.ts'
import { beginStep, change, type Step, type StepInput } from './step.ts'
import { closeVisit, enterState } from './take.ts'
import { followAnchors } from './timers.ts'

export interface MigrateInput extends StepInput {
  /** the version that it is to run on, and its number */
  to: CompiledPathway
  version: number
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
  const before = new Map(step.state.visits.map(({ id, state }) => [id, state]))
  // what is left is left under the version that it was entered under
  const stays = staying(step.state.visits, places, arrangement)
  for (const { id, state } of [...step.state.visits].reverse()) if (!stays.has(id)) closeVisit(step, state)
  change(step, { change: 'migrated', version, ...visitsIn(step, to, stays, stayingLeft(step, places, arrangement)) })
  step.pathway = to
  change(step, { change: 'configuration', value: arrangement.value, history: historyIn(step, places) })

  for (const visit of [...step.state.visits]) {
    const was = { pathway: from, state: before.get(visit.id) ?? '' }
    renewPromises(step, visit, was)
    renewModules(step, visit, was)
  }
  renewTasks(step, { pathway: from, before, places })
  for (const path of to.states.keys()) {
    const isEntered = arrangement.active.has(path) && !step.state.visits.some(({ state }) => state === path)
    if (isEntered) enterState(step, path, false)
  }
  followAnchors(step)
  settle(step)
  step.messages.push({ topic: 'journey.migrated', payload: { from: input.state.version, to: version } })
  return step
}

function refuseJourney({ state, version, reason }: MigrateInput): Refusal | undefined {
  if (state.status === 'ended') return { refused: 'ended', code: state.end?.code ?? '' }
  if (state.suspensions.length > 0) return { refused: 'suspended', suspensions: state.suspensions }
  if (state.parent)
    return { refused: 'wrong-kind', why: 'a module runs in the version that its parent has bound it to' }
  if (state.version === version) return { refused: 'wrong-kind', why: `the journey runs on version ${version} already` }
  return reason?.trim() ? undefined : { refused: 'reason-required', what: `moving the journey to version ${version}` }
}

/** The refusal of a map that names states which there are not, or that would end journeys. */
function refuseMap({ pathway, state, to, version, states }: MigrateInput): Refusal | undefined {
  for (const [from, target] of Object.entries(states)) {
    if (!isPlace(pathway, from)) return { refused: 'no-such-state', state: from, ...statesOf(pathway, state.version) }
    if (!isPlace(to, target)) return { refused: 'no-such-state', state: target, ...statesOf(to, version) }
    const ends = to.states.get(target)?.type === 'final'
    if (ends && (to.states.get(target)?.parent === '' || pathway.states.get(from)?.type !== 'final')) {
      return { refused: 'wrong-kind', why: `"${target}" is final: no version brings anybody to an end` }
    }
  }
  return undefined
}

const isPlace = (pathway: CompiledPathway, path: string): boolean =>
  path !== '' && pathway.states.has(path) && pathway.states.get(path)?.type !== 'history'

function statesOf(pathway: CompiledPathway, version: number): { version: number; states: string[] } {
  return { version, states: [...pathway.states.keys()].filter((path) => isPlace(pathway, path)) }
}

/** Where the journey stands in the other version; refused where a state has no place there, or two exclude each other. */
function arrangementIn({ pathway, state, to, version }: MigrateInput, places: MovedTo): Arrangement | Refusal {
  const active = pathway.machine.active(state)
  const innermost = active.filter((path) => !active.some((other) => pathway.states.get(other)?.parent === path))
  const lost = innermost.filter((path) => places.from(path) === undefined)
  if (lost.length > 0) return { refused: 'no-place', lost, ...statesOf(to, version) }
  const arrangement = arrange(
    to,
    innermost.flatMap((path) => places.from(path) ?? []),
  )
  if (!isConflict(arrangement)) return arrangement
  const [one, other] = arrangement.exclude
  return { refused: 'wrong-kind', why: `"${one}" and "${other}" exclude each other, and the journey would be in both` }
}

/** The visits that go on, with the state that each goes on in; of two that lead to the same, the outer one. */
function staying(visits: readonly Visit[], places: MovedTo, { active }: Arrangement): ReadonlyMap<number, string> {
  const stays = new Map<number, string>()
  const taken = new Set<string>()
  for (const { id, state } of visits) {
    const path = places.of(state)
    if (path === undefined || !active.has(path) || taken.has(path)) continue
    taken.add(path)
    stays.set(id, path)
  }
  return stays
}

/** Where visits go on, open and left ones, and what of them counts anew. */
function visitsIn(
  { state, pathway }: Step,
  to: CompiledPathway,
  stays: ReadonlyMap<number, string>,
  left: ReadonlyMap<number, string>,
): Omit<Migration, 'version'> {
  const made: Omit<Migration, 'version'> = { moved: [], forgotten: [], recounted: [], put: [] }
  for (const visit of [...state.visits, ...state.left]) {
    const path = stays.get(visit.id) ?? left.get(visit.id)
    if (path === undefined) {
      made.forgotten.push(visit.id)
      continue
    }
    if (path !== visit.state) made.moved.push({ visit: visit.id, state: path })
    for (const followUp of Object.keys(visit.acted)) {
      if (countsAnew(followUp, { pathway, state: visit.state }, { pathway: to, state: path })) {
        made.recounted.push({ visit: visit.id, followUp })
      }
    }
    if (!left.has(visit.id)) continue
    const earlier = pathway.states.get(visit.state)?.definition.tasks ?? []
    for (const task of to.states.get(path)?.definition.tasks ?? []) {
      const isWaiting = earlier.includes(task) || visit.undone?.some(({ name }) => name === task)
      if (!isWaiting) made.put.push({ visit: visit.id, task })
    }
  }
  return made
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

/** What history states remember that both they and all of it are still there. */
function historyIn({ state, pathway }: Step, places: MovedTo): Record<string, string[]> {
  const history: Record<string, string[]> = {}
  for (const [of, remembered] of Object.entries(state.history)) {
    const key = places.named(of)
    const paths = remembered.flatMap((path) => places.of(path) ?? [])
    if (pathway.states.get(key)?.type === 'history' && paths.length === remembered.length) history[key] = paths
  }
  return history
}

/**
 * What the other version puts in as a module of a state is started, as if the state were entered. A module that it has taken
 * away runs on by itself: nobody loses a service because a document was changed. What is running stays on its own version.
 */
function renewModules(step: Step, visit: Visit, was: { pathway: CompiledPathway; state: string }): void {
  const modules = step.pathway.states.get(visit.state)?.definition.modules
  const earlier = was.pathway.states.get(was.state)?.definition.modules
  for (const child of step.state.children) {
    const isTakenAway = child.visit === visit.id && child.module !== 'adHoc' && !own(modules, child.module)
    if (isTakenAway) change(step, { change: 'moduleLeft', journey: child.journey })
  }
  for (const [name, definition] of Object.entries(modules ?? {})) {
    const isNew = own(earlier, name) === undefined && (definition.start ?? 'entry') === 'entry'
    if (isNew) startModule(step, name, definition, visit.id)
  }
}
