import { answerProposal, cancelTask, claimTask, delegateTask, postponeTask, tickTask } from '../journey/work.ts'
import type { Sight } from '../store/peopleRows.ts'
import type { TaskStatus } from '../store/store.ts'
import { completeTaskCommand } from './completeTask.ts'
import type { Context } from './context.ts'
import { openedBefore, openTaskCommand } from './openTask.ts'
import { parse } from './parse.ts'
import { type JourneyCommand, runCommand } from './runCommand.ts'
import {
  type AnswerProposalInput,
  answerProposalSchema,
  type CancelTaskInput,
  type ClaimTaskInput,
  type CompleteTaskInput,
  cancelTaskSchema,
  claimTaskSchema,
  type DelegateTaskInput,
  delegateTaskSchema,
  type OpenTaskInput,
  openTaskSchema,
  type PostponeTaskInput,
  postponeTaskSchema,
  type TickTaskInput,
  tickTaskSchema,
} from './schemas.ts'
import { type TaskDetails, taskDetails, taskId, taskRow } from './taskDetails.ts'
import { todayOf } from './today.ts'
import type { JourneyAnswer } from './view.ts'

export interface TaskQuery {
  journey?: string
  client?: string
  role?: string
  assignee?: string
  status?: TaskStatus
  overdue?: boolean
  limit?: number
  /** tasks after this one, in the list's own order */
  after?: { dueDate: string | null; journey: string; id: number }
  /** only tasks on journeys that are seen so */
  sight?: Sight
}

/** Commands and questions about tasks. A task's id is its journey's id, a dot and its number. */
export interface Tasks {
  /** By due date, those without one last. */
  list(query?: TaskQuery): Promise<TaskDetails[]>
  get(id: string): Promise<TaskDetails>
  /** Opens a task that no pathway foresaw. */
  open(input: OpenTaskInput): Promise<JourneyAnswer & { task: string }>
  claim(id: string, input: ClaimTaskInput): Promise<JourneyAnswer>
  delegate(id: string, input: DelegateTaskInput): Promise<JourneyAnswer>
  postpone(id: string, input: PostponeTaskInput): Promise<JourneyAnswer>
  /** Ticks items of its checklist, or takes ticks away. @throws PolkuProblem `no-such-item` */
  tick(id: string, input: TickTaskInput): Promise<JourneyAnswer>
  /**
   * Completes a task; fields of its form that are bound to facts are recorded about the client.
   * @throws PolkuProblem `checklist-open` while a required item is not ticked
   */
  complete(id: string, input: CompleteTaskInput): Promise<JourneyAnswer>
  /** Cancels what a person has opened. @throws PolkuProblem `reason-required` */
  cancel(id: string, input: CancelTaskInput): Promise<JourneyAnswer>
  /** Accepts or dismisses a proposal. */
  answer(id: string, input: AnswerProposalInput): Promise<JourneyAnswer>
}

export function taskCommands(context: Context): Tasks {
  /** A command on one task, as a command on its journey; which task is part of the request that a key stands for. */
  const on = (id: string, make: (task: number) => JourneyCommand) => {
    const { journey, task } = taskId(id)
    const command = make(task)
    const asked = { ...command.asked, task }
    return runCommand(context, journey, { ...command, asked, entry: { ...command.entry, task } })
  }
  return {
    list: (query) =>
      context.store.read(async (tx) => {
        const { overdue: is, ...filter } = query ?? {}
        const overdue = is === undefined ? undefined : { is, today: todayOf(context) }
        const rows = await tx.tasks({ ...filter, overdue, limit: filter.limit ?? 100 })
        const found: TaskDetails[] = []
        for (const row of rows) found.push(await taskDetails(context, tx, row))
        return found
      }),
    get: (id) => context.store.read(async (tx) => taskDetails(context, tx, await taskRow(tx, id))),

    open: async (input) => {
      const asked = parse(openTaskSchema, input)
      const { command, opened } = openTaskCommand(asked)
      const answer = await runCommand(context, asked.journey, command)
      const task = opened() ?? (await openedBefore(context, asked.journey, answer.entry))
      return { ...answer, task: `${asked.journey}.${task}` }
    },
    claim: async (id, input) => {
      const asked = parse(claimTaskSchema, input)
      return on(id, (task) => ({ type: 'claimTask', asked, act: (step) => claimTask({ ...step, task }) }))
    },
    delegate: async (id, input) => {
      const asked = parse(delegateTaskSchema, input)
      return on(id, (task) => ({
        type: 'delegateTask',
        asked,
        act: (step) => delegateTask({ ...step, task, to: asked.to }),
      }))
    },
    postpone: async (id, input) => {
      const asked = parse(postponeTaskSchema, input)
      const { dueDate } = asked
      return on(id, (task) => ({
        type: 'postponeTask',
        asked,
        act: (step) => postponeTask({ ...step, task, dueDate }),
      }))
    },
    tick: async (id, input) => {
      const asked = parse(tickTaskSchema, input)
      const { items } = asked
      return on(id, (task) => ({ type: 'tickTask', asked, act: (step) => tickTask({ ...step, task, items }) }))
    },
    cancel: async (id, input) => {
      const asked = parse(cancelTaskSchema, input)
      return on(id, (task) => ({ type: 'cancelTask', asked, act: (step) => cancelTask({ ...step, task }) }))
    },
    answer: async (id, input) => {
      const asked = parse(answerProposalSchema, input)
      const { accept } = asked
      return on(id, (task) => ({
        type: 'answerProposal',
        asked,
        act: (step) => answerProposal({ ...step, task, accept }),
        entry: { accept },
      }))
    },
    complete: (id, input) => completeTaskCommand(context, id, input),
  }
}
