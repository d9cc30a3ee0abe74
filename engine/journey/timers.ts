import { type Anchor, type Due, dueAfter, dueBefore, occurrenceAfter, startOfDay } from '../pathway/calendar/index.ts'
import type { CompiledPathway } from '../pathway/compilePathway.ts'
import type { FollowUpDefinition } from '../pathway/states.ts'
import { knownValue } from './facts.ts'
import type { Timer, TimerKind, Visit } from './state.ts'
import { change, type Step } from './step.ts'

/** When nothing else watches over a journey, it is reviewed after this (ours; a document may set `review`). */
export const defaultReview = 'P3M'

/** Arms a timer under a new id. */
export function arm(
  step: Step,
  timer: { kind: TimerKind; name: string; visit?: number; task?: number; occurrence?: number },
  due: Pick<Due, 'at' | 'date'>,
): void {
  change(step, {
    change: 'timerArmed',
    timer: {
      id: step.state.counters.timer + 1,
      arming: 1,
      kind: timer.kind,
      name: timer.name,
      visit: timer.visit ?? null,
      task: timer.task ?? null,
      occurrence: timer.occurrence ?? 1,
      dueAt: due.at,
      dueDate: due.date,
    },
  })
}

/** Arms what a state promises in time, for a visit that has just been opened. */
export function armPromises(step: Step, visit: Visit): void {
  for (const [name, followUp] of step.pathway.promises.get(visit.state)?.followUps ?? []) {
    armFollowUp(step, visit, name, followUp, 1)
  }
  armDelays(step, visit)
}

/** Arms the delays of `after`. They count from each entry, as XState has it, by history too. */
function armDelays(step: Step, visit: Visit): void {
  const { calendar } = step.pathway
  for (const [key, duration] of step.pathway.promises.get(visit.state)?.delays ?? []) {
    const due = dueAfter({ at: step.occurredAt }, duration, { calendar })
    arm(step, { kind: 'after', name: key, visit: visit.id }, due)
  }
}

/**
 * Arms again what a visit come back to through history still promises. What should have come due once meanwhile comes
 * due now; occurrences of a repeating follow-up that fell while nobody was there are skipped, and said so. What the
 * document says to restart counts anew.
 */
export function rearmPromises(step: Step, visit: Visit): void {
  for (const [name, followUp] of step.pathway.promises.get(visit.state)?.followUps ?? []) {
    if (followUp.restart && typeof followUp.anchor !== 'object') {
      restart(step, visit.id, name, followUp)
      continue
    }
    const done = visit.acted[name] ?? 0
    if (followUp.after) {
      if (done === 0) armFollowUp(step, visit, name, followUp, 1)
      continue
    }
    const occurrence = firstOccurrenceAfter(step, visit, name, followUp, { at: step.occurredAt, from: done + 1 })
    if (occurrence === undefined) continue
    if (occurrence > done + 1) {
      change(step, { change: 'occurrencesSkipped', visit: visit.id, followUp: name, upTo: occurrence - 1 })
    }
    armFollowUp(step, visit, name, followUp, occurrence)
  }
  armDelays(step, visit)
}

/** Lets a follow-up count anew from now on. */
function restart(step: Step, visit: number, name: string, followUp: FollowUpDefinition): void {
  change(step, { change: 'followUpRestarted', visit, followUp: name, at: step.occurredAt })
  const restarted = step.state.visits.find((one) => one.id === visit)
  if (restarted) armFollowUp(step, restarted, name, followUp, 1)
}

/**
 * The first occurrence of a repeating follow-up, from a given one on, that is due after an instant; the one past its end
 * when all that are left were due by then. Undefined while its anchor is unknown.
 */
export function firstOccurrenceAfter(
  step: Step,
  visit: Visit,
  name: string,
  followUp: FollowUpDefinition,
  { at, from }: { at: number; from: number },
): number | undefined {
  const anchor = anchorOf(step, visit, name, followUp)
  if (!anchor || !followUp.every) return undefined
  const { calendar } = step.pathway
  const end = followUpEnd(step, visit, name, followUp)
  const passed = end ? Math.min(at, end.at) : at
  const options = { calendar, shift: followUp.shift, from }
  return occurrenceAfter(anchor, step.pathway.duration(followUp.every), passed, options).occurrence
}

/** Arms one occurrence of a follow-up and its warning; nothing while its anchor is unknown, or after its end. */
export function armFollowUp(
  step: Step,
  visit: Visit,
  name: string,
  followUp: FollowUpDefinition,
  occurrence: number,
): void {
  const due = followUpDue(step, visit, name, followUp, occurrence)
  if (!due) return
  arm(step, { kind: 'followUp', name, visit: visit.id, occurrence }, due)
  if (!followUp.warnBefore) return
  const warning = dueBefore(due, step.pathway.duration(followUp.warnBefore), step.pathway.calendar)
  if (warning.at > step.occurredAt) arm(step, { kind: 'warning', name, visit: visit.id, occurrence }, warning)
}

/** When an occurrence of a follow-up is due: anchor plus n periods, then moved to a working day. */
export function followUpDue(
  step: Step,
  visit: Visit,
  name: string,
  followUp: FollowUpDefinition,
  occurrence: number,
): Due | undefined {
  const { pathway } = step
  const anchor = anchorOf(step, visit, name, followUp)
  const period = followUp.after ?? followUp.every
  if (!anchor || !period) return undefined
  const due = dueAfter(anchor, pathway.duration(period), {
    calendar: pathway.calendar,
    shift: followUp.shift,
    times: followUp.every ? occurrence : 1,
  })
  if (!followUp.every) return occurrence > 1 ? undefined : due
  const end = followUpEnd(step, visit, name, followUp)
  return end && due.at > end.at ? undefined : due
}

/** The end of a follow-up's window (`until`), counted from its anchor. */
export function followUpEnd(step: Step, visit: Visit, name: string, followUp: FollowUpDefinition): Due | undefined {
  const anchor = anchorOf(step, visit, name, followUp)
  if (!anchor || !followUp.until) return undefined
  return dueAfter(anchor, step.pathway.duration(followUp.until), { calendar: step.pathway.calendar })
}

/** What a follow-up counts from: entry to the state (or the return to it), or a date fact (undefined while unknown). */
export function anchorOf(step: Step, visit: Visit, name: string, followUp: FollowUpDefinition): Anchor | undefined {
  if (!followUp.anchor || followUp.anchor === 'entry') return visit.anchors?.[name] ?? { at: visit.enteredAt }
  const { pathway, state, facts, now } = step
  const found = knownValue(pathway, state, facts, now, visit.state, followUp.anchor.fact)
  return typeof found?.value === 'string' ? { date: found.value } : undefined
}

/** Moves, arms or cancels what is anchored to date facts, after facts have changed. */
export function followAnchors(step: Step): void {
  for (const visit of step.state.visits) {
    for (const [name, followUp] of step.pathway.promises.get(visit.state)?.followUps ?? []) {
      if (!followUp.anchor || followUp.anchor === 'entry') continue
      const armed = step.state.timers.filter(
        (one) => one.visit === visit.id && one.name === name && (one.kind === 'followUp' || one.kind === 'warning'),
      )
      const timer = armed.find((one) => one.kind === 'followUp')
      const occurrence = timer?.occurrence ?? (visit.acted[name] ?? 0) + 1
      const due = followUpDue(step, visit, name, followUp, occurrence)
      if (timer && due && timer.dueAt === due.at) continue
      if (timer && due && !followUp.warnBefore) {
        change(step, { change: 'timerMoved', timer: timer.id, dueAt: due.at, dueDate: due.date })
        continue
      }
      for (const one of armed) change(step, { change: 'timerCancelled', timer: one.id })
      armFollowUp(step, visit, name, followUp, occurrence)
    }
  }
}

/** When a task that is due on a local date becomes overdue: as the next day begins. */
export function overdueFrom(pathway: CompiledPathway, dueDate: string): Due {
  const next = dueAfter({ date: dueDate }, 'P1D', { calendar: pathway.calendar })
  return { ...next, at: startOfDay(next.date, pathway.calendar.zone) }
}

/**
 * Sees to it that nobody is forgotten: a live journey that no timer covers gets a `review`, and a review that something
 * else has come to cover goes.
 */
export function cover(step: Step): void {
  const { timers, status } = step.state
  if (status !== 'active') return
  const review = timers.find((one) => one.kind === 'review')
  const covered = timers.some((one) => one.kind !== 'review' && one.kind !== 'warning')
  if (covered && review) change(step, { change: 'timerCancelled', timer: review.id })
  if (covered || review) return
  const { document, calendar } = step.pathway
  const duration = step.pathway.duration(document.review ?? defaultReview)
  arm(
    step,
    { kind: 'review', name: 'review' },
    dueAfter({ at: step.now }, duration, { calendar, shift: 'nextWorkingDay' }),
  )
}

/** Cancels the timers that belong to a visit or a task. */
export function cancelTimers(step: Step, belongs: (timer: Timer) => boolean): void {
  const all = [...step.state.timers, ...step.state.stopped]
  for (const timer of all.filter(belongs)) change(step, { change: 'timerCancelled', timer: timer.id })
}
