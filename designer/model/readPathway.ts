import { draftStates, draftTransitions, targetsOf } from '../../engine/pathway/words/index.ts'
import { oncePerDocument } from '../../engine/pathway/words/oncePerDocument.ts'
import { asDraftDocument, type DraftDocument, type DraftState, type DraftTransition } from './document.ts'
import { childOf, isWithin, type Place, parentOf, type Trigger } from './places.ts'

/** A state as it is drawn. */
export interface StateItem {
  /** its path; `''` is the pathway itself */
  path: string
  key: string
  parent: string | undefined
  type: 'atomic' | 'compound' | 'parallel' | 'final' | 'history'
  definition: DraftState
  children: readonly string[]
  depth: number
}

/** A transition as it is drawn: one of the candidates of an event, a time or a change of facts. */
export interface TransitionItem {
  place: Extract<Place, { kind: 'transition' }>
  /** the state it leaves */
  source: string
  trigger: Trigger
  event: string
  definition: DraftTransition
  /** paths of the states it goes to; empty for one that goes nowhere */
  targets: string[]
  /** targets that no state answers to, as they are written */
  lost: string[]
}

/** A pathway as the screens read it: everything by its path, in the document's order. */
export interface PathwayModel {
  document: DraftDocument
  states: ReadonlyMap<string, StateItem>
  transitions: readonly TransitionItem[]
  /** by source, in the order in which they are candidates */
  leaving: ReadonlyMap<string, readonly TransitionItem[]>
  /** by target */
  entering: ReadonlyMap<string, readonly TransitionItem[]>
  /** The path of the state that a target means where it is written; undefined when no state answers to it. */
  targetOf(target: string, source: string): string | undefined
}

const readOnce = oncePerDocument(read)

/** Reads a document that may be in the middle of being drawn; once for all who draw it. Never throws. */
export function readPathway(given: DraftDocument): PathwayModel {
  return readOnce(asDraftDocument(given))
}

function read(document: DraftDocument): PathwayModel {
  const states = new Map(
    draftStates(document).map((state): [string, StateItem] => {
      const { path, key, parent, type, children, depth } = state
      // the document is sound, and so are the states in it
      return [path, { path, key, parent, type, children, depth, definition: state.definition as DraftState }]
    }),
  )
  const transitions = draftTransitions(document).map((transition): TransitionItem => {
    const { source, kind, index } = transition
    const trigger = kind === 'done' ? 'onDone' : kind
    const event = kind === 'done' ? 'onDone' : transition.event
    const leads = targetsOf(document, transition)
    return {
      place: { kind: 'transition', state: source, trigger, event, index },
      source,
      trigger,
      event,
      definition: transition.definition as DraftTransition,
      targets: leads.flatMap(({ path }) => path ?? []),
      lost: leads.flatMap(({ path, written }) => (path === undefined ? [written] : [])),
    }
  })
  return {
    document,
    states,
    transitions,
    leaving: groupBy(transitions, ({ source }) => [source]),
    entering: groupBy(transitions, ({ targets }) => targets),
    targetOf: (target, source) =>
      targetsOf(document, { source, kind: 'always', event: 'always', definition: { target } })[0]?.path,
  }
}

/** How a transition of a state names a target: the shortest form that means it. */
export function nameTarget(target: string, source: string, pathway: string): string {
  const parent = parentOf(source)
  if (parent !== undefined && parentOf(target) === parent) return target.slice(parent === '' ? 0 : parent.length + 1)
  if (target !== source && isWithin(target, source)) return `.${target.slice(source === '' ? 0 : source.length + 1)}`
  return `#${childOf(pathway, target)}`
}

function groupBy<T>(items: readonly T[], keysOf: (item: T) => string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key)
      if (group) group.push(item)
      else groups.set(key, [item])
    }
  }
  return groups
}
