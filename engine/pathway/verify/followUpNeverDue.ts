import type { Finding } from '../finding.ts'
import { delayOf } from '../parameters.ts'
import { leaves } from './analysis/domain.ts'
import { isCertainlyShorter, readDuration } from './analysis/durations.ts'
import { followUpsOf, type PlacedFollowUp } from './analysis/followUps.ts'
import { quoted, warning } from './analysis/report.ts'
import { ancestorsOf } from './analysis/stateGraph.ts'
import type { PlacedTransition, Rule, VerifyContext } from './verifyContext.ts'

/** Every follow-up may come due: its state lasts long enough, and it does not end before it begins. */
export const followUpNeverDue: Rule = (context) => followUpsOf(context).flatMap((one) => check(one, context))

function check(followUp: PlacedFollowUp, context: VerifyContext): Finding[] {
  const { definition, path, name, state } = followUp
  const { after, every, until, anchor } = definition
  const period = readDuration(after ?? every, context.parameters)
  const end = readDuration(until, context.parameters)
  if (!period) return []
  const never = (place: (string | number)[], why: string, hint: string) => [
    warning('follow-up-never-due', place, `The follow-up ${quoted(name)} never comes due: ${why}`, hint),
  ]
  if (every !== undefined && end && isCertainlyShorter(end, period)) {
    return never([...path, 'until'], 'it stops repeating before the first time', 'Set "until" to at least one period')
  }
  const around = [state.path, ...ancestorsOf(state.path, context.states)]
  for (const one of around.flatMap((active) => context.transitionsOf.get(active) ?? [])) {
    if (!isCertain(one) || !leaves(one, state.path, context)) continue
    // what counts from a date may come due on the day of entry
    const mayOutlast =
      typeof anchor === 'object' || (definition.whenSuspended === 'keep' && one.definition.whenSuspended !== 'keep')
    const stay = one.kind === 'always' || mayOutlast ? undefined : readDuration(delayOf(one.event), context.parameters)
    if (one.kind === 'always') {
      return never(path, 'its state is left as soon as it is entered', 'Move it to the state where the client stays')
    }
    if (stay && isCertainlyShorter(stay, period)) {
      return never(path, `its state is left after ${one.event}`, 'Let it come due earlier, or the state last longer')
    }
  }
  return []
}

/** Taken for certain once it may be: nobody is asked, nothing must hold, nothing comes before it. */
const isCertain = ({ kind, index, definition }: PlacedTransition): boolean =>
  (kind === 'always' || kind === 'after') &&
  index === 0 &&
  definition.automatic === true &&
  !definition.criteria?.length
