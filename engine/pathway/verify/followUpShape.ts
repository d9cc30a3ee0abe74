import type { Finding } from '../finding.ts'
import { own } from '../own.ts'
import { isCertainlyShorter, isCertainlyWithin, readDuration } from './analysis/durations.ts'
import { followUpsOf, type PlacedFollowUp } from './analysis/followUps.ts'
import { isHandledWith } from './analysis/isHandledWith.ts'
import { error, quoted, warning } from './analysis/report.ts'
import type { Rule, VerifyContext } from './verifyContext.ts'

/** A follow-up says when, does something, and its times fit together. */
export const followUpShape: Rule = (context) =>
  followUpsOf(context).flatMap((one) => [...whenAndWhat(one, context), ...timesOf(one, context)])

function whenAndWhat({ definition, path, name, state }: PlacedFollowUp, context: VerifyContext): Finding[] {
  const { after, every, task, event, actions, anchor } = definition
  const found: Finding[] = []
  if ((after === undefined) === (every === undefined)) {
    const what = after === undefined ? 'says neither "after" nor "every"' : 'says both "after" and "every"'
    found.push(
      error(
        'follow-up-shape',
        path,
        `The follow-up ${quoted(name)} ${what}`,
        '"after" is once, "every" is repeating: give one of them',
      ),
    )
  }
  if (task === undefined && event === undefined && actions === undefined) {
    const hint = 'Give it a "task" to open, an "event" to send, or "actions"'
    found.push(error('follow-up-shape', path, `The follow-up ${quoted(name)} does nothing when it comes due`, hint))
  }
  if (typeof anchor === 'object' && definition.whenSuspended === 'shift') {
    const message = `The follow-up ${quoted(name)} counts from a date, so a suspension cannot move it`
    found.push(warning('follow-up-shape', [...path, 'whenSuspended'], message, 'Leave out "whenSuspended"'))
  }
  const anchorType = typeof anchor === 'object' ? own(context.document.facts, anchor.fact)?.type : undefined
  if (anchorType !== undefined && anchorType !== 'date') {
    const message = `The follow-up ${quoted(name)} counts from a fact that is a ${anchorType}`
    found.push(
      error('follow-up-shape', [...path, 'anchor', 'fact'], message, 'Count from a fact of type date, or from "entry"'),
    )
  }
  if (event !== undefined && !isHandledWith(state.path, event, context)) {
    const message = `The follow-up ${quoted(name)} sends ${quoted(event)}, which nothing handles while it runs`
    const hint = `Handle it in "${state.key}", in a state inside it, or in one around it`
    found.push(error('follow-up-shape', [...path, 'event'], message, hint))
  }
  return found
}

function timesOf({ definition, path, name }: PlacedFollowUp, { parameters }: VerifyContext): Finding[] {
  const period = readDuration(definition.after ?? definition.every, parameters)
  const until = readDuration(definition.until, parameters)
  const warnBefore = readDuration(definition.warnBefore, parameters)
  const found: Finding[] = []
  if (period && until && definition.after !== undefined) {
    const place = [...path, 'until']
    const hint = 'The window begins at "after" and ends at "until", both from the anchor: set "until" later'
    if (isCertainlyWithin(until, period)) {
      found.push(
        error('follow-up-shape', place, `The window of the follow-up ${quoted(name)} ends before it begins`, hint),
      )
    } else if (!isCertainlyShorter(period, until)) {
      found.push(
        warning(
          'follow-up-shape',
          place,
          `The window of the follow-up ${quoted(name)} may end before it begins, as months and working days vary`,
          hint,
        ),
      )
    }
  }
  if (period && warnBefore && isCertainlyWithin(period, warnBefore)) {
    const message = `The follow-up ${quoted(name)} would warn before its time has begun to run`
    found.push(error('follow-up-shape', [...path, 'warnBefore'], message, 'Warn less ahead than the follow-up takes'))
  }
  return found
}
