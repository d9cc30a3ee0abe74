import { own } from '../own.ts'
import { followUpsOf } from './analysis/followUps.ts'
import { listed, quoted, warning } from './analysis/report.ts'
import type { Rule, VerifyContext } from './verifyContext.ts'

/** Every fact that criteria ask for, or follow-ups count from, is collected by a form; else somebody must happen to record it. */
export const uncollectedFact: Rule = (context) => {
  const { document } = context
  const collected = new Set(
    Object.values(document.taskDefinitions ?? {}).flatMap(({ form }) =>
      (form ?? []).flatMap((field) => ('fact' in field ? [field.fact] : [])),
    ),
  )
  const isMissing = (fact: string) => own(document.facts, fact) !== undefined && !collected.has(fact)
  const decides = usersOf(factsAsked(context).filter(([fact]) => isMissing(fact)))
  const dates = usersOf(factsCountedFrom(context).filter(([fact]) => isMissing(fact)))
  return [...new Set([...decides.keys(), ...dates.keys()])].map((fact) => {
    const uses = [
      ...(decides.has(fact) ? [`decides ${listed(decides.get(fact) ?? [])}`] : []),
      ...(dates.has(fact) ? [`is what ${listed(dates.get(fact) ?? [])} counts from`] : []),
    ]
    const message = `The fact ${quoted(fact)} ${uses.join(' and ')}, but no task asks for it`
    const hint = 'Add it to the form of a task, unless it is recorded elsewhere'
    return warning('uncollected-fact', ['facts', fact], message, hint)
  })
}

type Use = readonly [fact: string, by: string]

const factsAsked = ({ logic }: VerifyContext): Use[] =>
  [...logic.criteria.values()].flatMap(({ name, expression }) =>
    [...(expression?.names ?? [])].map((used): Use => [used, name]),
  )

const factsCountedFrom = (context: VerifyContext): Use[] =>
  followUpsOf(context).flatMap(({ name, definition: { anchor } }): Use[] =>
    typeof anchor === 'object' ? [[anchor.fact, name]] : [],
  )

function usersOf(uses: readonly Use[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [fact, by] of uses) found.set(fact, [...new Set([...(found.get(fact) ?? []), by])])
  return found
}
