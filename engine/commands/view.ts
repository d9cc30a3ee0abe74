import type { PlacedEntry } from '../journey/replay.ts'
import type { JourneyEnd, JourneyState, OpenTask, Parent, Responsible, TaskKind, TimerKind } from '../journey/state.ts'
import type { StateValue } from '../pathway/compileMachine.ts'
import type { CompiledPathway } from '../pathway/compilePathway.ts'
import { own } from '../pathway/own.ts'
import type { Text } from '../pathway/values.ts'

/** A journey as people see it. Instants are ISO 8601 in UTC, dates local. */
export interface JourneyView {
  id: string
  client: string
  pathway: string
  version: number
  /** grows by one with every step; a command may name the one it was decided on */
  revision: number
  status: 'active' | 'ended'
  /** where it stands, as XState writes it */
  state: StateValue
  /** the innermost active states */
  states: string[]
  /** active phases, outermost first */
  phases: { state: string; label: Text; since: string }[]
  responsible: Responsible
  startedAt: string
  tasks: TaskView[]
  timers: TimerView[]
  /** what holds the journey */
  suspensions: SuspensionView[]
  /** the journey that this one is a module of */
  parent: Parent | null
  /** modules that are running */
  children: ChildView[]
  end: (Omit<JourneyEnd, 'at'> & { at: string; label: Text | undefined }) | null
}

export interface ChildView {
  journey: string
  module: string
  label: Text | undefined
  pathway: string
  version: number
}

export interface SuspensionView {
  id: number
  code: string | null
  label: Text | undefined
  since: string
  /** local date on which the responsible person looks at it again */
  reviewDate: string
}

export interface TaskView {
  id: string
  journey: string
  kind: TaskKind
  name: string
  label: Text | undefined
  role: string | null
  assignee: string | null
  dueDate: string | null
  overdue: boolean
  openedAt: string
}

export interface TimerView {
  id: number
  kind: TimerKind
  name: string
  label: Text | undefined
  /** the state that promises it; null for the pathway itself and for tasks */
  state: string | null
  occurrence: number
  dueDate: string
  dueAt: string
  /** a suspension has stopped it: it will be due later by as long as that lasts */
  isStopped: boolean
}

/** What a command answers: the journey after it, and what it did. */
export interface JourneyAnswer {
  journey: JourneyView
  /** the journal entry that the command made */
  entry: number
  /** transitions taken, in order */
  taken: string[]
  /** timers that had acted meanwhile in what a back-dated command left; they stay as they are */
  actedSince: { timer: number; name: string; at: string }[]
}

interface Seen {
  row: { id: string; client: string; revision: number }
  state: JourneyState
  pathway: CompiledPathway
}

/** The view of a journey at one revision: a pure function of its state, so that a repeated answer is the same answer. */
export function viewJourney({ row, state, pathway }: Seen): JourneyView {
  const { id, client, revision } = row
  const active = pathway.machine.active(state)
  return {
    id,
    client,
    pathway: state.pathway,
    version: state.version,
    revision,
    status: state.status,
    state: sorted(state.value),
    states: active.filter(
      (path) => !active.some((other) => other !== path && pathway.states.get(other)?.parent === path),
    ),
    phases: active.flatMap((path) => {
      const phase = pathway.states.get(path)?.definition.phase
      const since = state.visits.find((visit) => visit.state === path)?.enteredAt
      return phase && since !== undefined ? [{ state: path, label: phase.label, since: iso(since) }] : []
    }),
    responsible: { user: state.responsible.user, team: state.responsible.team },
    startedAt: iso(state.startedAt),
    tasks: state.tasks.map((task) => viewTask(pathway, id, task)),
    timers: viewTimers(pathway, state),
    suspensions: state.suspensions.map(({ id: number, code, since, reviewDate }) => ({
      id: number,
      code,
      label: code === null ? undefined : own(pathway.document.suspensions, code)?.label,
      since: iso(since),
      reviewDate,
    })),
    parent: state.parent && { journey: state.parent.journey, module: state.parent.module },
    children: state.children.map(({ journey, module, pathway: of, version }) => ({
      journey,
      module,
      label: moduleLabel(pathway, module),
      pathway: of,
      version,
    })),
    end: viewEnd(pathway, state.end),
  }
}

function viewEnd(pathway: CompiledPathway, end: JourneyEnd | null): JourneyView['end'] {
  if (!end) return null
  const { code, kind, outcome, at } = end
  return { code, kind, outcome, at: iso(at), label: endLabel(pathway, end) }
}

/** Armed timers, the next first. */
export function viewTimers(pathway: CompiledPathway, state: JourneyState): TimerView[] {
  return [...state.timers, ...state.stopped]
    .sort((a, b) => a.dueAt - b.dueAt || a.id - b.id)
    .map(({ id, kind, name, visit, occurrence, dueDate, dueAt }) => {
      const at = state.visits.find((one) => one.id === visit)?.state ?? null
      return {
        id,
        kind,
        name,
        label: timerLabel(pathway, kind, name, at),
        state: at === '' ? null : at,
        occurrence,
        dueDate,
        dueAt: iso(dueAt),
        isStopped: state.stopped.some((one) => one.id === id),
      }
    })
}

/** A task as people see it, from the state of its journey or from its row. */
export function viewTask(
  pathway: CompiledPathway,
  journey: string,
  task: Pick<OpenTask, 'id' | 'kind' | 'name' | 'role' | 'assignee' | 'dueDate' | 'overdue' | 'openedAt'>,
): TaskView {
  const { id, kind, name, role, assignee, dueDate, overdue, openedAt } = task
  return {
    id: `${journey}.${id}`,
    journey,
    kind,
    name,
    label: taskLabel(pathway, kind, name),
    role,
    assignee,
    dueDate,
    overdue,
    openedAt: iso(openedAt),
  }
}

/** What a task is called: the document's words, or the proposed transition's. */
export function taskLabel(pathway: CompiledPathway, kind: TaskKind, name: string): Text | undefined {
  if (kind === 'pathway') return own(pathway.document.taskDefinitions, name)?.label
  return kind === 'proposal' ? pathway.transitions.get(name)?.definition.label : undefined
}

/** The answer that an entry gave. */
export function answerOf(seen: Seen, { seq, entry }: PlacedEntry): JourneyAnswer {
  return {
    journey: viewJourney(seen),
    entry: seq,
    taken: entry.taken,
    actedSince: (entry.actedSince ?? []).map((one) => ({ ...one, at: iso(one.at) })),
  }
}

export function timerLabel(
  pathway: CompiledPathway,
  kind: TimerKind,
  name: string,
  state: string | null,
): Text | undefined {
  if (kind === 'taskDue') return taskLabel(pathway, 'pathway', name)
  if (kind === 'after') return pathway.candidates(state ?? '', 'after', name)[0]?.definition.label
  const followUp = state === null ? undefined : own(pathway.states.get(state)?.definition.followUps, name)
  return followUp?.label ?? own(pathway.document.taskDefinitions, followUp?.task ?? '')?.label
}

export function endLabel(pathway: CompiledPathway, end: JourneyEnd): Text | undefined {
  if (end.kind === 'exit') return own(pathway.document.exits, end.code)?.label
  for (const { definition } of pathway.states.values()) {
    if (definition.end?.code === end.code) return definition.end.label
  }
  return undefined
}

export function moduleLabel(pathway: CompiledPathway, module: string): Text | undefined {
  for (const { definition } of pathway.states.values()) {
    const label = own(definition.modules, module)?.label
    if (label) return label
  }
  return undefined
}

/** A configuration in one spelling, so that the same answer has the same bytes. */
function sorted(value: StateValue): StateValue {
  if (typeof value === 'string') return value
  const entries = Object.entries(value).map(([key, inside]) => [key, sorted(inside)] as const)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** An instant as the outside sees it. */
export const iso = (at: number): string => new Date(at).toISOString()
