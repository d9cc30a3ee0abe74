import type { Anchor } from '../pathway/calendar/index.ts'
import type { StateValue } from '../pathway/compileMachine.ts'
import type { Outcome } from '../pathway/declarations.ts'
import type { ParameterValue } from '../pathway/parameters.ts'

/**
 * Where one journey stands: our own versioned schema, stored as canonical JSON. It is nothing but the fold of the
 * journey's journal; the rows of timers and tasks are projections of it. Instants are epoch milliseconds, due dates
 * local dates of the pathway's calendar.
 */
export interface JourneyState {
  v: 1
  pathway: string
  version: number
  status: 'active' | 'ended'
  startedAt: number
  /** the last journalled time */
  at: number
  responsible: Responsible
  value: StateValue
  history: Record<string, string[]>
  visits: Visit[]
  /** the last visit of each left state that a history state may come back to */
  left: Visit[]
  timers: Timer[]
  /** timers that a suspension has stopped; they run on when the last one ends */
  stopped: Timer[]
  suspensions: Suspension[]
  /** since when suspensions have held it without a gap; null while it moves */
  standstillSince: number | null
  /** until when suspensions that have ended held it, while others still do; absent before one has ended */
  standstillUntil?: number
  tasks: OpenTask[]
  /** how often each task of the pathway has been completed */
  completed: Record<string, number>
  /** proposed transitions that a person turned down; forgotten when they are no longer due */
  dismissed: string[]
  /** the last numbers given out */
  counters: { visit: number; timer: number; task: number; suspension: number; child: number }
  end: JourneyEnd | null
  /** the journey that this one is a module of */
  parent: Parent | null
  /** modules that are running */
  children: Child[]
  /** values that the parent gave for parameters */
  inputs: Record<string, ParameterValue>
}

export interface Parent {
  journey: string
  module: string
}

/** A module that runs as a child journey. */
export interface Child {
  journey: string
  module: string
  pathway: string
  version: number
  /** the visit it belongs to; null once that is over and the module was left running */
  visit: number | null
}

/** The named person (and team) who answers for a journey. */
export interface Responsible {
  user: string
  team: string | null
}

/** One stay in a state, from entry to exit. */
export interface Visit {
  id: number
  state: string
  enteredAt: number
  /** per follow-up the last occurrence that has acted or was skipped */
  acted: Record<string, number>
  /** follow-ups that no longer count from entry: restarted when it was come back to, or moved by a suspension */
  anchors?: Record<string, Anchor>
  /** tasks that were open when it was left; they open again when it is come back to */
  undone?: UndoneTask[]
}

export type UndoneTask = Pick<OpenTask, 'name' | 'dueDate' | 'ticked'>

/** A reason for which the journey stands still; several may hold it at once. The reason in words is sealed in the journal. */
export interface Suspension {
  id: number
  code: string | null
  since: number
  /** local date on which the responsible person looks at it again */
  reviewDate: string
  /** the parent's suspension that this one follows */
  ofParent?: number
}

export type TimerKind = 'followUp' | 'warning' | 'after' | 'taskDue' | 'review' | 'suspensionReview'

/** One armed instance of what is promised in time. */
export interface Timer {
  id: number
  /** counts re-armings: work that names an older one is stale */
  arming: number
  kind: TimerKind
  /** the follow-up, the key of `after`, or the task */
  name: string
  visit: number | null
  task: number | null
  occurrence: number
  dueAt: number
  dueDate: string
}

export type TaskKind = 'pathway' | 'adHoc' | 'proposal' | 'review'

/** Work that waits for a person. Closed tasks leave the state; their rows stay. */
export interface OpenTask {
  id: number
  kind: TaskKind
  /** the document's task; for proposals the transition */
  name: string
  visit: number | null
  role: string | null
  assignee: string | null
  dueDate: string | null
  openedAt: number
  overdue: boolean
  /** items of its checklist that are ticked, in the checklist's order; absent while none is */
  ticked?: string[]
}

/** How a journey ended: in a final state, or by a coded exit. */
export interface JourneyEnd {
  code: string
  kind: 'end' | 'exit'
  outcome: Outcome
  at: number
}
