import { shiftDate } from '../pathway/calendar/index.ts'
import { own } from '../pathway/own.ts'
import type { FollowUpDefinition } from '../pathway/states.ts'
import { listActions } from '../pathway/stateTree.ts'
import { decide } from './decide.ts'
import { circumstances, sendUnasked, settle, takeOrPropose } from './settle.ts'
import type { Timer, Visit } from './state.ts'
import { beginStep, change, keepCriteria, type Step, type StepInput } from './step.ts'
import { askPerson, openDocumentTask } from './tasks.ts'
import { armFollowUp, firstOccurrenceAfter, followUpDue, followUpEnd } from './timers.ts'

/** Later than this, a timer that has acted is marked late (ours): the worker looks every second. */
export const lateAfterMs = 60_000

/** What became of a timer, as the journal keeps it. */
export interface TimerRecord {
  id: number
  arming: number
  kind: Timer['kind']
  name: string
  occurrence: number
  dueAt: number
  late: boolean
  /** occurrences after this one that had come due as well and are done with it: first and last */
  skipped?: [first: number, last: number]
}

/**
 * Lets one due timer act, once: it happens now, not when it was due. Never called before `dueAt`.
 * @throws Error when the timer is not due: a defect of the caller's
 */
export function actTimer(input: StepInput, timer: Timer): { step: Step; record: TimerRecord } {
  if (timer.dueAt > input.now) throw new Error(`timer ${timer.id} is due at ${timer.dueAt}, and it is ${input.now}`)
  const step = beginStep(input)
  const { id, arming, kind, name, occurrence, dueAt } = timer
  const record: TimerRecord = { id, arming, kind, name, occurrence, dueAt, late: input.now - dueAt > lateAfterMs }
  const visit = step.state.visits.find((one) => one.id === timer.visit)
  switch (kind) {
    case 'followUp':
      settle(step, visit ? actFollowUp(step, timer, visit, record) : [])
      break
    case 'warning':
      change(step, { change: 'timerActed', timer: id, upTo: occurrence })
      step.messages.push({ topic: 'followUp.warning', payload: { followUp: name, occurrence } })
      settle(step)
      break
    case 'after':
      change(step, { change: 'timerActed', timer: id, upTo: occurrence })
      settle(step, visit ? actDelay(step, name, visit) : [])
      break
    case 'taskDue':
      actOverdue(step, timer)
      settle(step)
      break
    case 'review':
    case 'suspensionReview':
      actReview(step, timer)
      settle(step)
      break
  }
  return { step, record }
}

function actFollowUp(step: Step, timer: Timer, visit: Visit, record: TimerRecord): string[] {
  const { pathway } = step
  const followUp = own(pathway.states.get(visit.state)?.definition.followUps, timer.name)
  if (!followUp) throw new Error(`"${visit.state}" has no follow-up "${timer.name}"`)
  const next = nextOccurrence(step, timer, visit)
  if (next > timer.occurrence + 1) record.skipped = [timer.occurrence + 1, next - 1]
  change(step, { change: 'timerActed', timer: timer.id, upTo: next - 1 })
  if (followUp.every) armFollowUp(step, visit, timer.name, followUp, next)

  if (followUp.task) openDocumentTask(step, followUp.task, visit.id, windowEnd(step, visit, timer.name, followUp))
  for (const { type, params } of listActions(followUp.actions)) {
    step.messages.push({ topic: 'action', payload: params === undefined ? { type } : { type, params } })
  }
  return followUp.event ? sendUnasked(step, followUp.event) : []
}

/** The due date of a task that has a window: its end, on a working day within it when the follow-up keeps to those. */
function windowEnd(step: Step, visit: Visit, name: string, followUp: FollowUpDefinition): string | undefined {
  const end = followUp.after ? followUpEnd(step, visit, name, followUp)?.date : undefined
  if (end === undefined || (followUp.shift ?? 'none') === 'none') return end
  return shiftDate(end, 'previousWorkingDay', step.pathway.calendar)
}

/** The occurrence to arm after one has acted: the next, or after an outage the first that is still to come. */
function nextOccurrence(step: Step, timer: Timer, visit: Visit): number {
  const followUp = own(step.pathway.states.get(visit.state)?.definition.followUps, timer.name)
  const next = timer.occurrence + 1
  if (!followUp?.every || followUp.catchUp === 'each') return next
  const due = followUpDue(step, visit, timer.name, followUp, next)
  if (!due || due.at > step.now) return next
  return firstOccurrenceAfter(step, visit, timer.name, followUp, { at: step.now, from: next }) ?? next
}

function actDelay(step: Step, key: string, visit: Visit): string[] {
  const decision = decide(circumstances(step), (state) =>
    state === visit.state ? step.pathway.candidates(state, 'after', key) : [],
  )
  keepCriteria(step, decision.considered)
  const transitions = [...decision.chosen, ...decision.unknown].map((one) => one.transition)
  return takeOrPropose(step, transitions, decision.unknown.length > 0)
}

function actOverdue(step: Step, timer: Timer): void {
  change(step, { change: 'timerActed', timer: timer.id, upTo: timer.occurrence })
  const task = step.state.tasks.find((one) => one.id === timer.task)
  if (!task) return
  change(step, { change: 'taskChanged', task: task.id, overdue: true })
  const definition = task.kind === 'pathway' ? own(step.pathway.document.taskDefinitions, task.name) : undefined
  step.messages.push({
    topic: 'task.overdue',
    payload: { task: task.id, name: task.name, escalateTo: definition?.escalateTo ?? step.state.responsible.user },
  })
}

function actReview(step: Step, timer: Timer): void {
  change(step, { change: 'timerActed', timer: timer.id, upTo: timer.occurrence })
  const open = step.state.tasks.find((task) => task.kind === 'review')
  if (!open) askPerson(step, 'review', 'review')
  else
    step.messages.push({
      topic: 'task.overdue',
      payload: { task: open.id, name: 'review', escalateTo: step.state.responsible.user },
    })
}
