import type { StateValue } from '../pathway/compileMachine.ts'
import type { Child, JourneyEnd, JourneyState, OpenTask, Responsible, Suspension, Timer, Visit } from './state.ts'

/**
 * The canonical JSON of a journey's state: the bytes that `canonicalJson` gives, made faster because the shape is known
 * (keys are written in sorted order here; only those that come from documents are sorted).
 */
export function canonicalState(state: JourneyState): string {
  const inOrder: JourneyState = {
    at: state.at,
    children: state.children.map(child),
    completed: sorted(state.completed),
    counters: {
      child: state.counters.child,
      suspension: state.counters.suspension,
      task: state.counters.task,
      timer: state.counters.timer,
      visit: state.counters.visit,
    },
    dismissed: state.dismissed,
    end: state.end && end(state.end),
    history: sorted(state.history),
    inputs: sorted(state.inputs),
    left: state.left.map(visit),
    parent: state.parent && { journey: state.parent.journey, module: state.parent.module },
    pathway: state.pathway,
    responsible: responsible(state.responsible),
    standstillSince: state.standstillSince,
    standstillUntil: state.standstillUntil,
    startedAt: state.startedAt,
    status: state.status,
    stopped: state.stopped.map(timer),
    suspensions: state.suspensions.map(suspension),
    tasks: state.tasks.map(task),
    timers: state.timers.map(timer),
    v: state.v,
    value: value(state.value),
    version: state.version,
    visits: state.visits.map(visit),
  }
  return JSON.stringify(inOrder)
}

const end = ({ at, code, kind, outcome }: JourneyEnd): JourneyEnd => ({ at, code, kind, outcome })
const responsible = ({ team, user }: Responsible): Responsible => ({ team, user })
const visit = ({ acted, anchors, enteredAt, id, state, undone }: Visit): Visit => ({
  acted: sorted(acted),
  anchors: anchors && sorted(anchors),
  enteredAt,
  id,
  state,
  undone: undone?.map(({ dueDate, name, ticked }) => ({ dueDate, name, ticked })),
})
const suspension = ({ code, id, ofParent, reviewDate, since }: Suspension): Suspension => ({
  code,
  id,
  ofParent,
  reviewDate,
  since,
})
const child = ({ journey, module, pathway, version, visit: of }: Child): Child => ({
  journey,
  module,
  pathway,
  version,
  visit: of,
})
const timer = (one: Timer): Timer => ({
  arming: one.arming,
  dueAt: one.dueAt,
  dueDate: one.dueDate,
  id: one.id,
  kind: one.kind,
  name: one.name,
  occurrence: one.occurrence,
  task: one.task,
  visit: one.visit,
})
const task = (one: OpenTask): OpenTask => ({
  assignee: one.assignee,
  dueDate: one.dueDate,
  id: one.id,
  kind: one.kind,
  name: one.name,
  openedAt: one.openedAt,
  overdue: one.overdue,
  role: one.role,
  ticked: one.ticked,
  visit: one.visit,
})

function value(of: StateValue): StateValue {
  if (typeof of === 'string') return of
  const inside = sorted(of)
  for (const key of Object.keys(inside)) inside[key] = value(inside[key] ?? {})
  return inside
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  const keys = Object.keys(record)
  if (keys.length === 0) return record
  const inOrder: Record<string, T> = {}
  for (const key of keys.sort()) inOrder[key] = record[key] as T
  return inOrder
}
