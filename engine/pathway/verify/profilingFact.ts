import type { Finding } from '../finding.ts'
import { own } from '../own.ts'
import type { TransitionDefinition } from '../states.ts'
import { error, listed, warning } from './analysis/report.ts'
import { targetStates } from './analysis/stateGraph.ts'
import { stateName } from './analysis/stateName.ts'
import type { PlacedTransition, Rule, VerifyContext } from './verifyContext.ts'

/**
 * Profiling suggests, people decide: a profiling fact does not decide on rights, nor on services without a person. Where
 * a person sends the event it may still close a door to a service, which is for the administrator to weigh.
 */
export const profilingFact: Rule = (context) =>
  context.transitions.flatMap((transition): Finding[] => {
    const effect = effectOf(transition, context)
    if (effect === 'none') return []
    const { automatic } = transition.definition
    const what = effect === 'rights' ? "the client's rights" : automatic ? 'a service by itself' : 'a service'
    const report = effect === 'rights' || automatic ? error : warning
    const hint = 'Leave the criterion out of this transition; show the fact to the person who decides'
    return (transition.definition.criteria ?? []).flatMap((name, index) => {
      const used = context.logic.criteria.get(name)?.expression?.names ?? []
      const profiling = used.filter((fact) => own(context.document.facts, fact)?.class === 'profiling')
      if (profiling.length === 0) return []
      const message = `${stateName(transition.source)} decides on ${what} by the profiling fact ${listed(profiling)}`
      return [report('profiling-fact', [...transition.path, 'criteria', index], message, hint)]
    })
  })

/** On what a transition decides: what it says, or what the end that it leads to means, however it is marked. */
function effectOf(
  transition: PlacedTransition,
  { states }: VerifyContext,
): NonNullable<TransitionDefinition['effect']> {
  const { effect = 'none' } = transition.definition
  const outcomes = targetStates(transition).map((target) => states.get(target)?.definition.end?.outcome)
  if (effect === 'rights' || outcomes.includes('removed')) return 'rights'
  return outcomes.includes('interrupted') ? 'service' : effect
}
