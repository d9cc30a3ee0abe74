import { nearestNames } from '../feel/syntax/nearestNames.ts'
import type { Finding } from '../finding.ts'
import type { StateNode } from '../stateTree.ts'
import { error, listed, quoted } from './analysis/report.ts'
import { stateName } from './analysis/stateName.ts'
import type { Rule, VerifyContext } from './verifyContext.ts'

/** A compound state says which of its states comes first; parallel states and states without children cannot. */
export const initialState: Rule = (context) => [...context.states.values()].flatMap((state) => check(state, context))

function check(state: StateNode, { states, placeOf }: VerifyContext): Finding[] {
  const { type, definition, path } = state
  const keys = state.children.map((child) => states.get(child)?.key ?? child)
  const found = (message: string, hint: string): Finding[] => [
    error('initial-state', [...placeOf(path), 'initial'], `${stateName(path)} ${message}`, hint),
  ]
  if (type !== 'compound') {
    if (definition.initial === undefined) return []
    const why = type === 'parallel' ? 'all its regions begin at once' : 'it has no states of its own'
    return found(`has an initial state, but is ${type}: ${why}`, 'Leave "initial" out')
  }
  if (state.initial === undefined)
    return found('does not say which of its states comes first', `Set "initial" to one of ${listed(keys)}`)
  const first = states.get(state.initial)
  if (!first) {
    const near = nearestNames(definition.initial ?? '', keys)
    return found(
      `begins with ${quoted(definition.initial)}, which it does not have`,
      `Choose ${listed(near.length > 0 ? near : keys)}`,
    )
  }
  return first.type === 'history'
    ? found(
        `begins with the history state ${quoted(first.key)}, but has no past when it begins`,
        'Begin with a state to be in',
      )
    : []
}
