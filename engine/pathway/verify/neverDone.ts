import { warning } from './analysis/report.ts'
import { stateName } from './analysis/stateName.ts'
import type { Rule } from './verifyContext.ts'

/** What happens when a state is done can happen: a final state inside it can be reached, in every parallel region. */
export const neverDone: Rule = ({ states, graph, placeOf }) =>
  [...states.values()]
    .filter(
      ({ definition, path }) => definition.onDone !== undefined && graph.reachable.has(path) && !graph.canBeDone(path),
    )
    .map(({ path, type }) => {
      const inside =
        type === 'parallel' ? 'a final state inside each of its regions' : 'a final state directly inside it'
      const message = `${stateName(path)} is never done, so its "onDone" never happens`
      return warning('never-done', [...placeOf(path), 'onDone'], message, `Lead to ${inside}, or use another event`)
    })
