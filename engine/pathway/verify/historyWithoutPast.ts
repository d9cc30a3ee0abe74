import type { Finding } from '../finding.ts'
import { leaves } from './analysis/domain.ts'
import { warning } from './analysis/report.ts'
import { ancestorsOf, isWithin, targetStates } from './analysis/stateGraph.ts'
import type { PlacedTransition, Rule, VerifyContext } from './verifyContext.ts'

/** A history state remembers where its parent was left; there must be a way to leave the parent and come back. */
export const historyWithoutPast: Rule = (context) =>
  [...context.states.values()].flatMap(({ type, path, parent }): Finding[] => {
    if (type !== 'history' || !context.graph.reachable.has(path)) return []
    const region = parent ?? ''
    const back = [...context.graph.possible].filter((one) => targetStates(one).includes(path))
    if (back.length === 0 || back.some((one) => isAfterLeaving(one, region, context))) return []
    const what = region === '' ? 'the pathway' : `"${region}"`
    const message = `The history state "${path}" has nothing to remember: ${what} cannot have been left before`
    const hint = 'Lead a transition out of it that comes back later, or name the state to go to instead'
    return [warning('history-without-past', context.placeOf(path), message, hint)]
  })

/** Whether a transition may be taken after the region has been left: after its own leaving of it, or some other's. */
function isAfterLeaving(back: PlacedTransition, region: string, context: VerifyContext): boolean {
  if (region === '') return false
  if (isWithin(back.source, region))
    return leaves(back, region, context) || isReachedAfterLeaving(back.source, region, context)
  return isReachedAfterLeaving(back.source, region, context)
}

/** Whether a state can be active some time after the region was active and left. */
function isReachedAfterLeaving(state: string, region: string, context: VerifyContext): boolean {
  const { graph, states } = context
  const seen = new Set<string>()
  const isBeside = (path: string) => [path, ...ancestorsOf(path, states)]
  const spread = (one: PlacedTransition): boolean => {
    const before = seen.size
    for (const path of graph.entered(one)) for (const active of isBeside(path)) seen.add(active)
    return seen.size > before
  }
  for (const one of graph.possible) {
    const mayLeave =
      leaves(one, region, context) && (isWithin(one.source, region) || isActiveWith(one.source, region, context))
    if (mayLeave) spread(one)
  }
  for (let isGrowing = true; isGrowing; ) {
    isGrowing = false
    for (const one of graph.possible) if (isPossiblyActive(one.source, seen, context) && spread(one)) isGrowing = true
  }
  return isPossiblyActive(state, seen, context)
}

/** Whether two states may be active together: one inside the other, or in different regions of a parallel state. */
function isActiveWith(a: string, b: string, { states }: VerifyContext): boolean {
  if (isWithin(a, b) || isWithin(b, a)) return true
  const aboveA = ancestorsOf(a, states)
  const shared = ancestorsOf(b, states).find((path) => aboveA.includes(path))
  return shared !== undefined && states.get(shared)?.type === 'parallel'
}

function isPossiblyActive(state: string, seen: ReadonlySet<string>, context: VerifyContext): boolean {
  return (
    seen.has(state) ||
    [...seen].some((other) => context.states.get(other)?.children.length === 0 && isActiveWith(state, other, context))
  )
}
