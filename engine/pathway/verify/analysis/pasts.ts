import type { StateNode } from '../../stateTree.ts'
import type { PlacedTransition, VerifyContext } from '../verifyContext.ts'
import { leaves } from './domain.ts'
import { ancestorsOf, entrySet, isWithin, targetStates } from './stateGraph.ts'

/**
 * States a journey may be in while a history state remembers nothing: its parent has not been left yet. Like
 * reachability it assumes the best, so in a state that is not among them there is a past.
 */
export function withoutPast(history: StateNode, context: VerifyContext): ReadonlySet<string> {
  const region = history.parent ?? ''
  const makesPast = (one: PlacedTransition) =>
    leaves(one, region, context) && (isWithin(one.source, region) || isActiveWhenever(region, one.source, context))
  return spread(entrySet([''], context), context, {
    mayTake: (one) => !makesPast(one),
    remembered: (state) => (state === history ? [] : reachableIn(state.parent, context)),
  })
}

/** States a journey may be in while a history state remembers that its parent was left with a given child active. */
export function withPastIn(child: string, history: StateNode, context: VerifyContext): ReadonlySet<string> {
  const { graph } = context
  const region = history.parent ?? ''
  const isElsewhere = (path: string) => path !== region && isWithin(path, region) && !isWithin(path, child)
  const start = new Set<string>()
  for (const one of graph.possible) {
    if (!leaves(one, region, context) || !mayBeActiveWith(one.source, child, context)) continue
    for (const path of graph.entered(one)) start.add(path)
    for (const path of graph.reachable) {
      if (!leaves(one, path, context) && mayBeActiveWith(path, one.source, context)) start.add(path)
    }
  }
  for (const door of doors(context)) {
    const domain = jumpDomain(door, region, context)
    if (domain === undefined) continue
    for (const path of entrySet([door], context)) start.add(path)
    for (const path of graph.reachable) {
      if (!isWithin(path, domain) && mayBeActiveWith(path, domain, context)) start.add(path)
    }
  }
  return spread(start, context, {
    mayTake: (one) => !(leaves(one, region, context) && isElsewhere(one.source)),
    remembered: (state) => reachableIn(state === history ? child : state.parent, context),
  })
}

/** Adds to states what is entered from them, by transitions that may be taken and by jumps. */
function spread(
  start: Iterable<string>,
  context: VerifyContext,
  how: { mayTake(one: PlacedTransition): boolean; remembered(history: StateNode): readonly string[] },
): ReadonlySet<string> {
  const { graph, states } = context
  const found = new Set(start)
  for (const path of entrySet(doors(context), context)) found.add(path)
  const open = new Set([...graph.possible].filter((one) => how.mayTake(one)))
  for (let isGrowing = true; isGrowing; ) {
    isGrowing = false
    for (const one of open) {
      if (!found.has(one.source)) continue
      open.delete(one)
      isGrowing = true
      for (const path of graph.entered(one)) found.add(path)
      for (const target of targetStates(one)) {
        const state = states.get(target)
        if (state?.type === 'history') for (const path of how.remembered(state)) found.add(path)
      }
    }
  }
  return found
}

const doors = ({ states }: VerifyContext): string[] =>
  [...states.values()].flatMap(({ definition, path }) => (definition.enterable ? [path] : []))

const reachableIn = (region = '', { graph }: VerifyContext): string[] =>
  [...graph.reachable].filter((path) => isWithin(path, region))

/** What a jump through a door stays inside of when it leaves an active state; undefined when it does not leave it. */
function jumpDomain(door: string, state: string, { states }: VerifyContext): string | undefined {
  if (isWithin(state, door)) return states.get(door)?.parent
  if (isWithin(door, state)) return undefined
  const shared = sharedBy(door, state, states)
  return states.get(shared)?.type === 'parallel' ? undefined : shared
}

/** Whether two states may be active together: one inside the other, or in different regions of a parallel state. */
function mayBeActiveWith(a: string, b: string, { states }: VerifyContext): boolean {
  return isWithin(a, b) || isWithin(b, a) || states.get(sharedBy(a, b, states))?.type === 'parallel'
}

/** Whether a state is active in every configuration in which another is, which is not inside it. */
function isActiveWhenever(state: string, other: string, { states }: VerifyContext): boolean {
  const shared = isWithin(state, other) ? other : sharedBy(state, other, states)
  const around = ancestorsOf(state, states)
  return around.slice(0, around.indexOf(shared) + 1).every((path) => states.get(path)?.type === 'parallel')
}

/** The innermost state around both. */
function sharedBy(a: string, b: string, states: VerifyContext['states']): string {
  const above = ancestorsOf(b, states)
  return ancestorsOf(a, states).find((path) => above.includes(path)) ?? ''
}
