import type { Finding } from '../finding.ts'
import { candidateGroups, describeValues } from './analysis/candidateGroups.ts'
import type { Formula } from './analysis/formula.ts'
import { quoted, warning } from './analysis/report.ts'
import { targetStates } from './analysis/stateGraph.ts'
import { stateName } from './analysis/stateName.ts'
import type { PlacedTransition, Rule, VerifyContext } from './verifyContext.ts'

/**
 * Of several transitions of one event it is plain which a client gets. A last one without criteria ("otherwise") and a
 * special case before a general one are plain; two that overlap in part are decided by their order alone.
 */
export const overlappingCriteria: Rule = (context) =>
  candidateGroups(context).flatMap((group) =>
    group.flatMap((first, index) => group.slice(index + 1).flatMap((second) => check(first, second, context))),
  )

function check(first: PlacedTransition, second: PlacedTransition, context: VerifyContext): Finding[] {
  if (!first.definition.criteria?.length || !second.definition.criteria?.length) return []
  if (targetStates(first).join() === targetStates(second).join()) return []
  const { logic } = context
  const [a, b] = [logic.all(first.definition.criteria), logic.all(second.definition.criteria)]
  const shared = logic.witness(both(a, b))
  const isPlain = !shared || !logic.witness(both(a, not(b))) || !logic.witness(both(b, not(a)))
  if (isPlain) return []
  const message = `${stateName(first.source)} has two transitions of ${quoted(first.event)} that may hold at once: with ${describeValues(shared)} the order decides`
  return [
    warning(
      'overlapping-criteria',
      second.path,
      message,
      'Let the criteria exclude each other, or make the last one the rest, without criteria',
    ),
  ]
}

const both = (left: Formula, right: Formula): Formula => ({ kind: 'and', parts: [left, right] })
const not = (part: Formula): Formula => ({ kind: 'not', part })
