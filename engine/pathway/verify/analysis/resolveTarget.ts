import type { PathwayDocument } from '../../document.ts'
import type { StateNode } from '../../stateTree.ts'

/** Where a written target leads: the path of a state, or why nowhere. */
export type Resolution = { state: string } | { problem: string }

/** States by the ids that a document gives them; the pathway itself under its own id. */
export type StateIds = ReadonlyMap<string, string>

/** What resolving asks of the state that a target is written in, and of the states there are. */
type Writer = Pick<StateNode, 'path' | 'parent'>
type Known = { has(path: string): boolean }

/** The ids of a document. Of two states with one id the later counts, as in XState; a rule of its own reports them. */
export function stateIds(document: PathwayDocument, states: Iterable<StateNode>): StateIds {
  const ids = new Map<string, string>([[document.id, '']])
  for (const { definition, path } of states) if (definition.id !== undefined) ids.set(definition.id, path)
  return ids
}

/**
 * Resolves a target as XState 5 does (`resolveTarget` of its core): `#id.child` from an id, `.child` from the state
 * itself, anything else from the state's parent.
 */
export function resolveTarget(target: string, source: Writer, states: Known, ids: StateIds): Resolution {
  if (target.startsWith('#')) {
    const [id = '', ...rest] = target.slice(1).split('.')
    const from = ids.get(id)
    if (from === undefined) return { problem: `no state has the id "${id}"` }
    return descend(from, rest, states)
  }
  if (target.startsWith('.')) return descend(source.path, target.slice(1).split('.'), states)
  if (source.parent === undefined)
    return { problem: `from the pathway itself a target begins with a dot: ".${target}"` }
  return descend(source.parent, target.split('.'), states)
}

/** A history state's own target is resolved from its parent. */
export function resolveHistoryTarget(target: string, history: Writer, states: Known, ids: StateIds): Resolution {
  return target.startsWith('.')
    ? { problem: 'the target of a history state is a sibling, without the dot' }
    : resolveTarget(target, history, states, ids)
}

function descend(from: string, keys: readonly string[], states: Known): Resolution {
  let at = from
  for (const key of keys) {
    const next = at === '' ? key : `${at}.${key}`
    if (!states.has(next)) return { problem: `${at === '' ? 'the pathway' : `"${at}"`} has no state "${key}"` }
    at = next
  }
  return { state: at }
}
