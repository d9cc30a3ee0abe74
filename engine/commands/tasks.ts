import { isOverdue } from '../journey/isOverdue.ts'
import { isRefusal } from '../journey/refusal.ts'
import type { JournalEntry } from '../journey/replay.ts'
import {
  answerProposal,
  cancelTask,
  checklistOf,
  claimTask,
  completeTask,
  delegateTask,
  openAdHocTask,
  postponeTask,
  tickTask,
} from '../journey/work.ts'
import type { CompiledPathway } from '../pathway/compilePathway.ts'
import type { FieldDefinition, Text, ValueType } from '../pathway/document.ts'
import { own } from '../pathway/names.ts'
import type { Sight } from '../store/peopleRows.ts'
import type { ReadTx, TaskRow, TaskStatus } from '../store/store.ts'
import { type Context, clientKeyOf, factsOf, pathwayOf, stateOf } from './context.ts'
import { checkValues } from './factValues.ts'
import type { Loaded } from './loaded.ts'
import { parse } from './parse.ts'
import { PolkuProblem } from './problem.ts'
import { loadLive, type RecordedFacts, tellJourneys, writeFacts } from './recordFacts.ts'
import { type Around, type Asked, type JourneyCommand, runCommand } from './runCommand.ts'
import {
  type AnswerProposalInput,
  answerProposalSchema,
  type CancelTaskInput,
  type ClaimTaskInput,
  type CompleteTaskInput,
  cancelTaskSchema,
  claimTaskSchema,
  completeTaskSchema,
  type DelegateTaskInput,
  delegateTaskSchema,
  type OpenTaskInput,
  openTaskSchema,
  type PostponeTaskInput,
  postponeTaskSchema,
  type TickTaskInput,
  tickTaskSchema,
} from './schemas.ts'
import { todayOf } from './today.ts'
import { undone } from './undone.ts'
import { iso, type JourneyAnswer, type TaskView, taskLabel } from './view.ts'

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
        for (const row of rows) found.push(await details(context, tx, row))
        return found
      }),
    get: (id) => context.store.read(async (tx) => details(context, tx, await taskRow(tx, id))),

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
    complete: (id, input) => complete(context, id, input),
  }
}

/**
 * What opens a task that no pathway foresaw; its number is known once the step has been made.
 * @param rolePath where the request names the case role, for a refusal
 */
export function openTaskCommand(
  asked: Asked & Omit<OpenTaskInput, keyof Asked>,
  rolePath: string[] = ['role'],
): {
  command: JourneyCommand
  opened(): number | undefined
} {
  const { title, description, role = null, assignee = null, dueDate = null } = asked
  let opened: number | undefined
  const command: JourneyCommand = {
    type: 'openTask',
    asked,
    act: (step, { pathway }) => {
      if (role !== null && !own(pathway.document.caseRoles, role)) throw unknownRole(pathway, role, rolePath)
      const made = openAdHocTask({ ...step, name: 'adHoc', role, assignee, dueDate })
      if (isRefusal(made)) return made
      opened = made.task
      return made.step
    },
    taskContent: () => (opened === undefined ? undefined : { task: opened, content: { title, description } }),
  }
  return { command, opened: () => opened }
}

/** The ad hoc task that an entry opened, for an answer that is given again. */
async function openedBefore(context: Context, journey: string, seq: number): Promise<number> {
  const [row] = await context.store.read((tx) => tx.journal(journey, { from: seq, limit: 1 }))
  const { changes } = JSON.parse(row?.entry ?? '{"changes":[]}') as Pick<JournalEntry, 'changes'>
  for (const one of changes) if (one.change === 'taskOpened' && one.task.kind === 'adHoc') return one.task.id
  throw new Error(`entry ${seq} of journey ${journey} opened no task`)
}

async function complete(context: Context, id: string, input: CompleteTaskInput): Promise<JourneyAnswer> {
  const asked = parse(completeTaskSchema, input)
  const { journey, task } = taskId(id)
  const form = asked.form ?? {}
  const asRequested = { ...asked, dryRun: undefined, task }
  const command = (loaded: Loaded | undefined, facts: RecordedFacts): JourneyCommand => ({
    type: 'completeTask',
    asked: asRequested,
    act: (step) => completeTask({ ...step, task }),
    entry: { task, facts: Object.values(facts) },
    taskContent: () => {
      const own = loaded ? ownFields(loaded, task, form) : {}
      return Object.keys(own).length > 0 ? { task, content: own } : undefined
    },
  })
  // facts of the form are written first, then every other live journey of the client is told
  const withFacts: Around = async (tx, loaded, run) => {
    const bound = checkForm(loaded, task, form)
    if (Object.keys(bound).length === 0) return run(loaded, command(loaded, {}))
    const { client } = loaded.row
    const others = await loadLive(context, tx, client, journey)
    const holdsFrom = asked.occurredAt === undefined ? undefined : Date.parse(asked.occurredAt)
    const facts = { client, values: bound, source: `task ${id}`, by: asked.by.user, holdsFrom }
    const recorded = await writeFacts(context, tx, facts, [loaded, ...others])
    const answer = await run({ ...loaded, facts: await factsOf(context, tx, client) }, command(loaded, recorded))
    if (answer instanceof PolkuProblem) throw answer
    await tellJourneys(context, tx, client, others, recorded, {
      by: asked.by.user,
      occurredAt: holdsFrom ?? loaded.now,
    })
    return answer
  }
  if (!asked.dryRun) return runCommand(context, journey, command(undefined, {}), withFacts)
  // what a form records decides where it leads: a dry run does everything, and undoes it
  return undone<JourneyAnswer>((undo) => {
    const tried = command(undefined, {})
    const unkeyed = { ...tried, asked: { ...tried.asked, key: undefined } }
    return runCommand(context, journey, unkeyed, async (...around) => undo(await withFacts(...around)))
  })
}

/** A task for a case role that the pathway does not have would wait for nobody. */
function unknownRole({ document }: CompiledPathway, role: string, path: string[]): PolkuProblem {
  const accepted = Object.keys(document.caseRoles ?? {})
  const message = 'is not a case role of this pathway'
  return new PolkuProblem('invalid-request', `"${role}" ${message}.`, {
    errors: [{ path, message }],
    accepted,
  })
}

/**
 * Holds a filled-in form against the task's fields.
 * @returns the values of fields that are bound to facts
 * @throws PolkuProblem `invalid-fact` for a missing, unknown or wrong field
 */
function checkForm(
  loaded: Loaded,
  task: number,
  form: Readonly<Record<string, string | number | boolean>>,
): Record<string, string | number | boolean> {
  // the command itself says that there is no such task
  if (!loaded.state.tasks.some((one) => one.id === task)) return {}
  const fields = fieldsOf(loaded, task)
  const types = new Map<string, ValueType>()
  const errors = []
  for (const field of fields) {
    const name = 'fact' in field ? field.fact : field.name
    const type = 'fact' in field ? own(loaded.pathway.document.facts, field.fact) : field.value
    if (type) types.set(name, type)
    if (field.required && form[name] === undefined) errors.push({ path: ['form', name], message: 'is required' })
  }
  for (const name of Object.keys(form)) {
    if (!types.has(name)) errors.push({ path: ['form', name], message: 'is not a field of this form' })
  }
  if (errors.length > 0) {
    const [first] = errors
    throw new PolkuProblem('invalid-fact', `"${first?.path.at(-1)}" ${first?.message}.`, {
      errors,
      accepted: [...types.keys()],
    })
  }
  checkValues(form, (name) => types.get(name), 'form')
  const bound = new Set(fields.flatMap((field) => ('fact' in field ? [field.fact] : [])))
  return Object.fromEntries(Object.entries(form).filter(([name]) => bound.has(name)))
}

function ownFields(loaded: Loaded, task: number, form: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const names = new Set(fieldsOf(loaded, task).flatMap((field) => ('fact' in field ? [] : [field.name])))
  return Object.fromEntries(Object.entries(form).filter(([name]) => names.has(name)))
}

function fieldsOf({ state, pathway }: Loaded, task: number): FieldDefinition[] {
  const open = state.tasks.find((one) => one.id === task)
  return open?.kind === 'pathway' ? (own(pathway.document.taskDefinitions, open.name)?.form ?? []) : []
}

/** A task's id in its parts. @throws PolkuProblem `not-found` */
function taskId(id: string): { journey: string; task: number } {
  const [, journey, task] = /^([A-Za-z0-9_-]{1,64})\.(\d{1,9})$/.exec(id) ?? []
  if (!journey || !task)
    throw new PolkuProblem('not-found', `"${id}" is no task: a task's id is its journey's id, a dot and a number.`)
  return { journey, task: Number(task) }
}

async function taskRow(tx: ReadTx, id: string): Promise<TaskRow> {
  const { journey, task } = taskId(id)
  const row = await tx.task(journey, task)
  if (!row) throw new PolkuProblem('not-found', `There is no task "${id}".`)
  return row
}

async function details(context: Context, tx: ReadTx, row: TaskRow): Promise<TaskDetails> {
  const { journey, id, kind, name, role, assignee, dueDate, client, status, closedBy } = row
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
  return {
    id: `${journey}.${id}`,
    journey,
    client,
    kind,
    name,
    label: taskLabel(pathway, kind, name),
    role,
    assignee,
    dueDate,
    overdue: isOverdue(row, {
      today: todayOf(context),
      isStandingStill: stateOf(context, of).standstillSince !== null,
    }),
    status,
    openedAt: iso(row.openedAt),
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
