import { own } from '../own.ts'
import { error, listed, warning } from './analysis/report.ts'
import { stateName } from './analysis/stateName.ts'
import type { Rule } from './verifyContext.ts'

/**
 * Profiling suggests, people decide: a profiling fact does not decide on rights, nor on services without a person. Where
 * a person sends the event it may still close a door to a service, which is for the administrator to weigh.
 */
export const profilingFact: Rule = ({ document, transitions, logic }) =>
  transitions.flatMap(({ definition, path, source }) => {
    const { effect = 'none', automatic, criteria = [] } = definition
    if (effect === 'none') return []
    return criteria.flatMap((name, index) => {
      const used = logic.criteria.get(name)?.expression?.names ?? []
      const profiling = used.filter((fact) => own(document.facts, fact)?.class === 'profiling')
      if (profiling.length === 0) return []
      const what = effect === 'rights' ? "the client's rights" : automatic ? 'a service by itself' : 'a service'
      const message = `${stateName(source)} decides on ${what} by the profiling fact ${listed(profiling)}`
      const report = effect === 'rights' || automatic ? error : warning
      const hint = 'Leave the criterion out of this transition; show the fact to the person who decides'
      return [report('profiling-fact', [...path, 'criteria', index], message, hint)]
    })
  })
