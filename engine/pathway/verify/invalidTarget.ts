import type { Finding } from '../finding.ts'
import { error, listed } from './analysis/report.ts'
import { ancestorsOf, targetStates } from './analysis/stateGraph.ts'
import { stateName } from './analysis/stateName.ts'
import type { Rule, VerifyContext } from './verifyContext.ts'

/**
 * A transition enters states of the pathway, not the pathway itself, which is never left; and its targets stand in
 * different regions of a parallel state, or they cannot all be entered.
 */
export const invalidTarget: Rule = (context) =>
  context.transitions.flatMap((transition): Finding[] => {
    const place = [...transition.path, 'target']
    const targets = targetStates(transition)
    if (targets.includes('')) {
      const message = `${stateName(transition.source)} leads to the pathway itself, which a journey never leaves`
      return [error('invalid-target', place, message, 'Name the state to begin again from')]
    }
    const clash = targets
      .flatMap((a, index) => targets.slice(index + 1).map((b) => [a, b] as const))
      .find(([a, b]) => !areApart(a, b, context))
    if (!clash) return []
    const message = `${stateName(transition.source)} leads to ${listed(clash)} at once, which no journey can be in together`
    const hint = 'Several targets are for several regions of one parallel state; otherwise give one'
    return [error('invalid-target', place, message, hint)]
  })

/** Whether two states are in different regions of a parallel state. */
function areApart(a: string, b: string, { states }: VerifyContext): boolean {
  if (a === b) return false
  const aboveA = [a, ...ancestorsOf(a, states)]
  const shared = [b, ...ancestorsOf(b, states)].find((path) => aboveA.includes(path))
  return shared !== undefined && shared !== a && shared !== b && states.get(shared)?.type === 'parallel'
}
