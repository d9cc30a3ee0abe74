import type { Finding } from '../finding.ts'
import { error, quoted } from './analysis/report.ts'
import type { Rule } from './verifyContext.ts'

/** An id names one item of a checklist. */
export const duplicateItem: Rule = ({ document }) =>
  Object.entries(document.taskDefinitions ?? {}).flatMap(([task, { checklist = [] }]) => {
    const known = new Set<string>()
    return checklist.flatMap(({ id }, index): Finding[] => {
      if (!known.has(id)) {
        known.add(id)
        return []
      }
      const message = `The checklist of ${quoted(task)} has the item ${quoted(id)} more than once`
      const path = ['taskDefinitions', task, 'checklist', index, 'id']
      return [error('duplicate-item', path, message, 'Give each item an id of its own')]
    })
  })
