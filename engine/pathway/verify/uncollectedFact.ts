import { own } from '../own.ts'
import { listed, quoted, warning } from './analysis/report.ts'
import type { Rule } from './verifyContext.ts'

/** Every fact that criteria ask for is collected by a form; else the criteria stay unknown until someone records it. */
export const uncollectedFact: Rule = ({ document, logic }) => {
  const collected = new Set(
    Object.values(document.taskDefinitions ?? {}).flatMap(({ form }) =>
      (form ?? []).flatMap((field) => ('fact' in field ? [field.fact] : [])),
    ),
  )
  const askedBy = new Map<string, string[]>()
  for (const { name, expression } of logic.criteria.values()) {
    for (const used of expression?.names ?? []) {
      if (own(document.facts, used) && !collected.has(used)) askedBy.set(used, [...(askedBy.get(used) ?? []), name])
    }
  }
  return [...askedBy].map(([fact, criteria]) => {
    const message = `The fact ${quoted(fact)} decides ${listed(criteria)}, but no task asks for it`
    return warning(
      'uncollected-fact',
      ['facts', fact],
      message,
      'Add it to the form of a task, unless it is recorded elsewhere',
    )
  })
}
