import { error, listed } from './analysis/report.ts'
import { ancestorsOf, targetStates } from './analysis/stateGraph.ts'
import { stateName } from './analysis/stateName.ts'
import type { Rule, VerifyContext } from './verifyContext.ts'

/** Several targets of one transition stand in different regions of a parallel state, or they cannot all be entered. */
export const invalidTarget: Rule = (context) =>
  context.transitions.flatMap((transition) => {
    const targets = targetStates(transition)
    const clash = targets.flatMap((a, index) =>
      targets.slice(index + 1).flatMap((b) => (areApart(a, b, context) ? [] : [[a, b]])),
    )[0]
    if (!clash) return []
    const message = `${stateName(transition.source)} leads to ${listed(clash)} at once, which no journey can be in together`
    const hint = 'Several targets are for several regions of one parallel state; otherwise give one'
    return [error('invalid-target', [...transition.path, 'target'], message, hint)]
  })

/** Whether two states are in different regions of a parallel state. */
function areApart(a: string, b: string, { states }: VerifyContext): boolean {
  if (a === b) return false
  const aboveA = [a, ...ancestorsOf(a, states)]
  const shared = [b, ...ancestorsOf(b, states)].find((path) => aboveA.includes(path))
  return shared !== undefined && shared !== a && shared !== b && states.get(shared)?.type === 'parallel'
}
