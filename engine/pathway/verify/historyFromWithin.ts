import type { Finding } from '../finding.ts'
import type { StateNode } from '../stateTree.ts'
import { domainOf } from './analysis/domain.ts'
import { withoutPast, withPastIn } from './analysis/pasts.ts'
import { error } from './analysis/report.ts'
import { ancestorsOf, isWithin, regionsOf, targetStates } from './analysis/stateGraph.ts'
import { stateName } from './analysis/stateName.ts'
import type { PlacedTransition, Rule, VerifyContext } from './verifyContext.ts'

/**
 * A history state is not taken from inside its own parent, unless all that it leads to is left on the way. Else XState 5
 * enters states that it has not left, whose delays nothing cancels any more, or leaves a state that it does not enter.
 */
export const historyFromWithin: Rule = (context) =>
  [...context.graph.possible].flatMap((transition): Finding[] => {
    const [target = '', ...others] = targetStates(transition)
    const history = context.states.get(target)
    const region = history?.parent ?? ''
    // several targets stand in different regions of a parallel state, all of which are left
    if (history?.type !== 'history' || others.length > 0 || !isWithin(transition.source, region)) return []
    const when = whenTorn(transition, history, context)
    if (when === undefined) return []
    const { source, targets } = transition
    const message = `${stateName(source)} leads to the history "${history.path}" from inside, and would enter what it has not left ${when}`
    const hint = 'Name the state to go to, or lead to the history from outside its parent'
    return [error('history-from-within', targets[0]?.path ?? [], message, hint)]
  })

/** In which case XState would enter what it has not left; undefined when in none. */
function whenTorn(transition: PlacedTransition, history: StateNode, context: VerifyContext): string | undefined {
  const { source } = transition
  if (isTornByDefault(transition, history, context) && withoutPast(history, context).has(source))
    return 'while nothing is remembered'
  const child = [source, ...ancestorsOf(source, context.states)].find(
    (path) => context.states.get(path)?.parent === history.parent,
  )
  if (child === undefined || !isTornByPast(transition, child, history, context)) return undefined
  return withPastIn(child, history, context).has(source) ? `while "${child}" is remembered` : undefined
}

/** Whether a transition that leads to where the history state itself says stays within a state that it enters. */
function isTornByDefault(transition: PlacedTransition, history: StateNode, context: VerifyContext): boolean {
  const { source, definition } = transition
  const region = history.parent ?? ''
  const targets = defaultTargets(history, context)
  // XState leaves the region, and then remembers it and enters only what is inside; or it enters the region it is in
  if (targets.includes(region)) return source !== region || !definition.reenter
  const domain = domainOf(transition, targets, context)
  return domain !== undefined && domain !== region && isWithin(domain, region)
}

/** Where XState leads when nothing is remembered: of a parallel state, to that state itself. */
function defaultTargets(history: StateNode, context: VerifyContext): string[] {
  const written = context.historyTargets(history).flatMap(({ leads }) => ('state' in leads ? [leads.state] : []))
  if (written.length > 0) return written
  const region = context.states.get(history.parent ?? '')
  return [region?.initial ?? region?.path ?? '']
}

/** The same of a transition that leads to what is remembered: its own place in the region, at that time. */
function isTornByPast(
  { source, definition }: PlacedTransition,
  child: string,
  history: StateNode,
  { states }: VerifyContext,
): boolean {
  const region = states.get(history.parent ?? '')
  // what is remembered of several regions is never all in one
  if (region?.type === 'parallel' && regionsOf(region, states).length > 1) return false
  if (source === child) return !definition.reenter
  return history.definition.history === 'deep'
}
