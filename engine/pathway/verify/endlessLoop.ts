import type { Finding } from '../finding.ts'
import { entersAnew } from './analysis/domain.ts'
import { type Formula, withDaysInState } from './analysis/formula.ts'
import { isPrompt, loopsOf } from './analysis/loops.ts'
import { error, warning } from './analysis/report.ts'
import { traceTo } from './analysis/traceTo.ts'
import type { PlacedTransition, Rule, VerifyContext } from './verifyContext.ts'

/** Automatic transitions that lead to each other without waiting would go round for ever. */
export const endlessLoop: Rule = (context) => loopsOf(context).flatMap((loop) => finding(loop, context))

function finding(loop: readonly PlacedTransition[], context: VerifyContext): Finding[] {
  const { logic } = context
  const first = loop[0]
  if (!first) return []
  const asked: Formula = {
    kind: 'and',
    parts: loop.map((one, index) => {
      const isFresh = entersAnew(loop.at(index - 1) ?? one, one.source, context)
      return withDaysInState(logic.all(one.definition.criteria), isFresh ? 0 : undefined)
    }),
  }
  if (logic.isNeverTrue(asked)) return []
  const holds =
    loop.every(({ definition }) => (definition.criteria ?? []).length === 0) || logic.witness(asked) !== undefined
  const isProved = holds && isPrompt(loop, context)
  const round = [...loop, first].map(({ source }) => `"${source === '' ? 'the pathway' : source}"`).join(' → ')
  const trace = traceTo(first.source, context)
  const hint =
    'Let a person decide (leave out "automatic"), let it wait, or give the transitions criteria that exclude each other'
  return [
    isProved
      ? error('endless-loop', first.path, `Automatic transitions go round without end: ${round}`, hint, trace)
      : warning('endless-loop', first.path, `Automatic transitions may go round without end: ${round}`, hint, trace),
  ]
}
