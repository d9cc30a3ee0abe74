import type { StateNode } from '../../stateTree.ts'
import type { PlacedTransition, VerifyContext } from '../verifyContext.ts'

/**
 * Which states a journey can ever be in, whatever the facts turn out to be. It assumes the best: every criterion that is
 * not proved false may be true, every event may be sent. So what it does not reach is proved unreachable.
 */
export interface StateGraph {
  reachable: ReadonlySet<string>
  /** transitions that may be taken by somebody some time, in the order they were found */
  possible: ReadonlySet<PlacedTransition>
  /** states that are active after a transition, with what enters by default; a history state stands for its default */
  entered(transition: PlacedTransition): ReadonlySet<string>
  /** whether a state may be completed: a final child, or all parallel regions completed */
  canBeDone(state: string): boolean
  /** the reachable states without children in or under a state */
  leaves(state: string): readonly string[]
  /** the transition by which a state is first reached; undefined for those active at the start or entered by a jump */
  reason(state: string): PlacedTransition | undefined
  /** states that only a jump reaches, or what follows one */
  byJump: ReadonlySet<string>
}

/** Explores the states of a document. */
export function stateGraph(context: VerifyContext): StateGraph {
  const { states, transitions } = context
  const reachable = new Set<string>()
  const possible = new Set<PlacedTransition>()
  const reasons = new Map<string, PlacedTransition>()
  const memory = new Map<PlacedTransition, ReadonlySet<string>>()

  const entered = (transition: PlacedTransition): ReadonlySet<string> => {
    const known = memory.get(transition)
    if (known) return known
    const made = entrySet(targetStates(transition), context)
    memory.set(transition, made)
    return made
  }
  const canBeDone = (path: string): boolean => {
    const state = states.get(path)
    if (!state || !reachable.has(path)) return false
    if (state.type === 'final') return true
    const children = regionsOf(state, states)
    if (state.type === 'parallel') return children.length > 0 && children.every(canBeDone)
    return children.some((child) => states.get(child)?.type === 'final' && reachable.has(child))
  }
  const mayBeTaken = (one: PlacedTransition): boolean =>
    reachable.has(one.source) && (one.kind !== 'done' || canBeDone(one.source)) && mayHold(one, context)

  const explore = (): void => {
    for (let isGrowing = true; isGrowing; ) {
      const found = transitions.filter((one) => !possible.has(one) && mayBeTaken(one))
      isGrowing = found.length > 0
      for (const one of found) {
        possible.add(one)
        for (const state of entered(one)) {
          if (!reachable.has(state)) reasons.set(state, one)
          reachable.add(state)
        }
      }
    }
  }
  for (const state of entrySet([''], context)) reachable.add(state)
  explore()
  const beforeJumps = new Set(reachable)
  const doors = [...states.values()].filter(({ definition }) => definition.enterable).map(({ path }) => path)
  for (const door of doors) for (const state of entrySet([door], context)) reachable.add(state)
  explore()

  return {
    reachable,
    possible,
    entered,
    canBeDone,
    reason: (state) => reasons.get(state),
    byJump: new Set([...reachable].filter((state) => !beforeJumps.has(state))),
    leaves: (under) => [...reachable].filter((path) => isWithin(path, under) && isLeaf(states.get(path))),
  }
}

/** Whether a state is another or inside it. */
export const isWithin = (path: string, ancestor: string): boolean =>
  ancestor === '' || path === ancestor || path.startsWith(`${ancestor}.`)

/** The children of a state that are states to be in. */
export function regionsOf(state: StateNode, states: ReadonlyMap<string, StateNode>): string[] {
  return state.children.filter((child) => states.get(child)?.type !== 'history')
}

/** A state's ancestors, nearest first, the pathway itself last. */
export function ancestorsOf(path: string, states: ReadonlyMap<string, StateNode>): string[] {
  const found: string[] = []
  for (let at = states.get(path)?.parent; at !== undefined; at = states.get(at)?.parent) found.push(at)
  return found
}

/** The states a transition's targets name; those that do not resolve are left to the rule about them. */
export function targetStates(transition: PlacedTransition): string[] {
  return transition.targets.flatMap(({ leads }) => ('state' in leads ? [leads.state] : []))
}

function isLeaf(state: StateNode | undefined): boolean {
  return state !== undefined && state.type !== 'history' && state.children.length === 0
}

/** What is active when these states are entered: themselves, their ancestors, and what all of these enter by default. */
export function entrySet(targets: readonly string[], context: VerifyContext): ReadonlySet<string> {
  const { states } = context
  const found = new Set<string>()
  const addAncestors = (path: string): void => {
    let below = path
    for (const ancestor of ancestorsOf(path, states)) {
      found.add(ancestor)
      const state = states.get(ancestor)
      if (state?.type === 'parallel') for (const region of regionsOf(state, states)) if (region !== below) add(region)
      below = ancestor
    }
  }
  const add = (path: string): void => {
    const state = states.get(path)
    if (!state || found.has(path)) return
    found.add(path)
    if (state.type === 'history') for (const one of historyDefault(state, context)) enter(one)
    else if (state.type === 'parallel') regionsOf(state, states).forEach(add)
    else if (state.initial !== undefined) add(state.initial)
  }
  const enter = (path: string): void => {
    add(path)
    addAncestors(path)
  }
  targets.forEach(enter)
  return found
}

function historyDefault(history: StateNode, context: VerifyContext): string[] {
  const written = context.historyTargets(history)
  if (written.length > 0) return written.flatMap(({ leads }) => ('state' in leads ? [leads.state] : []))
  const parent = context.states.get(history.parent ?? '')
  if (!parent) return []
  if (parent.type === 'parallel') return regionsOf(parent, context.states)
  return parent.initial === undefined ? [] : [parent.initial]
}

/** Whether a transition may be chosen: its criteria are not proved false, and no candidate before it always wins. */
function mayHold(transition: PlacedTransition, context: VerifyContext): boolean {
  return !isNeverAllowed(transition, context) && shadowing(transition, context) === undefined
}

/** Whether the criteria of a transition are proved never to be true, and nobody may override them. */
export function isNeverAllowed({ definition }: PlacedTransition, { logic }: VerifyContext): boolean {
  const names = definition.criteria ?? []
  if (names.some((name) => logic.criteria.get(name)?.definition.overridable)) return false
  return names.length > 0 && logic.isNeverTrue(logic.all(names))
}

/** The candidate before this one that is always chosen instead of it. */
export function shadowing(transition: PlacedTransition, context: VerifyContext): PlacedTransition | undefined {
  const { kind, event, source, index, definition } = transition
  return context.transitionsOf
    .get(source)
    ?.find(
      (other) =>
        other.kind === kind &&
        other.event === event &&
        other.index < index &&
        (other.definition.criteria ?? []).length === 0 &&
        (other.definition.by === undefined || definition.by?.join() === other.definition.by.join()),
    )
}
