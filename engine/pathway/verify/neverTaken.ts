import type { Finding } from '../finding.ts'
import { listed, quoted, warning } from './analysis/report.ts'
import { isNeverAllowed, shadowing } from './analysis/stateGraph.ts'
import { stateName } from './analysis/stateName.ts'
import type { PlacedTransition, Rule, VerifyContext } from './verifyContext.ts'

/** Every transition may be chosen some time: none before it always wins, and its criteria can hold together. */
export const neverTaken: Rule = (context) => context.transitions.flatMap((transition) => check(transition, context))

function check(transition: PlacedTransition, context: VerifyContext): Finding[] {
  const { event, source, index, path, definition } = transition
  const which = `${stateName(source)} never takes transition ${index + 1} of ${quoted(event)}`
  if (shadowing(transition, context)) {
    const message = `${which}: one before it has no criteria and is always chosen`
    return [warning('never-taken', path, message, 'Put the transition without criteria last')]
  }
  const names = definition.criteria ?? []
  const isJointly = names.length > 1 && names.every((name) => !context.logic.isNeverTrue(context.logic.all([name])))
  if (!isJointly || !isNeverAllowed(transition, context)) return []
  const message = `${which}: its criteria ${listed(names)} cannot hold together`
  return [
    warning(
      'never-taken',
      [...path, 'criteria'],
      message,
      'Change one of the criteria, or give each a transition of its own',
    ),
  ]
}
