import type { Finding } from '../finding.ts'
import type { AnalysedCriterion } from './analysis/criteriaLogic.ts'
import { error, type JsonPath, quoted, warning } from './analysis/report.ts'
import type { Rule, VerifyContext } from './verifyContext.ts'

/** Every criterion tells clients apart: some values of the facts make it true and some false. */
export const constantCriterion: Rule = (context) =>
  [...context.logic.criteria.values()].flatMap((criterion) => check(criterion, context))

function check({ name, definition, expression, formula }: AnalysedCriterion, { logic }: VerifyContext): Finding[] {
  const path: JsonPath = ['criteria', name, 'when']
  if (!expression) return []
  if (definition.when.trim() === 'null') {
    const hint = 'Write what must hold, for example: hoursPerDay >= 6'
    return [
      error('constant-criterion', path, `The criterion ${quoted(name)} is not written yet, so it never holds`, hint),
    ]
  }
  if (logic.isNeverTrue(formula)) {
    const hint = 'Compare its numbers and codes with the range and options of the facts, and with each other'
    return [error('constant-criterion', path, `No values of the facts make the criterion ${quoted(name)} true`, hint)]
  }
  if (!logic.isNeverFalse(formula)) return []
  const hint =
    'It only asks that the facts are known. If that is meant, say so with "is defined(…)"; otherwise correct it'
  return [warning('constant-criterion', path, `No values of the facts make the criterion ${quoted(name)} false`, hint)]
}
