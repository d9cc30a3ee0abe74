import type { Finding } from '../finding.ts'
import { leaves } from './analysis/domain.ts'
import { warning } from './analysis/report.ts'
import { ancestorsOf, isWithin, regionsOf } from './analysis/stateGraph.ts'
import { stateName } from './analysis/stateName.ts'
import { topmost } from './analysis/topmost.ts'
import type { PlacedTransition, Rule, VerifyContext } from './verifyContext.ts'

/**
 * Proves for every state that nobody is forgotten in it, assuming that every criterion is false or unknown and every task
 * gets closed: a follow-up repeats there without end, or time alone leads on. The engine covers the rest with a review.
 */
export const uncoveredState: Rule = (context) => {
  const uncovered = context.graph.leaves('').filter((leaf) => !isEnd(leaf, context) && !isCovered(leaf, context))
  if (uncovered.length === 0) return []
  return topmost(new Set([...uncovered, ...endsOf(context)]), context).flatMap((path): Finding[] => {
    if (context.states.get(path)?.type === 'final' && !uncovered.includes(path)) return []
    const review = context.document.review === undefined ? 'after three months' : 'after the time set as "review"'
    const message = `${stateName(path)} is not proved to be followed up for as long as a client stays there: unproved, a review timer will be armed`
    const hint = `Add a follow-up with "every" and without "until". Without it the responsible person is asked to review ${review}`
    return [warning('uncovered-state', context.placeOf(path), message, hint)]
  })
}

const isEnd = (leaf: string, { states }: VerifyContext): boolean =>
  states.get(leaf)?.type === 'final' && states.get(leaf)?.parent === ''

const endsOf = (context: VerifyContext): string[] => context.graph.leaves('').filter((leaf) => isEnd(leaf, context))

function isCovered(leaf: string, context: VerifyContext): boolean {
  const active = certainlyActive(leaf, context)
  const isFollowedUp = [...active].some((path) =>
    Object.values(context.states.get(path)?.definition.followUps ?? {}).some(
      ({ every, until, anchor }) => every !== undefined && until === undefined && typeof anchor !== 'object',
    ),
  )
  return isFollowedUp || [...active].some((path) => leadsOnByItself(path, leaf, context))
}

/** Whether time, or nothing at all, takes a journey out of a leaf without anybody deciding. */
function leadsOnByItself(path: string, leaf: string, context: VerifyContext): boolean {
  return (context.transitionsOf.get(path) ?? []).some((one) => isCertain(one) && leaves(one, leaf, context))
}

const isCertain = ({ kind, index, definition }: PlacedTransition): boolean =>
  (kind === 'after' || kind === 'always') &&
  index === 0 &&
  definition.automatic === true &&
  !definition.criteria?.length

/** What is active whenever a leaf is: its ancestors, and the regions beside them as far as they do not vary. */
function certainlyActive(leaf: string, { states }: VerifyContext): Set<string> {
  const active = new Set([leaf, ...ancestorsOf(leaf, states)])
  const addRegions = (path: string): void => {
    const state = states.get(path)
    if (state?.type !== 'parallel') return
    for (const region of regionsOf(state, states)) {
      active.add(region)
      if (!isWithin(leaf, region)) addRegions(region)
    }
  }
  for (const path of [...active]) addRegions(path)
  return active
}
