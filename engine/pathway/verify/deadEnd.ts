import type { Finding } from '../finding.ts'
import { deadLeaves } from './analysis/ends.ts'
import { error, listed, warning } from './analysis/report.ts'
import { stateName } from './analysis/stateName.ts'
import { topmost } from './analysis/topmost.ts'
import { traceTo } from './analysis/traceTo.ts'
import { traps } from './analysis/traps.ts'
import type { Rule, VerifyContext } from './verifyContext.ts'

/**
 * From every state a journey can be in, it can come to an end. Where only the coded exits lead out it is a warning: an
 * exit is possible from anywhere, and a state may be meant to end that way, but then every journey of it ends by one.
 */
export const deadEnd: Rule = (context) => {
  const dead = deadLeaves(context)
  const isAll = topmost(dead, context).includes('')
  return topmost(isAll ? dead : traps(dead, context), context).map((path) => finding(path, context))
}

function finding(path: string, context: VerifyContext): Finding {
  const { document, graph, placeOf } = context
  const exits = Object.keys(document.exits ?? {})
  const within = graph.leaves(path)
  const trace = within.map((leaf) => traceTo(leaf, context)).find((found) => found !== undefined)
  const where =
    path === '' ? 'Nothing in the pathway leads to a final state' : `${stateName(path)} leads to no end of the pathway`
  if (exits.length === 0) {
    const hint = 'Lead a transition on towards a final state directly under the pathway, or add "exits"'
    return error('dead-end', placeOf(path), `${where}: a journey stays there for ever`, hint, trace)
  }
  const hint = 'If that is meant, nothing needs doing; otherwise lead a transition towards a final state'
  return warning(
    'dead-end',
    placeOf(path),
    `${where}: only an exit (${listed(exits)}) ends a journey there`,
    hint,
    trace,
  )
}
