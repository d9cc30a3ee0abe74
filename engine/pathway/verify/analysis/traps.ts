import type { VerifyContext } from '../verifyContext.ts'
import { ancestorsOf } from './stateGraph.ts'

/**
 * Of dead leaves, those that are the cause: from which only each other can be reached. The others would be mended with
 * them.
 */
export function traps(dead: ReadonlySet<string>, context: VerifyContext): Set<string> {
  const after = new Map([...dead].map((leaf) => [leaf, reachedFrom(leaf, dead, context)]))
  return new Set([...dead].filter((leaf) => [...(after.get(leaf) ?? [])].every((other) => after.get(other)?.has(leaf))))
}

/** The dead leaves that may be active some time after one. */
function reachedFrom(leaf: string, dead: ReadonlySet<string>, context: VerifyContext): Set<string> {
  const { graph, states, transitionsOf } = context
  const seen = new Set<string>()
  const stack = [leaf]
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const own = [at, ...ancestorsOf(at, states)].flatMap((path) => transitionsOf.get(path) ?? [])
    for (const one of own) {
      if (!graph.possible.has(one)) continue
      for (const state of graph.entered(one)) {
        if (!dead.has(state) || seen.has(state)) continue
        seen.add(state)
        stack.push(state)
      }
    }
  }
  return seen
}
