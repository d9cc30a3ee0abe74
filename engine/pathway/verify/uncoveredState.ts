import type { Finding } from '../finding.ts'
import { type Coverage, coverageOf, isEnd } from './analysis/coverage.ts'
import { warning } from './analysis/report.ts'
import { stateName } from './analysis/stateName.ts'
import { topmost } from './analysis/topmost.ts'
import { traceTo } from './analysis/traceTo.ts'
import type { Rule, VerifyContext } from './verifyContext.ts'

/**
 * Proves for every state that nobody is forgotten in it, else says whether nothing is promised there (`failing`) or what is
 * promised may come to an end (`unproved`). Both are warnings: the engine covers the rest with a review of its own.
 */
export const uncoveredState: Rule = (context) => {
  const coverage = coverageOf(context)
  const ends = context.graph.leaves('').filter((leaf) => isEnd(leaf, context))
  return (['failing', 'unproved'] as const).flatMap((verdict) => {
    const told = [...coverage].flatMap(([leaf, one]) => (one === verdict ? [leaf] : []))
    if (told.length === 0) return []
    return topmost(new Set([...told, ...ends]), context)
      .filter((path) => !ends.includes(path))
      .map((path) => finding(path, verdict, told, context))
  })
}

function finding(
  path: string,
  verdict: Exclude<Coverage, 'proved'>,
  told: readonly string[],
  context: VerifyContext,
): Finding {
  const { document, graph, placeOf } = context
  const what =
    verdict === 'failing'
      ? 'promises nothing in time to a client who stays there: failing, a review timer will be armed at once'
      : 'is not proved to be followed up for as long as a client stays there: unproved, a review timer will be armed'
  const review = document.review === undefined ? 'after three months' : 'after the time set as "review"'
  const hint = `Add a follow-up with "every" and without "until". Without it the responsible person is asked to review ${review}`
  const within = graph.leaves(path).filter((leaf) => told.includes(leaf))
  const trace = within.map((leaf) => traceTo(leaf, context)).find((found) => found !== undefined)
  return { ...warning('uncovered-state', placeOf(path), `${stateName(path)} ${what}`, hint, trace), verdict }
}
