import { canonicalState } from '../journey/canonicalState.ts'
import type { Change } from '../journey/changes.ts'
import type { JourneyState, OpenTask, Timer } from '../journey/state.ts'
import type { JourneyRow, TaskRow, WriteTx } from '../store/store.ts'
import { type Context, rememberState } from './context.ts'
import type { Journalled, Loaded } from './loaded.ts'

/** Who made a step, and what they wrote. */
export interface Authorship {
  by: string
  byRule: boolean
  occurredAt: number
  /** reasons and event data, sealed under the client's key */
  sealed: Uint8Array | null
  /** what a task of this step holds, sealed: by task id */
  sealedTasks?: ReadonlyMap<number, Uint8Array>
}

/**
 * Writes a step: journal, state, timers, tasks, outgoing messages, in the transaction that is under way. The state kept
 * is the step's own, which is the fold of its changes; the property tests hold the two against each other.
 * @returns the journey after the step
 */
export async function persist(
  context: Context,
  tx: WriteTx,
  loaded: Loaded,
  made: Journalled,
  author: Authorship,
): Promise<Loaded> {
  const { row, now } = loaded
  const { step, entry } = made
  const seq = row.revision + 1
  const state: JourneyState = { ...step.state, at: now }
  const after: JourneyRow = {
    ...row,
    revision: seq,
    version: state.version,
    status: state.status,
    state: canonicalState(state),
    responsibleUser: state.responsible.user,
    responsibleTeam: state.responsible.team,
    startedAt: state.startedAt,
    endedAt: state.end?.at ?? null,
    changedAt: now,
  }
  if (seq === 1) await tx.insertJourney(after)
  else await tx.updateJourney(after, row.revision)
  await tx.appendJournal({
    journey: row.id,
    seq,
    type: entry.type,
    by: author.by,
    byRule: author.byRule,
    recordedAt: now,
    occurredAt: author.occurredAt,
    entry: JSON.stringify(entry),
    sealed: author.sealed,
  })
  // lists that nothing has changed are the very same ones
  if (state.timers !== loaded.state.timers) await writeTimers(tx, row.id, loaded.state.timers, state.timers)
  if (entry.changes.some(isOfTask)) await writeTasks(tx, after, loaded.state, state, entry.changes, author)
  const trace = entry.messages.length > 0 ? context.trace() : null
  for (const { topic, payload } of entry.messages) {
    await tx.appendOutbox({ journey: row.id, seq, topic, payload: JSON.stringify(payload), createdAt: now, trace })
  }
  await tellWhomItIsNewTo(tx, loaded, after, state, author.by)
  rememberState(context.memory, row.id, after.state, state)
  return { ...loaded, pathway: step.pathway, row: after, state }
}

/** A journey, or a task on it, that somebody else has given to a person is new to them until they look at it. */
async function tellWhomItIsNewTo(
  tx: WriteTx,
  { state: before }: Loaded,
  { id: journey, client, changedAt: at }: JourneyRow,
  { responsible, tasks, parent }: JourneyState,
  by: string,
): Promise<void> {
  // a module is its parent's
  if (parent === null && responsible.user !== before.responsible.user && responsible.user !== by) {
    await tx.markNew({ user: responsible.user, journey, client, at, again: true })
  }
  if (tasks === before.tasks) return
  for (const { id, assignee: user } of tasks) {
    if (user === null || user === by || user === responsible.user) continue
    const hadIt = before.tasks.some((old) => old.id === id && old.assignee === user)
    if (!hadIt) await tx.markNew({ user, journey, client, at, again: false })
  }
}

const isOfTask = ({ change }: Change): boolean =>
  change === 'taskOpened' || change === 'taskChanged' || change === 'taskClosed' || change === 'restored'

async function writeTimers(
  tx: WriteTx,
  journey: string,
  before: readonly Timer[],
  after: readonly Timer[],
): Promise<void> {
  for (const timer of before) {
    if (!after.some((one) => one.id === timer.id)) await tx.deleteTimer(journey, timer.id)
  }
  for (const timer of after) {
    const { id, arming, kind, name, dueAt } = timer
    const old = before.find((one) => one.id === id)
    if (!old) await tx.insertTimer({ journey, id, arming, kind, name, dueAt })
    else if (old.arming !== arming) await tx.updateTimer({ journey, id, arming, kind, name, dueAt })
  }
}

async function writeTasks(
  tx: WriteTx,
  journey: JourneyRow,
  before: JourneyState,
  after: JourneyState,
  changes: readonly Change[],
  author: Authorship,
): Promise<void> {
  const closed = new Map(
    changes.flatMap((one) => (one.change === 'taskClosed' ? [[one.task, one.outcome] as const] : [])),
  )
  for (const task of before.tasks) {
    if (after.tasks.some((one) => one.id === task.id)) continue
    const outcome = closed.get(task.id) ?? 'cancelled'
    await updateTask(tx, journey, task, author, { status: outcome, closedAt: journey.changedAt, closedBy: author.by })
  }
  for (const task of after.tasks) {
    const old = before.tasks.find((one) => one.id === task.id)
    if (old === task) continue
    if (!old && task.id > before.counters.task) await tx.insertTask(taskRow(journey, task, author))
    else await updateTask(tx, journey, task, author, { status: 'open', closedAt: null, closedBy: null })
  }
  // opened and closed by one and the same step: its row tells that it was
  for (const change of changes) {
    if (change.change !== 'taskOpened') continue
    const outcome = closed.get(change.task.id)
    if (outcome === undefined || after.tasks.some((one) => one.id === change.task.id)) continue
    const row = taskRow(journey, change.task, author)
    await tx.insertTask({ ...row, status: outcome, closedAt: journey.changedAt, closedBy: author.by })
  }
}

function taskRow(journey: JourneyRow, task: OpenTask, author: Authorship): TaskRow {
  const { id, kind, name, role, assignee, dueDate, openedAt, overdue, ticked = null } = task
  return {
    journey: journey.id,
    client: journey.client,
    id,
    kind,
    name,
    role,
    assignee,
    dueDate,
    openedAt,
    overdue,
    status: 'open',
    closedAt: null,
    closedBy: null,
    sealed: author.sealedTasks?.get(id) ?? null,
    ticked,
  }
}

async function updateTask(
  tx: WriteTx,
  journey: JourneyRow,
  task: OpenTask,
  author: Authorship,
  status: Pick<TaskRow, 'status' | 'closedAt' | 'closedBy'>,
): Promise<void> {
  const kept = await tx.task(journey.id, task.id)
  const row = taskRow(journey, task, author)
  await tx.updateTask({ ...row, ...status, sealed: row.sealed ?? kept?.sealed ?? null })
}
