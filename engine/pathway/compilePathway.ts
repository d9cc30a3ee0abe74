import { type Calendar, type Duration, getCalendar } from './calendar/index.ts'
import { type Criterion, compileCriteria } from './compileCriteria.ts'
import { compileMachine, type Machine } from './compileMachine.ts'
import type { PathwayDocument } from './document.ts'
import { isReservedName } from './names.ts'
import { delayOf, type Parameters, resolveDuration, resolveParameters } from './parameters.ts'
import type { FollowUpDefinition } from './states.ts'
import { listStates, listTransitionPlaces, type StateNode, type TransitionPlace } from './stateTree.ts'
import type { DurationRef } from './values.ts'

/** A transition ready to be chosen. */
export interface Transition extends TransitionPlace {
  criteria: readonly Criterion[]
  /** paths of the states it leads to */
  targets: readonly string[]
}

/** What a state promises in time. */
export interface StatePromises {
  followUps: ReadonlyArray<readonly [name: string, definition: FollowUpDefinition]>
  /** keys of `after` with the durations they stand for */
  delays: ReadonlyArray<readonly [key: string, duration: Duration]>
}

/** A pathway version ready to run. Built once per version and shared by all its journeys. */
export interface CompiledPathway {
  document: PathwayDocument
  parameters: Parameters
  calendar: Calendar
  machine: Machine
  states: ReadonlyMap<string, StateNode>
  transitions: ReadonlyMap<string, Transition>
  criteria: ReadonlyMap<string, Criterion>
  promises: ReadonlyMap<string, StatePromises>
  /** candidates of a state for an event, in order; `*` is among those of every event that people send */
  candidates(path: string, kind: TransitionPlace['kind'], event: string): readonly Transition[]
  /** whether any transition is driven by facts alone */
  hasAlways: boolean
  /** events that a state handles by name */
  eventsOf(path: string): readonly string[]
  /** a duration of the document with its parameter filled in */
  duration(reference: DurationRef): Duration
}

const none: readonly Transition[] = []

/**
 * Makes a document runnable.
 * @param chosen parameter values that replace the document's defaults
 * @throws FeelError, or Error from XState, for a document that `verify` would refuse
 */
export function compilePathway(document: PathwayDocument, chosen: Parameters = {}): CompiledPathway {
  const parameters = resolveParameters(document, chosen)
  const duration = (reference: DurationRef) => resolveDuration(reference, parameters)
  const states = new Map(listStates(document).map((state) => [state.path, state]))
  const places = [...states.values()].flatMap(listTransitionPlaces)
  const machine = compileMachine(document.id, states, places)
  const criteria = compileCriteria(document)

  const transitions = new Map<string, Transition>()
  const byEvent = new Map<string, Transition[]>()
  const events = new Map<string, string[]>()
  const kinds = new Set<TransitionPlace['kind']>()
  for (const place of places) {
    const transition: Transition = {
      ...place,
      criteria: (place.definition.criteria ?? []).map((name) => {
        const criterion = criteria.get(name)
        if (!criterion) throw new Error(`the transition ${place.id} names a criterion "${name}" that does not exist`)
        return criterion
      }),
      targets: machine.targets.get(place.id) ?? [],
    }
    transitions.set(place.id, transition)
    kinds.add(place.kind)
    const key = `${place.source} ${place.kind} ${place.event}`
    byEvent.set(key, [...(byEvent.get(key) ?? []), transition])
    if (place.kind === 'on' && place.event !== '*') {
      const known = events.get(place.source) ?? []
      if (!known.includes(place.event)) events.set(place.source, [...known, place.event])
    }
  }

  const promises = new Map<string, StatePromises>()
  for (const { path, definition } of states.values()) {
    promises.set(path, {
      followUps: Object.entries(definition.followUps ?? {}),
      delays: Object.keys(definition.after ?? {}).map((key) => [key, duration(delayOf(key))] as const),
    })
  }

  return {
    document,
    parameters,
    calendar: getCalendar(document.calendar),
    machine,
    states,
    transitions,
    criteria,
    promises,
    duration,
    hasAlways: kinds.has('always'),
    eventsOf: (path) => events.get(path) ?? [],
    candidates: (path, kind, event) => {
      if (!kinds.has(kind) || (kind === 'on' && isReservedName(event))) return none
      const named = byEvent.get(`${path} ${kind} ${event}`)
      if (kind !== 'on') return named ?? none
      const any = byEvent.get(`${path} on *`)
      if (named && any) return [...named, ...any]
      return named ?? any ?? none
    },
  }
}
