import type { Finding } from '../finding.ts'
import { candidateGroups, describeValues } from './analysis/candidateGroups.ts'
import { asking, type Formula, namesOf } from './analysis/formula.ts'
import { quoted, warning } from './analysis/report.ts'
import { stateName } from './analysis/stateName.ts'
import type { PlacedTransition, Rule, VerifyContext } from './verifyContext.ts'

/**
 * Several transitions of one event that divide clients by the same values leave nobody out. One transition alone is a
 * gate, and ones that share no value are several gates; those may well be closed. Where they ask for other things beside
 * what they share, a gap is where none of them holds whatever those come to.
 */
export const criteriaGap: Rule = (context) => candidateGroups(context).flatMap((group) => check(group, context))

function check(group: readonly PlacedTransition[], { logic }: VerifyContext): Finding[] {
  const first = group[0]
  if (!first || (first.kind !== 'on' && first.kind !== 'done')) return []
  const formulas = group.map(({ definition }) => logic.all(definition.criteria))
  const [own = new Set<string>(), ...others] = formulas.map(namesOf)
  const shared = new Set([...own].filter((name) => others.every((names) => names.has(name))))
  if (shared.size === 0) return []
  const none: Formula = { kind: 'not', part: { kind: 'or', parts: formulas.map((one) => asking(one, shared)) } }
  const left = logic.witness(none)
  if (!left) return []
  const message = `${stateName(first.source)} divides ${quoted(first.event)} by the same values, but with ${describeValues(left)} none of its transitions holds`
  const hint = 'Close the gap between the criteria, or add a last transition without criteria for the rest'
  return [warning('criteria-gap', first.path, message, hint)]
}
