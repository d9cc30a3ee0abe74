import type { DraftDocument, DraftState, DraftTransition, Transitions } from './document.ts'
import { childOf, isWithin, type Place, parentOf, type Trigger } from './places.ts'

/** A state as it is drawn. */
export interface StateItem {
  /** its path; `''` is the pathway itself */
  path: string
  key: string
  parent: string | undefined
  type: 'atomic' | 'compound' | 'parallel' | 'final' | 'history'
  definition: DraftState
  children: string[]
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

/** Reads a document that may be in the middle of being drawn. Never throws. */
export function readPathway(document: DraftDocument): PathwayModel {
  const states = new Map<string, StateItem>()
  // the pathway itself answers to its own id
  const ids = new Map<string, string>([[document.id, '']])
  const visit = (
    definition: DraftState,
    key: string,
    path: string,
    parent: string | undefined,
    depth: number,
  ): void => {
    const inside = Object.entries(definition.states ?? {})
    const children = inside.map(([child]) => childOf(path, child))
    const type = definition.type ?? (inside.length > 0 ? 'compound' : 'atomic')
    states.set(path, { path, key, parent, type, definition, children, depth })
    if (definition.id) ids.set(definition.id, path)
    for (const [child, childDefinition] of inside) visit(childDefinition, child, childOf(path, child), path, depth + 1)
  }
  visit(document as DraftState, document.id, '', undefined, 0)

  const targetOf = (target: string, source: string): string | undefined => resolveTarget(target, source, states, ids)
  const transitions: TransitionItem[] = []
  for (const { path, definition } of states.values()) {
    const add = (trigger: Trigger, event: string, written: Transitions | undefined): void => {
      for (const [index, one] of listTransitions(written).entries()) {
        const named = one.target === undefined ? [] : [one.target].flat()
        const found = named.map((target) => targetOf(target, path))
        transitions.push({
          place: { kind: 'transition', state: path, trigger, event, index },
          source: path,
          trigger,
          event,
          definition: one,
          targets: found.filter((target) => target !== undefined),
          lost: named.filter((_, at) => found[at] === undefined),
        })
      }
    }
    for (const [event, written] of Object.entries(definition.on ?? {})) add('on', event, written)
    for (const [key, written] of Object.entries(definition.after ?? {})) add('after', key, written)
    add('always', 'always', definition.always)
    add('onDone', 'onDone', definition.onDone)
  }
  return {
    document,
    states,
    transitions,
    leaving: groupBy(transitions, ({ source }) => [source]),
    entering: groupBy(transitions, ({ targets }) => targets),
    targetOf,
  }
}

/** The candidates of one event in their full form. */
export function listTransitions(written: Transitions | undefined): DraftTransition[] {
  if (written === undefined) return []
  return [written].flat().map((one) => (typeof one === 'string' ? { target: one } : one))
}

/** The path of the state that a target names, seen from the state whose transition it is. */
function resolveTarget(
  target: string,
  source: string,
  states: ReadonlyMap<string, StateItem>,
  ids: ReadonlyMap<string, string>,
): string | undefined {
  const known = (path: string): string | undefined => (states.has(path) ? path : undefined)
  if (target.startsWith('.')) return known(childOf(source, target.slice(1)))
  const parent = parentOf(source)
  if (!target.startsWith('#')) return parent === undefined ? undefined : known(childOf(parent, target))
  const [id = '', ...inside] = target.slice(1).split('.')
  const from = ids.get(id)
  return from === undefined ? undefined : known(inside.reduce(childOf, from))
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
