import { compileMachine, type Machine } from '../compileMachine.ts'
import type { PathwayDocument } from '../document.ts'
import type { Finding } from '../finding.ts'
import { type Parameters, resolveParameters } from '../parameters.ts'
import { statePath } from '../statePath.ts'
import type { StateDefinition } from '../states.ts'
import { listStates, listTransitionPlaces, type StateNode, type TransitionPlace } from '../stateTree.ts'
import { type CriteriaLogic, criteriaLogic } from './analysis/criteriaLogic.ts'
import type { JsonPath } from './analysis/report.ts'
import {
  type Resolution,
  resolveHistoryTarget,
  resolveTarget,
  type StateIds,
  stateIds,
} from './analysis/resolveTarget.ts'
import { type StateGraph, stateGraph } from './analysis/stateGraph.ts'
import type { Reached } from './analysis/traceTo.ts'

/** A rule: looks at a whole document and says what it found. */
export type Rule = (context: VerifyContext) => Finding[]

/** A transition with its place in the document and where each of its targets leads. */
export interface PlacedTransition extends TransitionPlace {
  path: JsonPath
  /** its place among the candidates of its event */
  index: number
  targets: readonly { written: string; path: JsonPath; leads: Resolution }[]
}

/** What rules share about one document. What is dear to compute is computed when first asked for. */
export interface VerifyContext {
  readonly document: PathwayDocument
  /** values chosen by an administrator, as they were given */
  readonly chosen: Parameters
  /** the document's parameters with the chosen values */
  readonly parameters: Parameters
  readonly states: ReadonlyMap<string, StateNode>
  readonly ids: StateIds
  readonly transitions: readonly PlacedTransition[]
  /** transitions by the state they leave */
  readonly transitionsOf: ReadonlyMap<string, readonly PlacedTransition[]>
  readonly graph: StateGraph
  readonly logic: CriteriaLogic
  /** the compiled statechart; undefined when XState refuses it */
  readonly machine: Machine | undefined
  /** ways from the start into states, as far as they have been looked for */
  readonly reached: Map<string, Reached | undefined>
  /** the place of a state in the document */
  placeOf(state: string): JsonPath
  /** where a history state leads when nothing is remembered; undefined when it says nothing */
  historyTargets(state: StateNode): readonly { written: string; path: JsonPath; leads: Resolution }[]
}

/** Prepares what the rules share. */
export function verifyContext(document: PathwayDocument, chosen: Parameters): VerifyContext {
  const states = new Map(listStates(document).map((state) => [state.path, state]))
  const ids = stateIds(document, states.values())
  const transitions = [...states.values()].flatMap((state) => placedTransitions(state, states, ids))
  const context: VerifyContext = {
    document,
    chosen,
    parameters: resolveParameters(document, chosen),
    states,
    ids,
    transitions,
    transitionsOf: bySource(transitions),
    reached: new Map(),
    placeOf: statePath,
    historyTargets: (state) =>
      writtenTargets(state.definition.target, [...statePath(state.path), 'target']).map(({ written, path }) => ({
        written,
        path,
        leads: resolveHistoryTarget(written, state, states, ids),
      })),
    get graph() {
      return lazily('graph', () => stateGraph(context))
    },
    get logic() {
      return lazily('logic', () => criteriaLogic(context.document, context.parameters))
    },
    get machine() {
      return lazily('machine', () => machineOf(context))
    },
  }
  const made = new Map<string, unknown>()
  function lazily<T>(name: string, make: () => T): T {
    if (!made.has(name)) made.set(name, make())
    return made.get(name) as T
  }
  return context
}

function bySource(transitions: readonly PlacedTransition[]): Map<string, PlacedTransition[]> {
  const grouped = new Map<string, PlacedTransition[]>()
  for (const one of transitions) grouped.set(one.source, [...(grouped.get(one.source) ?? []), one])
  return grouped
}

function placedTransitions(
  state: StateNode,
  states: ReadonlyMap<string, StateNode>,
  ids: StateIds,
): PlacedTransition[] {
  return listTransitionPlaces(state).map((place) => {
    const index = Number(place.id.slice(place.id.lastIndexOf('/') + 1))
    const path = [...statePath(state.path), ...placeWithin(place, index, state.definition)]
    const isShort = typeof rawTransition(place, index, state.definition) === 'string'
    return {
      ...place,
      path,
      index,
      targets: writtenTargets(place.definition.target, isShort ? path : [...path, 'target']).map((one) => ({
        ...one,
        leads: resolveTarget(one.written, state, states, ids),
      })),
    }
  })
}

function writtenTargets(target: string | string[] | undefined, path: JsonPath): { written: string; path: JsonPath }[] {
  if (target === undefined) return []
  if (typeof target === 'string') return [{ written: target, path }]
  return target.map((written, index) => ({ written, path: [...path, index] }))
}

function listedUnder({ kind, event }: TransitionPlace, definition: StateDefinition): StateDefinition['always'] {
  if (kind === 'on') return definition.on?.[event]
  if (kind === 'after') return definition.after?.[event]
  return kind === 'always' ? definition.always : definition.onDone
}

function rawTransition(place: TransitionPlace, index: number, definition: StateDefinition): unknown {
  const listed = listedUnder(place, definition)
  return Array.isArray(listed) ? listed[index] : listed
}

function placeWithin(place: TransitionPlace, index: number, definition: StateDefinition): JsonPath {
  const { kind, event } = place
  const head = kind === 'on' || kind === 'after' ? [kind, event] : [kind === 'always' ? 'always' : 'onDone']
  return Array.isArray(listedUnder(place, definition)) ? [...head, index] : head
}

function machineOf({ document, states, transitions }: VerifyContext): Machine | undefined {
  try {
    return compileMachine(document.id, states, transitions)
  } catch {
    return undefined
  }
}
