import type { PathwayDocument } from './document.ts'
import type { ActionDefinition, StateDefinition, TransitionDefinition } from './states.ts'

/** A state of a compiled pathway. Its path names its ancestors' keys, joined by dots; the pathway itself is `''`. */
export interface StateNode {
  path: string
  key: string
  parent: string | undefined
  type: 'atomic' | 'compound' | 'parallel' | 'final' | 'history'
  definition: StateDefinition
  depth: number
  children: string[]
  initial: string | undefined
}

/** What drives a transition: an event, facts (`always`), time (`after`), or completion of its source (`done`). */
export type TransitionKind = 'on' | 'always' | 'after' | 'done'

/** A transition as the document lists it, with a name of its own: `<source>/<event>/<n>`. */
export interface TransitionPlace {
  id: string
  source: string
  kind: TransitionKind
  /** the event; for `after` its key, for the others the kind */
  event: string
  definition: TransitionDefinition
}

type TransitionsDefinition = NonNullable<StateDefinition['always']>

/** The document's transitions in their full form. */
export function listTransitions(definition: TransitionsDefinition | undefined): TransitionDefinition[] {
  if (definition === undefined) return []
  const listed = Array.isArray(definition) ? definition : [definition]
  return listed.map((one) => (typeof one === 'string' ? { target: one } : one))
}

/** Actions in their full form. */
export function listActions(definition: StateDefinition['entry']): Exclude<ActionDefinition, string>[] {
  if (definition === undefined) return []
  const listed = Array.isArray(definition) ? definition : [definition]
  return listed.map((one) => (typeof one === 'string' ? { type: one } : one))
}

/** Every state of a document, the pathway itself first, parents before children, in the document's order. */
export function listStates(document: PathwayDocument): StateNode[] {
  const found: StateNode[] = []
  const visit = (definition: StateDefinition, key: string, path: string, parent: string | undefined, depth: number) => {
    const children = Object.entries(definition.states ?? {})
    const pathOf = (child: string) => (path === '' ? child : `${path}.${child}`)
    found.push({
      path,
      key,
      parent,
      type: definition.type ?? (children.length > 0 ? 'compound' : 'atomic'),
      definition,
      depth,
      children: children.map(([child]) => pathOf(child)),
      initial: definition.initial === undefined ? undefined : pathOf(definition.initial),
    })
    for (const [child, childDefinition] of children) visit(childDefinition, child, pathOf(child), path, depth + 1)
  }
  visit(rootState(document), document.id, '', undefined, 0)
  return found
}

/** Every transition of a state, in the order in which they are candidates. */
export function listTransitionPlaces(state: StateNode): TransitionPlace[] {
  const { on, always, after, onDone } = state.definition
  const place = (kind: TransitionKind, event: string, name: string, definition: TransitionsDefinition | undefined) =>
    listTransitions(definition).map((one, index) => ({
      id: `${state.path}/${name}/${index}`,
      source: state.path,
      kind,
      event,
      definition: one,
    }))
  return [
    ...Object.entries(on ?? {}).flatMap(([event, definition]) => place('on', event, event, definition)),
    ...Object.entries(after ?? {}).flatMap(([key, definition]) => place('after', key, `after:${key}`, definition)),
    ...place('always', 'always', 'always', always),
    ...place('done', 'done', 'done', onDone),
  ]
}

/** The part of the document that is a state like any other. */
function rootState(document: PathwayDocument): StateDefinition {
  const { initial, on, always, after, type, entry, exit, tags, meta, description, tasks, followUps, modules, states } =
    document
  return { initial, on, always, after, type, entry, exit, tags, meta, description, tasks, followUps, modules, states }
}
