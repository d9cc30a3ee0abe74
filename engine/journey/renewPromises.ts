import { dueAfter } from '../pathway/calendar/index.ts'
import type { CompiledPathway } from '../pathway/compilePathway.ts'
import { own } from '../pathway/own.ts'
import type { FollowUpDefinition } from '../pathway/states.ts'
import { canonicalJson } from './canonicalJson.ts'
import type { Timer, Visit } from './state.ts'
import { change, type Step } from './step.ts'
import { arm, armFollowUp, cancelTimers, firstOccurrenceAfter, followUpEnd } from './timers.ts'

/** Under which version, and in which state, a visit was before its journey came to the present one. */
export interface Before {
  pathway: CompiledPathway
  state: string
}

/**
 * Brings what is armed for a visit to what its state promises in the version that its journey has come to. All of it
 * counts from where the visit counts. What is promised as before is left as it is; what is promised otherwise, or newly,
 * comes due once where that has passed already, while the occurrences of a repeating follow-up that have passed are
 * skipped, and said so. What is no longer promised goes.
 */
export function renewPromises(step: Step, visit: Visit, was: Before): void {
  const promised = step.pathway.promises.get(visit.state)?.followUps ?? []
  const earlier = new Map(was.pathway.promises.get(was.state)?.followUps)
  for (const name of earlier.keys()) {
    if (!promised.some(([one]) => one === name)) cancelTimers(step, isOf(visit, name, 'followUp', 'warning'))
  }
  for (const [name, followUp] of promised) {
    const old = earlier.get(name)
    if (old && timing(step.pathway, followUp) === timing(was.pathway, old)) continue
    cancelTimers(step, isOf(visit, name, 'followUp', 'warning'))
    if (followUp.every) renewRepeating(step, visit, name, followUp)
    else renewOnce(step, visit, name, followUp, old)
  }
  renewDelays(step, visit, was)
}

function renewRepeating(step: Step, visit: Visit, name: string, followUp: FollowUpDefinition): void {
  const next = firstOccurrenceAfter(step, visit, name, followUp, { at: step.now, from: 1 }) ?? 1
  skip(step, visit, name, next - 1)
  armFollowUp(step, visit, name, followUp, next)
}

function renewOnce(
  step: Step,
  visit: Visit,
  name: string,
  followUp: FollowUpDefinition,
  old: FollowUpDefinition | undefined,
): void {
  if (old && (visit.acted[name] ?? 0) > 0) return
  const end = followUpEnd(step, visit, name, followUp)
  const isOver = end !== undefined && end.at <= step.now
  skip(step, visit, name, isOver ? 1 : 0)
  if (!isOver) armFollowUp(step, visit, name, followUp, 1)
}

function skip(step: Step, visit: Visit, followUp: string, upTo: number): void {
  if ((visit.acted[followUp] ?? 0) !== upTo) {
    change(step, { change: 'occurrencesSkipped', visit: visit.id, followUp, upTo })
  }
}

/** The delays of `after`: one that has passed has passed, under the old version or as soon as it is armed under the new. */
function renewDelays(step: Step, visit: Visit, was: Before): void {
  const { calendar } = step.pathway
  const delays = step.pathway.promises.get(visit.state)?.delays ?? []
  const earlier = new Map(was.pathway.promises.get(was.state)?.delays)
  for (const key of earlier.keys()) {
    if (!delays.some(([one]) => one === key)) cancelTimers(step, isOf(visit, key, 'after'))
  }
  for (const [key, duration] of delays) {
    const old = earlier.get(key)
    if (old !== undefined && canonicalJson(old) === canonicalJson(duration)) continue
    const armed = step.state.timers.find(isOf(visit, key, 'after'))
    if (old !== undefined && !armed) continue
    // a delay counts from the last entry, by history too, and has moved with each standstill
    const counted =
      old === undefined ? undefined : dueAfter({ at: visit.enteredAt }, old, { calendar: was.pathway.calendar })
    const moved = armed && counted ? armed.dueAt - counted.at : 0
    cancelTimers(step, isOf(visit, key, 'after'))
    arm(
      step,
      { kind: 'after', name: key, visit: visit.id },
      dueAfter({ at: visit.enteredAt + moved }, duration, { calendar }),
    )
  }
}

const isOf =
  ({ id }: Visit, name: string, ...kinds: Timer['kind'][]) =>
  (timer: Timer): boolean =>
    timer.visit === id && timer.name === name && kinds.includes(timer.kind)

/** Whether what has acted of a follow-up tells nothing in another version: it is not there, or its occurrences have other numbers. */
export function countsAnew(name: string, was: Before, is: Before): boolean {
  const [old, followUp] = [was, is].map(({ pathway, state }) =>
    own(pathway.states.get(state)?.definition.followUps, name),
  )
  if (!old || !followUp) return true
  if (!old.every && !followUp.every) return false
  return timing(was.pathway, old) !== timing(is.pathway, followUp)
}

/** What decides on when a follow-up comes due, its parameters filled in. */
function timing(pathway: CompiledPathway, followUp: FollowUpDefinition): string {
  const { after, every, until, warnBefore, shift = 'none', anchor = 'entry' } = followUp
  const [once, repeating, end, warning] = [after, every, until, warnBefore].map((one) =>
    one === undefined ? null : pathway.duration(one),
  )
  const of = typeof anchor === 'object' ? own(pathway.document.facts, anchor.fact)?.type : null
  return canonicalJson([once, repeating, end, warning, shift, anchor, of, pathway.document.calendar ?? null])
}
