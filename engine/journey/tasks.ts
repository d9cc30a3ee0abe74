import { dueAfter } from '../pathway/calendar/index.ts'
import { own } from '../pathway/own.ts'
import type { OpenTask, TaskKind } from './state.ts'
import { change, type Step } from './step.ts'
import { arm, cancelTimers, overdueFrom } from './timers.ts'

/** How long a person has for a proposal or a review before it counts as overdue (ours). */
export const answerWithin = { workingDays: 10 } as const

interface NewTask {
  kind: TaskKind
  name: string
  visit?: number
  role?: string | null
  assignee?: string | null
  dueDate?: string | null
}

/** Opens a task and arms the timer that sees when it is overdue. Returns its id. */
export function openTask(step: Step, { kind, name, visit, role, assignee, dueDate }: NewTask): number {
  const id = step.state.counters.task + 1
  const task: OpenTask = {
    id,
    kind,
    name,
    visit: visit ?? null,
    role: role ?? null,
    assignee: assignee ?? null,
    dueDate: dueDate ?? null,
    openedAt: step.occurredAt,
    overdue: false,
  }
  change(step, { change: 'taskOpened', task })
  if (task.dueDate) armOverdue(step, id, name, task.dueDate)
  step.messages.push({
    topic: 'task.opened',
    payload: { task: id, kind, name, role: task.role, assignee: task.assignee },
  })
  return id
}

/** Opens a task of the document; its due date is the given one, else what the document says, counted from now on. */
export function openDocumentTask(step: Step, name: string, visit: number | undefined, dueDate?: string): number {
  const definition = own(step.pathway.document.taskDefinitions, name)
  const due = definition?.due && step.pathway.duration(definition.due)
  const counted = due && dueAfter({ at: step.occurredAt }, due, { calendar: step.pathway.calendar }).date
  return openTask(step, { kind: 'pathway', name, visit, role: definition?.role, dueDate: dueDate ?? counted })
}

/** Opens a task that asks a person for an answer within ten working days: a proposal or a review. */
export function askPerson(step: Step, kind: 'proposal' | 'review', name: string, visit?: number): number {
  const due = dueAfter({ at: step.now }, answerWithin, { calendar: step.pathway.calendar })
  return openTask(step, { kind, name, visit, assignee: step.state.responsible.user, dueDate: due.date })
}

/** Closes a task and its timer. */
export function closeTask(step: Step, id: number, outcome: 'completed' | 'cancelled'): void {
  cancelTimers(step, (timer) => timer.task === id)
  change(step, { change: 'taskClosed', task: id, outcome })
}

/** Watches a task's due date, in place of an earlier one. */
export function armOverdue(step: Step, task: number, name: string, dueDate: string): void {
  cancelTimers(step, (timer) => timer.task === task)
  const overdue = overdueFrom(step.pathway, dueDate)
  arm(step, { kind: 'taskDue', name, task }, { at: overdue.at, date: dueDate })
}
