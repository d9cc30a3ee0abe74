import {
  daysBetween,
  dueAfter,
  dueBefore,
  dueOn,
  isExact,
  localDate,
  parseDuration,
} from '../pathway/calendar/index.ts'
import type { CompiledPathway } from '../pathway/compilePathway.ts'
import { own } from '../pathway/own.ts'
import type { FollowUpDefinition } from '../pathway/states.ts'
import type { Refusal } from './refusal.ts'
import { type Actor, mayAct } from './send.ts'
import { settle } from './settle.ts'
import { tellModules } from './startModule.ts'
import type { JourneyState, Suspension, Timer } from './state.ts'
import { beginStep, change, type Step, type StepInput } from './step.ts'
import { anchorOf, arm, followUpDue, overdueFrom } from './timers.ts'

interface SuspendInput extends StepInput {
  by: Actor
  reason?: string
  code: string | null
  /** local date on which the responsible person looks at it again */
  reviewDate: string
}

/**
 * Suspends a journey: transitions are refused, facts accepted, and what the document does not keep stands still until
 * the last suspension ends. Its review date cannot be stopped, so nobody is forgotten.
 */
export function suspend(input: SuspendInput): Step | Refusal {
  const { state, pathway, code, by, reason } = input
  if (state.status === 'ended') return { refused: 'ended', code: state.end?.code ?? '' }
  const reasons = pathway.document.suspensions
  if (code !== null && !own(reasons, code))
    return { refused: 'no-such-reason', code, codes: Object.keys(reasons ?? {}) }
  const allowed = code === null ? undefined : own(reasons, code)?.by
  if (!mayAct(by, allowed)) return { refused: 'not-allowed', what: `suspension ${code}`, allowed: allowed ?? [] }
  if (!reason?.trim()) return { refused: 'reason-required', what: 'suspending the journey' }
  const today = localDate(input.now, pathway.calendar.zone)
  if (input.reviewDate <= today)
    return { refused: 'wrong-kind', why: `the review date ${input.reviewDate} must lie ahead of ${today}` }

  return hold(beginStep(input), { code, reviewDate: input.reviewDate })
}

/** A module stands still as long as its parent does. */
export function followSuspension(input: StepInput & { ofParent: number; reviewDate: string }): Step | undefined {
  const { state, ofParent, reviewDate } = input
  if (state.status === 'ended' || state.suspensions.some((one) => one.ofParent === ofParent)) return undefined
  return hold(beginStep(input), { code: null, reviewDate, ofParent })
}

/** A module runs on when its parent does. */
export function followResumption(input: StepInput & { ofParent: number }): Step | undefined {
  const suspension = input.state.suspensions.find((one) => one.ofParent === input.ofParent)
  return suspension && release(beginStep(input), suspension)
}

function hold(step: Step, { code, reviewDate, ofParent }: Pick<Suspension, 'code' | 'reviewDate' | 'ofParent'>): Step {
  const { pathway } = step
  if (step.state.suspensions.length === 0) {
    for (const timer of step.state.timers.filter((one) => isStopped(pathway, step.state, one))) {
      change(step, { change: 'timerStopped', timer: timer.id })
    }
  }
  const id = step.state.counters.suspension + 1
  const suspension: Suspension = { id, code, since: step.occurredAt, reviewDate }
  change(step, { change: 'suspended', suspension: ofParent === undefined ? suspension : { ...suspension, ofParent } })
  // a module is looked at together with its parent
  if (ofParent === undefined)
    arm(step, { kind: 'suspensionReview', name: String(id) }, dueOn(reviewDate, pathway.calendar))
  settle(step)
  step.messages.push({ topic: 'journey.suspended', payload: { suspension: id, code, reviewDate } })
  tellModules(step, 'module.suspend', { suspension: id, reviewDate })
  return step
}

/** Ends a suspension. With the last one, what stood still runs on, later by as many local days as it stood. */
export function resume(input: StepInput & { by: Actor; suspension: number }): Step | Refusal {
  const { state, suspension: id } = input
  if (state.status === 'ended') return { refused: 'ended', code: state.end?.code ?? '' }
  const suspension = state.suspensions.find((one) => one.id === id)
  if (!suspension)
    return { refused: 'no-such-suspension', suspension: id, open: state.suspensions.map((one) => one.id) }
  if (suspension.ofParent !== undefined) {
    return { refused: 'wrong-kind', why: 'the module stands still with its parent; resume that' }
  }
  if (input.occurredAt < suspension.since) {
    return {
      refused: 'too-early',
      occurredAt: input.occurredAt,
      earliest: suspension.since,
      because: 'the suspension began then',
    }
  }
  return release(beginStep(input), suspension)
}

function release(step: Step, { id, since }: Suspension): Step {
  const review = step.state.timers.find((one) => one.kind === 'suspensionReview' && one.name === String(id))
  if (review) change(step, { change: 'timerCancelled', timer: review.id })
  const stoodSince = step.state.standstillSince ?? since
  // the last to be ended need not be the last that held it: ends may be recorded afterwards
  const stoodUntil = Math.max(step.state.standstillUntil ?? step.occurredAt, step.occurredAt)
  const isLast = step.state.suspensions.length === 1
  change(step, { change: 'resumed', suspension: id, ...(isLast ? {} : { at: step.occurredAt }) })
  if (isLast) runOn(step, step.pathway, stoodSince, stoodUntil)
  settle(step)
  step.messages.push({ topic: 'journey.resumed', payload: { suspension: id } })
  tellModules(step, 'module.resume', { suspension: id })
  return step
}

/** Whether a suspension stops a timer: what the document keeps, and reviews, run on. */
function isStopped(pathway: CompiledPathway, state: JourneyState, timer: Timer): boolean {
  switch (timer.kind) {
    case 'followUp':
    case 'warning': {
      const followUp = followUpOf(pathway, state, timer)
      return followUp !== undefined && followUp.whenSuspended !== 'keep' && !isAnchoredToFact(followUp)
    }
    case 'after': {
      const path = state.visits.find((one) => one.id === timer.visit)?.state ?? ''
      return pathway.candidates(path, 'after', timer.name)[0]?.definition.whenSuspended !== 'keep'
    }
    case 'taskDue': {
      const isOfPathway = state.tasks.find((one) => one.id === timer.task)?.kind === 'pathway'
      return !isOfPathway || own(pathway.document.taskDefinitions, timer.name)?.whenSuspended !== 'keep'
    }
    case 'review':
    case 'suspensionReview':
      return false
  }
}

/** Lets everything that stood still run on: anchors, delays and due dates move by the length of the standstill. */
function runOn(step: Step, pathway: CompiledPathway, since: number, until: number): void {
  const { calendar } = pathway
  const stood = {
    ms: until - since,
    days: daysBetween(localDate(since, calendar.zone), localDate(until, calendar.zone)),
  }
  moveAnchors(step, stood)
  for (const timer of step.state.stopped) {
    const due = dueAfterStandstill(step, timer, stood)
    change(step, { change: 'timerResumed', timer: timer.id, dueAt: due.at, dueDate: due.date })
    if (timer.kind === 'taskDue' && timer.task !== null) {
      change(step, { change: 'taskChanged', task: timer.task, dueDate: due.date })
    }
  }
}

interface Standstill {
  ms: number
  /** local calendar days */
  days: number
}

function moveAnchors(step: Step, stood: Standstill): void {
  const { pathway } = step
  const { calendar } = pathway
  for (const visit of step.state.visits) {
    for (const [followUp, definition] of pathway.promises.get(visit.state)?.followUps ?? []) {
      if (definition.whenSuspended === 'keep' || isAnchoredToFact(definition)) continue
      const anchor = anchorOf(step, visit, followUp, definition)
      const period = definition.after ?? definition.every
      if (!anchor || !period) continue
      const moved =
        'at' in anchor && isExact(parseDuration(pathway.duration(period)))
          ? { at: anchor.at + stood.ms }
          : { date: dueAfter(anchor, `P${stood.days}D`, { calendar }).date }
      change(step, { change: 'anchorMoved', visit: visit.id, followUp, anchor: moved })
    }
  }
}

function dueAfterStandstill(step: Step, timer: Timer, stood: Standstill): { at: number; date: string } {
  const { pathway } = step
  const { calendar } = pathway
  const visit = step.state.visits.find((one) => one.id === timer.visit)
  const followUp = followUpOf(pathway, step.state, timer)
  if (visit && followUp) {
    const due = followUpDue(step, visit, timer.name, followUp, timer.occurrence)
    if (due && timer.kind === 'followUp') return due
    if (due && followUp.warnBefore) return dueBefore(due, pathway.duration(followUp.warnBefore), calendar)
  }
  const isClock = timer.kind === 'after' && isExact(parseDuration(delay(pathway, visit?.state ?? '', timer.name)))
  if (isClock) return { at: timer.dueAt + stood.ms, date: localDate(timer.dueAt + stood.ms, calendar.zone) }
  const date = dueAfter({ date: timer.dueDate }, `P${stood.days}D`, { calendar }).date
  if (timer.kind === 'taskDue') return { at: overdueFrom(pathway, date).at, date }
  return dueOn(date, calendar)
}

function delay(pathway: CompiledPathway, state: string, key: string) {
  return pathway.promises.get(state)?.delays.find(([name]) => name === key)?.[1] ?? 'P0D'
}

function followUpOf(pathway: CompiledPathway, state: JourneyState, timer: Timer): FollowUpDefinition | undefined {
  if (timer.kind !== 'followUp' && timer.kind !== 'warning') return undefined
  const path = state.visits.find((one) => one.id === timer.visit)?.state
  return path === undefined ? undefined : own(pathway.states.get(path)?.definition.followUps, timer.name)
}

const isAnchoredToFact = ({ anchor }: FollowUpDefinition): boolean => anchor !== undefined && anchor !== 'entry'
