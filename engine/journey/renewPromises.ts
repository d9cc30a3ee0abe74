import { dueAfter } from '../pathway/calendar/index.ts'
import type { CompiledPathway } from '../pathway/compilePathway.ts'
import { own } from '../pathway/own.ts'
import type { FollowUpDefinition } from '../pathway/states.ts'
import { canonicalJson } from './canonicalJson.ts'
import type { Timer, Visit } from './state.ts'
import { change, type Step } from './step.ts'
import { arm, armFollowUp, cancelTimers, firstOccurrenceAfter, followUpEnd } from './timers.ts'

/** Under which version, and in which states, a visit was before its journey came to the present one. */
export interface Before {
  pathway: CompiledPathway
  /** its own state first, then those of the visits that go on in it */
  states: readonly string[]
}

/**
 * Brings what is armed for a visit to what its state promises in the version that its journey has come to. All of it
 * counts from where the visit counts. What is promised as before is left as it is; what is promised otherwise, or newly,
 * comes due once where that has passed already, while the occurrences of a repeating follow-up that have passed are
 * skipped, and said so. What is no longer promised goes.
 */
export function renewPromises(step: Step, visit: Visit, was: Before): void {
  const promised = step.pathway.promises.get(visit.state)?.followUps ?? []
  const earlier = new Set(was.states.flatMap((state) => namesOf(was.pathway.promises.get(state)?.followUps)))
  for (const name of earlier) {
    if (!promised.some(([one]) => one === name)) cancelTimers(step, isOf(visit, name, 'followUp', 'warning'))
  }
  for (const [name, followUp] of promised) {
    const old = followUpOf(was, name)
    if (old && timing(step.pathway, followUp) === timing(was.pathway, old)) continue
    cancelTimers(step, isOf(visit, name, 'followUp', 'warning'))
    if (followUp.every) renewRepeating(step, visit, name, followUp)
    else renewOnce(step, visit, name, followUp, old)
  }
  renewDelays(step, visit, was)
}

const namesOf = (promises: readonly (readonly [name: string, ...rest: unknown[]])[] = []): string[] =>
  promises.map(([name]) => name)

function followUpOf({ pathway, states }: Before, name: string): FollowUpDefinition | undefined {
  for (const state of states) {
    const found = own(pathway.states.get(state)?.definition.followUps, name)
    if (found) return found
  }
  return undefined
}

function renewRepeating(step: Step, visit: Visit, name: string, followUp: FollowUpDefinition): void {
  const done = visit.acted[name] ?? 0
  const next = firstOccurrenceAfter(step, visit, name, followUp, { at: step.now, from: done + 1 }) ?? done + 1
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

/**
 * The delays of `after`. One that has passed has passed. Another length counts from where the delays of the visit have
 * counted, which is the last entry, later by each standstill; where none is armed that would tell, from now on: a delay
 * that nobody knew of has nobody leave at once.
 */
function renewDelays(step: Step, visit: Visit, was: Before): void {
  const { calendar } = step.pathway
  const delays = step.pathway.promises.get(visit.state)?.delays ?? []
  const earlier = was.states.flatMap((state) => was.pathway.promises.get(state)?.delays ?? [])
  const since = countedFrom(step, visit, was)
  for (const key of namesOf(earlier)) {
    if (!namesOf(delays).includes(key)) cancelTimers(step, isOf(visit, key, 'after'))
  }
  for (const [key, duration] of delays) {
    const old = earlier.find(([one]) => one === key)?.[1]
    if (old !== undefined) {
      const isArmed = step.state.timers.some(isOf(visit, key, 'after'))
      if (!isArmed || canonicalJson(old) === canonicalJson(duration)) continue
      cancelTimers(step, isOf(visit, key, 'after'))
    }
    arm(step, { kind: 'after', name: key, visit: visit.id }, dueAfter({ at: since }, duration, { calendar }))
  }
}

/** From which instant the delays of a visit count, by those that are armed. */
function countedFrom(step: Step, visit: Visit, { pathway, states }: Before): number {
  const delays = states.flatMap((state) => pathway.promises.get(state)?.delays ?? [])
  for (const timer of step.state.timers) {
    if (timer.kind !== 'after' || timer.visit !== visit.id) continue
    const duration = delays.find(([key]) => key === timer.name)?.[1]
    if (duration === undefined) continue
    const counted = dueAfter({ at: visit.enteredAt }, duration, { calendar: pathway.calendar })
    return visit.enteredAt + timer.dueAt - counted.at
  }
  return step.occurredAt
}

const isOf =
  ({ id }: Visit, name: string, ...kinds: Timer['kind'][]) =>
  (timer: Timer): boolean =>
    timer.visit === id && timer.name === name && kinds.includes(timer.kind)

/** Whether what has acted of a follow-up tells nothing in another version: it is not there, or its occurrences have other numbers. */
export function countsAnew(name: string, was: Before, is: Before): boolean {
  const [old, followUp] = [followUpOf(was, name), followUpOf(is, name)]
  if (!old || !followUp) return true
  if (!old.every && !followUp.every) return false
  return numbering(was.pathway, old) !== numbering(is.pathway, followUp)
}

/** What decides on which occurrence is which. */
function numbering(pathway: CompiledPathway, { every, anchor = 'entry' }: FollowUpDefinition): string {
  return canonicalJson([every === undefined ? null : pathway.duration(every), anchor])
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
