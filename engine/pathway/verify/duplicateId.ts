import type { Finding } from '../finding.ts'
import { error, quoted } from './analysis/report.ts'
import { stateName } from './analysis/stateName.ts'
import type { Rule } from './verifyContext.ts'

/** An id names one state. */
export const duplicateId: Rule = ({ document, states, placeOf }) => {
  const owners = new Map<string, string>([[document.id, '']])
  return [...states.values()].flatMap(({ definition: { id }, path }): Finding[] => {
    if (id === undefined) return []
    const owner = owners.get(id)
    if (owner === undefined) {
      owners.set(id, path)
      return []
    }
    const message = `${stateName(path)} has the id ${quoted(id)}, which ${stateName(owner).toLowerCase()} has already`
    return [error('duplicate-id', [...placeOf(path), 'id'], message, 'Give each state an id of its own, or none')]
  })
}
