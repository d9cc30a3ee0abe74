import type { CompiledPathway } from '../pathway/compilePathway.ts'
import type { ChecklistItem } from '../pathway/declarations.ts'
import { own } from '../pathway/own.ts'
import { judge } from './decide.ts'
import type { Refusal } from './refusal.ts'
import { type Actor, mayAct, refuseBackDated } from './send.ts'
import { circumstances, settle } from './settle.ts'
import type { OpenTask } from './state.ts'
import { beginStep, change, keepCriteria, type Step, type StepInput } from './step.ts'
import { take } from './take.ts'
import { armOverdue, closeTask, openTask } from './tasks.ts'
import { followAnchors } from './timers.ts'

interface TaskInput extends StepInput {
  task: number
  by: Actor
}

/** Facts of the client have changed: what is anchored to them moves, and `always` is asked again. */
export function factsChanged(input: StepInput): Step {
  const step = beginStep(input)
  followAnchors(step)
  settle(step)
  return step
}

/** Opens a task that no pathway foresaw, for a case role or a named person. */
export function openAdHocTask(
  input: StepInput & { name: string; role: string | null; assignee: string | null; dueDate: string | null },
): { step: Step; task: number } | Refusal {
  if (input.state.status === 'ended') return { refused: 'ended', code: input.state.end?.code ?? '' }
  const step = beginStep(input)
  const { name, role, assignee, dueDate } = input
  const task = openTask(step, { kind: 'adHoc', name, role, assignee, dueDate })
  settle(step)
  return { step, task }
}

/** Takes an unassigned task to oneself. */
export function claimTask(input: TaskInput): Step | Refusal {
  const task = findTask(input)
  if ('refused' in task) return task
  if (task.assignee !== null && task.assignee !== input.by.user)
    return { refused: 'task-taken', assignee: task.assignee }
  const wrongRole = refuseRole(input, task)
  if (wrongRole) return wrongRole
  const step = beginStep(input)
  change(step, { change: 'taskChanged', task: task.id, assignee: input.by.user })
  return step
}

/** Gives a task to another person, or back to its case role (`to: null`). */
export function delegateTask(input: TaskInput & { to: string | null }): Step | Refusal {
  const task = findTask(input)
  if ('refused' in task) return task
  if (input.to === null && task.role === null) {
    return { refused: 'wrong-kind', why: 'the task waits for no case role, so it needs a person' }
  }
  const step = beginStep(input)
  change(step, { change: 'taskChanged', task: task.id, assignee: input.to })
  if (input.to !== null) {
    const { id, kind, name, role } = task
    step.messages.push({ topic: 'task.delegated', payload: { task: id, kind, name, role, assignee: input.to } })
  }
  return step
}

/** Ticks items of a task's checklist, or takes ticks away; the task stays open. */
export function tickTask(input: TaskInput & { items: Readonly<Record<string, boolean>> }): Step | Refusal {
  const task = findTask(input)
  if ('refused' in task) return task
  const wrongRole = refuseRole(input, task)
  if (wrongRole) return wrongRole
  const checklist = checklistOf(input.pathway, task).map(({ id }) => id)
  const unknown = Object.keys(input.items).find((item) => !checklist.includes(item))
  if (unknown !== undefined) return { refused: 'no-such-item', item: unknown, items: checklist }
  const step = beginStep(input)
  const ticked = checklist.filter((id) => input.items[id] ?? task.ticked?.includes(id))
  change(step, { change: 'taskChanged', task: task.id, ticked })
  return step
}

/** The checklist of a task: only those of the pathway have one. */
export function checklistOf(
  pathway: CompiledPathway,
  { kind, name }: Pick<OpenTask, 'kind' | 'name'>,
): ChecklistItem[] {
  return kind === 'pathway' ? (own(pathway.document.taskDefinitions, name)?.checklist ?? []) : []
}

/** Completes a task; facts that its form recorded are among the step's facts already. */
export function completeTask(input: TaskInput): Step | Refusal {
  const task = findTask(input)
  if ('refused' in task) return task
  if (task.kind === 'proposal') return { refused: 'wrong-kind', why: 'a proposal is accepted or dismissed' }
  const wrongRole = refuseRole(input, task)
  if (wrongRole) return wrongRole
  const { occurredAt } = input
  if (occurredAt < task.openedAt)
    return { refused: 'too-early', occurredAt, earliest: task.openedAt, because: 'the task was opened then' }
  const open = checklistOf(input.pathway, task).filter(({ id, required }) => required && !task.ticked?.includes(id))
  if (open.length > 0) return { refused: 'checklist-open', items: open.map(({ id }) => id) }
  const step = beginStep(input)
  closeTask(step, task.id, 'completed')
  followAnchors(step)
  settle(step)
  return step
}

/** Cancels an ad hoc task that has become needless, for a reason. */
export function cancelTask(input: TaskInput & { reason?: string }): Step | Refusal {
  const task = findTask(input)
  if ('refused' in task) return task
  if (task.kind !== 'adHoc')
    return { refused: 'wrong-kind', why: 'what the pathway asks for is completed, not cancelled' }
  if (!input.reason?.trim()) return { refused: 'reason-required', what: 'cancelling a task' }
  const step = beginStep(input)
  closeTask(step, task.id, 'cancelled')
  settle(step)
  return step
}

/** Moves a task's due date; with it moves when it counts as overdue. */
export function postponeTask(input: TaskInput & { dueDate: string }): Step | Refusal {
  const task = findTask(input)
  if ('refused' in task) return task
  const step = beginStep(input)
  change(step, { change: 'taskChanged', task: task.id, dueDate: input.dueDate, overdue: false })
  armOverdue(step, task.id, task.name, input.dueDate)
  settle(step)
  return step
}

/** Accepts a proposal, which takes its transition if its criteria hold now, or dismisses it with a reason. */
export function answerProposal(input: TaskInput & { accept: boolean; reason?: string }): Step | Refusal {
  const task = findTask(input)
  if ('refused' in task) return task
  if (task.kind !== 'proposal') return { refused: 'wrong-kind', why: 'this task is no proposal; complete it' }
  const transition = input.pathway.transitions.get(task.name)
  if (!transition) return { refused: 'wrong-kind', why: `the pathway has no transition "${task.name}"` }
  const { by: allowed, reasonRequired } = transition.definition
  if (!mayAct(input.by, allowed)) return { refused: 'not-allowed', what: transition.id, allowed: allowed ?? [] }
  const step = beginStep(input)
  if (!input.accept) {
    if (!input.reason?.trim()) return { refused: 'reason-required', what: `dismissing ${transition.id}` }
    closeTask(step, task.id, 'completed')
    if (transition.kind === 'always') change(step, { change: 'dismissed', transition: transition.id, dismissed: true })
    settle(step)
    return step
  }
  if (reasonRequired && !input.reason?.trim()) return { refused: 'reason-required', what: transition.id }
  if (input.state.suspensions.length > 0) return { refused: 'suspended', suspensions: input.state.suspensions }
  const verdict = judge(circumstances(step), transition)
  if (verdict.value !== true) {
    const event = transition.id
    if (verdict.value === false) return { refused: 'blocked', event, criteria: verdict.criteria }
    const lacks = verdict.criteria.flatMap((one) => one.lacks)
    return { refused: 'unknown', event, lacks: [...new Set(lacks)].sort(), criteria: verdict.criteria }
  }
  const tooEarly = refuseBackDated(step, [transition])
  if (tooEarly) return tooEarly
  keepCriteria(step, [verdict])
  closeTask(step, task.id, 'completed')
  settle(step, take(step, [transition.id]))
  return step
}

function findTask({ state, task }: TaskInput): OpenTask | Refusal {
  if (state.status === 'ended') return { refused: 'ended', code: state.end?.code ?? '' }
  return state.tasks.find((one) => one.id === task) ?? { refused: 'no-such-task', task }
}

/** A task that waits for a case role is done by somebody who has it, or by the person it was given to. */
function refuseRole(input: TaskInput, task: OpenTask): Refusal | undefined {
  if (task.role === null || task.assignee === input.by.user) return undefined
  return mayAct(input.by, rolesFor(input.pathway, task))
    ? undefined
    : { refused: 'not-allowed', what: task.name, allowed: rolesFor(input.pathway, task) }
}

function rolesFor(pathway: CompiledPathway, task: OpenTask): string[] {
  const escalateTo =
    task.overdue && task.kind === 'pathway' ? own(pathway.document.taskDefinitions, task.name)?.escalateTo : undefined
  return [task.role, escalateTo].flatMap((role) => role ?? [])
}
