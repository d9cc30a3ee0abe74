import type { PlacedTransition, VerifyContext } from '../verifyContext.ts'
import { ancestorsOf, isWithin, targetStates } from './stateGraph.ts'

/** Whether a transition leaves a state that is active, as XState 5 does: everything inside its domain is left. */
export function leaves(transition: PlacedTransition, state: string, context: VerifyContext): boolean {
  const targets = targetStates(transition)
  if (targets.length === 0) return false
  const domain = domainOf(transition, targets, context)
  return domain === undefined || (isWithin(state, domain) && state !== domain)
}

/**
 * What a transition stays inside of when it leads to these states: its source itself when all of them are inside it and
 * it is not re-entered, else the least common ancestor; undefined when the pathway itself is re-entered.
 */
export function domainOf(
  { source, definition }: PlacedTransition,
  targets: readonly string[],
  context: VerifyContext,
): string | undefined {
  const [first = '', ...others] = targets
  if (!definition.reenter && targets.every((target) => isWithin(target, source))) return source
  return commonAncestor(first, [...others, source], context)
}

/** Whether a transition enters a state anew, so that what is counted from entry begins again. */
export function entersAnew(transition: PlacedTransition, state: string, context: VerifyContext): boolean {
  return context.graph.entered(transition).has(state) && leaves(transition, state, context)
}

/** The nearest proper ancestor of the first that holds all the others; undefined when none does. */
function commonAncestor(first: string, others: readonly string[], { states }: VerifyContext): string | undefined {
  return ancestorsOf(first, states).find((ancestor) =>
    others.every((other) => other !== ancestor && isWithin(other, ancestor)),
  )
}
