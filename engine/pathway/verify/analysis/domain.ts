import type { PlacedTransition, VerifyContext } from '../verifyContext.ts'
import { ancestorsOf, isWithin, targetStates } from './stateGraph.ts'

/**
 * Whether a transition leaves a state that is active, as XState 5 does: everything inside its domain is left. The domain
 * is the source itself when all targets are inside it and it is not re-entered, else the least common ancestor.
 */
export function leaves(transition: PlacedTransition, state: string, context: VerifyContext): boolean {
  const targets = targetStates(transition)
  const first = targets[0]
  if (first === undefined) return false
  const { source, definition } = transition
  const isInternal = !definition.reenter && targets.every((target) => isWithin(target, source))
  const domain = isInternal ? source : commonAncestor(first, [...targets.slice(1), source], context)
  return domain === undefined || (isWithin(state, domain) && state !== domain)
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
