import { warning } from './analysis/report.ts'
import { stateName } from './analysis/stateName.ts'
import type { Rule } from './verifyContext.ts'

/** Every state is somewhere a client can get to: from the start, or by a jump into an enterable state. */
export const unreachableState: Rule = ({ graph, states, placeOf }) =>
  [...states.values()]
    .filter(({ path, parent }) => !graph.reachable.has(path) && (parent === undefined || graph.reachable.has(parent)))
    .map(({ path, type }) => {
      const message =
        type === 'history' ? `Nothing leads to the history state "${path}"` : `${stateName(path)} can never be reached`
      const hint = 'Lead a transition to it whose criteria can hold, make it "enterable", or leave it out'
      return warning('unreachable-state', placeOf(path), message, hint)
    })
