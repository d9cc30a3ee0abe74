import type { StateNode } from '../../stateTree.ts'
import type { PlacedTransition, VerifyContext } from '../verifyContext.ts'
import { ancestorsOf, isWithin, regionsOf } from './stateGraph.ts'

/**
 * The reachable leaves from which no end of the pathway can be reached by any transition, whatever the facts turn out to
 * be. It assumes the best, as reachability does: so each of them is proved to be a dead end.
 */
export function deadLeaves(context: VerifyContext): Set<string> {
  const { graph, states } = context
  const leaves = graph.leaves('')
  const ending = new Set(graph.canBeDone('') ? completingLeaves('', context) : [])
  const leading = new Set<PlacedTransition>()
  const done = new Map<string, Set<string>>()
  for (const { path, definition } of states.values()) {
    if (definition.onDone !== undefined) done.set(path, new Set(completingLeaves(path, context)))
  }
  for (let isGrowing = true; isGrowing; ) {
    isGrowing = false
    for (const one of graph.possible) {
      if (leading.has(one) || !endsFrom(one, ending, context)) continue
      leading.add(one)
    }
    const escaping = escapes(leading, context)
    for (const leaf of leaves) {
      if (ending.has(leaf) || !canEscape(leaf, leading, escaping, done, context)) continue
      ending.add(leaf)
      isGrowing = true
    }
  }
  return new Set(leaves.filter((leaf) => !ending.has(leaf)))
}

/** Leaves that are part of completing a state: its final children, or those of its regions. */
export function completingLeaves(path: string, context: VerifyContext): string[] {
  const { graph, states } = context
  const state = states.get(path)
  if (!state) return []
  if (state.type === 'final') return graph.reachable.has(path) ? [path] : []
  if (state.type === 'parallel') return regionsOf(state, states).flatMap((region) => completingLeaves(region, context))
  return state.children.filter((child) => states.get(child)?.type === 'final' && graph.reachable.has(child))
}

/** Whether a transition enters a leaf from which an end can be reached; through history, any leaf of the region. */
function endsFrom(
  transition: PlacedTransition,
  ending: ReadonlySet<string>,
  { graph, states }: VerifyContext,
): boolean {
  for (const state of graph.entered(transition)) {
    if (ending.has(state)) return true
    const node = states.get(state)
    if (node?.type === 'history' && graph.leaves(node.parent ?? '').some((leaf) => ending.has(leaf))) return true
  }
  return false
}

/** States that hold, themselves or inside, a transition leading towards an end. */
function escapes(leading: ReadonlySet<PlacedTransition>, { states }: VerifyContext): Set<string> {
  const found = new Set<string>()
  for (const { source } of leading) for (const state of [source, ...ancestorsOf(source, states)]) found.add(state)
  return found
}

function canEscape(
  leaf: string,
  leading: ReadonlySet<PlacedTransition>,
  escaping: ReadonlySet<string>,
  done: ReadonlyMap<string, ReadonlySet<string>>,
  { states, transitionsOf }: VerifyContext,
): boolean {
  const active = [leaf, ...ancestorsOf(leaf, states)]
  return active.some((path) => {
    if (!escaping.has(path)) return false
    const own = transitionsOf.get(path) ?? []
    if (own.some((one) => leading.has(one) && (one.kind !== 'done' || done.get(path)?.has(leaf)))) return true
    return (
      states.get(path)?.type === 'parallel' && otherRegions(states.get(path), leaf).some((one) => escaping.has(one))
    )
  })
}

const otherRegions = (parallel: StateNode | undefined, leaf: string): string[] =>
  (parallel?.children ?? []).filter((region) => !isWithin(leaf, region))
