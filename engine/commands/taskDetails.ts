import { isOverdue } from '../journey/isOverdue.ts'
import { checklistOf } from '../journey/work.ts'
import type { FieldDefinition } from '../pathway/declarations.ts'
import { own } from '../pathway/own.ts'
import type { Text } from '../pathway/values.ts'
import type { ReadTx, TaskRow, TaskStatus } from '../store/store.ts'
import { type Context, clientKeyOf, pathwayOf, stateOf } from './context.ts'
import { PolkuProblem } from './problem.ts'
import { todayOf } from './today.ts'
import { iso, type TaskView, viewTask } from './view.ts'

/** A task with what it holds, open or closed. */
export interface TaskDetails extends TaskView {
  client: string
  status: TaskStatus
  closedAt: string | null
  closedBy: string | null
  /** fields of the form, for a task of the pathway */
  form: FieldDefinition[]
  /** what to check and do, for a task of the pathway that has a checklist */
  checklist: ChecklistView[]
  /** title, description and what was filled in */
  content: Record<string, unknown>
}

/** An item of a task's checklist, and whether it is ticked. */
export interface ChecklistView {
  id: string
  label: Text
  required: boolean
  isTicked: boolean
}

export async function taskDetails(context: Context, tx: ReadTx, row: TaskRow): Promise<TaskDetails> {
  const { journey, id, kind, name, client, status, closedBy } = row
  const of = await tx.journey(journey)
  if (!of) throw new Error(`task ${journey}.${id} has no journey`)
  const pathway = await pathwayOf(context, tx, of.pathway, of.version)
  const ticked = row.ticked ?? []
  const content = row.sealed
    ? (context.vault.open(await clientKeyOf(context, tx, client), row.sealed, `task:${journey}:${id}`) as Record<
        string,
        unknown
      >)
    : {}
  const standing = { today: todayOf(context), isStandingStill: stateOf(context, of).standstillSince !== null }
  return {
    ...viewTask(pathway, journey, { ...row, overdue: isOverdue(row, standing) }),
    client,
    status,
    closedAt: row.closedAt === null ? null : iso(row.closedAt),
    closedBy,
    form: kind === 'pathway' ? (own(pathway.document.taskDefinitions, name)?.form ?? []) : [],
    checklist: checklistOf(pathway, row).map((item) => ({
      id: item.id,
      label: item.label,
      required: item.required ?? false,
      isTicked: ticked.includes(item.id),
    })),
    content,
  }
}

/** A task's id in its parts. @throws PolkuProblem `not-found` */
export function taskId(id: string): { journey: string; task: number } {
  const [, journey, task] = /^([A-Za-z0-9_-]{1,64})\.(\d{1,9})$/.exec(id) ?? []
  if (!journey || !task)
    throw new PolkuProblem('not-found', `"${id}" is no task: a task's id is its journey's id, a dot and a number.`)
  return { journey, task: Number(task) }
}

/** @throws PolkuProblem `not-found` */
export async function taskRow(tx: ReadTx, id: string): Promise<TaskRow> {
  const { journey, task } = taskId(id)
  const row = await tx.task(journey, task)
  if (!row) throw new PolkuProblem('not-found', `There is no task "${id}".`)
  return row
}
