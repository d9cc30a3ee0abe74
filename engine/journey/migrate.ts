import type { CompiledPathway } from '../pathway/compilePathway.ts'
import { own } from '../pathway/own.ts'
import { type Arrangement, arrange, isConflict } from './arrange.ts'
import { type MovedTo, movedTo } from './movedTo.ts'
import type { Refusal } from './refusal.ts'
import { type Before, renewPromises } from './renewPromises.ts'
import { renewTasks } from './renewTasks.ts'
import { settle } from './settle.ts'
import { startModule } from './startModule.ts'
import type { Visit } from './state.ts'
import { beforeOf, cancelAbsorbed, modulesPutInto, staying, visitsIn } from './stayingVisits.ts'
import { beginStep, change, type Step, type StepInput } from './step.ts'
import { closeVisit, enterState, isComplete } from './take.ts'

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
  const stays = staying(input, input.states, places, arrangement)
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
function renewModules(step: Step, visit: Visit, before: Before): void {
  const modules = step.pathway.states.get(visit.state)?.definition.modules
  for (const child of step.state.children) {
    const isTakenAway = child.visit === visit.id && own(modules, child.module)?.pathway !== child.pathway
    if (isTakenAway) change(step, { change: 'moduleLeft', journey: child.journey })
  }
  for (const [name, definition] of modulesPutInto(step.pathway, visit.state, before)) {
    const isRunning = step.state.children.some((child) => child.visit === visit.id && child.module === name)
    if (!isRunning && (definition.start ?? 'entry') === 'entry') startModule(step, name, definition, visit.id)
  }
}
