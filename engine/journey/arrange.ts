import type { StateValue } from '../pathway/compileMachine.ts'
import type { CompiledPathway } from '../pathway/compilePathway.ts'
import type { StateNode } from '../pathway/stateTree.ts'

/** Where a journey stands in a statechart. */
export interface Arrangement {
  value: StateValue
  /** paths of the active states, the pathway itself among them */
  active: ReadonlySet<string>
}

/** Two states of which a journey can only be in one. */
export interface Conflict {
  exclude: readonly [string, string]
}

/**
 * The configuration of which some states are part: with what is around them, and for the rest where each region begins.
 * @param within paths of states that are not history states
 */
export function arrange(pathway: CompiledPathway, within: readonly string[]): Arrangement | Conflict {
  const wanted = new Set<string>([''])
  for (const path of within) {
    for (let one: string | undefined = path; one !== undefined; one = pathway.states.get(one)?.parent) wanted.add(one)
  }
  for (const { type, children } of pathway.states.values()) {
    const [one, other] = type === 'compound' ? children.filter((child) => wanted.has(child)) : []
    if (one !== undefined && other !== undefined) return { exclude: [one, other] }
  }
  const active = new Set<string>()
  return { value: enter(''), active }

  function enter(path: string): StateValue {
    active.add(path)
    const node = nodeAt(path)
    if (node.type === 'parallel') {
      const regions = node.children.map(nodeAt).filter(({ type }) => type !== 'history')
      return Object.fromEntries(regions.map((region) => [region.key, enter(region.path)]))
    }
    const inside =
      node.type === 'compound' ? (node.children.find((child) => wanted.has(child)) ?? node.initial) : undefined
    if (inside === undefined) return {}
    const below = enter(inside)
    const { key } = nodeAt(inside)
    return typeof below === 'object' && Object.keys(below).length === 0 ? key : { [key]: below }
  }

  function nodeAt(path: string): StateNode {
    const node = pathway.states.get(path)
    if (!node) throw new Error(`no state at "${path}"`)
    return node
  }
}

/** Whether there is no such configuration. */
export function isConflict(arranged: Arrangement | Conflict): arranged is Conflict {
  return 'exclude' in arranged
}
