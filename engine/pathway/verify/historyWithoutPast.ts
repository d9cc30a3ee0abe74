import type { Finding } from '../finding.ts'
import type { StateNode } from '../stateTree.ts'
import { leaves } from './analysis/domain.ts'
import { withPastIn } from './analysis/pasts.ts'
import { warning } from './analysis/report.ts'
import { isWithin, targetStates } from './analysis/stateGraph.ts'
import { traceThrough } from './analysis/traceTo.ts'
import type { PlacedTransition, Rule, VerifyContext } from './verifyContext.ts'

/** A history state remembers where its parent was left; there must be a way to leave the parent and come back. */
export const historyWithoutPast: Rule = (context) =>
  [...context.states.values()].flatMap((history): Finding[] => {
    const { type, path, parent: region = '' } = history
    if (type !== 'history' || !context.graph.reachable.has(path)) return []
    const back = [...context.graph.possible].filter((one) => targetStates(one).includes(path))
    const [first] = back
    if (!first || hasPast(history, back, context)) return []
    const what = region === '' ? 'the pathway' : `"${region}"`
    const message = `The history state "${path}" has nothing to remember: ${what} cannot have been left before`
    const hint = 'Lead a transition out of it that comes back later, or name the state to go to instead'
    return [warning('history-without-past', context.placeOf(path), message, hint, traceThrough(first, context))]
  })

/** Whether one of the ways back may be taken after the parent has been left, by its own leaving, another's or a jump. */
function hasPast(history: StateNode, back: readonly PlacedTransition[], context: VerifyContext): boolean {
  const region = history.parent ?? ''
  if (region === '') return false
  if (back.some((one) => isWithin(one.source, region) && leaves(one, region, context))) return true
  const children = context.states.get(region)?.children ?? []
  return children.some((child) => {
    const places = withPastIn(child, history, context)
    return back.some((one) => places.has(one.source))
  })
}
