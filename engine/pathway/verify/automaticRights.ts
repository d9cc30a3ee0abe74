import type { Finding } from '../finding.ts'
import { error, warning } from './analysis/report.ts'
import { targetStates } from './analysis/stateGraph.ts'
import { stateName } from './analysis/stateName.ts'
import type { PlacedTransition, Rule, VerifyContext } from './verifyContext.ts'

/** People decide on rights: what removes, sanctions or closes is never automatic, however it is marked. */
export const automaticRights: Rule = (context) =>
  context.transitions.flatMap((transition) => check(transition, context))

function check(transition: PlacedTransition, { states }: VerifyContext): Finding[] {
  const { definition, path, source } = transition
  if (!definition.automatic) return []
  const hint = 'Leave out "automatic": the engine then proposes it, and a person decides'
  if (definition.effect === 'rights') {
    const message = `${stateName(source)} has an automatic transition whose effect is on the client's rights`
    return [error('automatic-rights', [...path, 'automatic'], message, hint)]
  }
  const outcomes = targetStates(transition).map((target) => states.get(target)?.definition.end?.outcome)
  if (outcomes.includes('removed')) {
    const message = `${stateName(source)} removes the client by an automatic transition, which is a decision on rights`
    return [error('automatic-rights', [...path, 'automatic'], message, hint)]
  }
  if (!outcomes.includes('interrupted')) return []
  const message = `${stateName(source)} interrupts the service by an automatic transition`
  return [warning('automatic-rights', [...path, 'automatic'], message, hint)]
}
