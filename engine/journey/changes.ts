import type { Anchor } from '../pathway/calendar/index.ts'
import type { Configuration } from '../pathway/compileMachine.ts'
import type {
  Child,
  JourneyEnd,
  JourneyState,
  OpenTask,
  Parent,
  Responsible,
  Suspension,
  Timer,
  UndoneTask,
  Visit,
} from './state.ts'

/** One change of a journey's state. A journal entry is a list of them; folding them is all that replay does. */
export type Change =
  | {
      change: 'started'
      pathway: string
      version: number
      at: number
      responsible: Responsible
      parent?: Parent
      inputs?: JourneyState['inputs']
    }
  | ({ change: 'configuration' } & Configuration)
  /** runs on another version from now on */
  | ({ change: 'migrated' } & Migration)
  | { change: 'visitOpened'; visit: Visit }
  /** come back to through history: the old visit goes on */
  | { change: 'visitContinued'; visit: number }
  /** `keep` when a history state may come back to it */
  | { change: 'visitClosed'; visit: number; keep: boolean; undone?: UndoneTask[] }
  | { change: 'timerArmed'; timer: Timer }
  | { change: 'timerMoved'; timer: number; dueAt: number; dueDate: string }
  | { change: 'timerCancelled'; timer: number }
  /** `upTo` is the last occurrence that is done with: the one that acted, and those skipped after it */
  | { change: 'timerActed'; timer: number; upTo: number }
  /** occurrences that fell while nobody was in the state */
  | { change: 'occurrencesSkipped'; visit: number; followUp: string; upTo: number }
  /** counts anew, from this time, since its state has been come back to */
  | { change: 'followUpRestarted'; visit: number; followUp: string; at: number }
  /** counts from here, since a suspension has moved it */
  | { change: 'anchorMoved'; visit: number; followUp: string; anchor: Anchor }
  | { change: 'suspended'; suspension: Suspension }
  /** with the instant at which it ended while others still hold the journey */
  | { change: 'resumed'; suspension: number; at?: number }
  | { change: 'moduleStarted'; child: Child }
  /** its state was left, and it runs on by itself */
  | { change: 'moduleLeft'; journey: string }
  /** with the code of its end; without one when its state was left and it was told to end */
  | { change: 'moduleEnded'; journey: string; code?: string }
  | { change: 'timerStopped'; timer: number }
  | { change: 'timerResumed'; timer: number; dueAt: number; dueDate: string }
  | { change: 'taskOpened'; task: OpenTask }
  | ({ change: 'taskChanged'; task: number } & Partial<
      Pick<OpenTask, 'role' | 'assignee' | 'dueDate' | 'overdue' | 'ticked'>
    >)
  | { change: 'taskClosed'; task: number; outcome: 'completed' | 'cancelled' }
  | { change: 'responsible'; responsible: Responsible }
  | { change: 'dismissed'; transition: string; dismissed: boolean }
  | { change: 'ended'; end: JourneyEnd }
  /** a mistaken command is taken back: everything but the counters is again as it was */
  | { change: 'restored'; state: JourneyState }

/** What another version changes of visits, open and left ones. */
export interface Migration {
  version: number
  /** those that go on under another path */
  moved: { visit: number; state: string }[]
  /** open ones that go on in another one, whose state has taken the place of theirs too: with what has acted, and since when it counts */
  absorbed: { visit: number; into: number; acted: Visit['acted']; anchors: NonNullable<Visit['anchors']> }[]
  /** modules that ran on by themselves, and belong to a visit again */
  joined: { journey: string; visit: number }[]
  /** left ones that nothing comes back to any more */
  forgotten: number[]
  /** follow-ups that are not there, or repeat otherwise, so that what has acted counts for nothing */
  recounted: { visit: number; followUp: string }[]
  /** tasks put into a state that has been left: they open when it is come back to */
  put: { visit: number; task: string }[]
}

/**
 * A state that may be changed without touching the one it came from: only it and its counters are copied, and what they
 * hold (lists, visits, timers …) is never changed in place but replaced.
 */
export function draftOf(state: JourneyState): JourneyState {
  return { ...state, counters: { ...state.counters } }
}

/** Applies a change to a draft and returns it (another object after `restored`). Pure arithmetic: no calendar, FEEL or XState. */
export function applyChange(draft: JourneyState, change: Change): JourneyState {
  switch (change.change) {
    case 'started':
      draft.pathway = change.pathway
      draft.version = change.version
      draft.startedAt = change.at
      draft.responsible = change.responsible
      draft.parent = change.parent ?? null
      draft.inputs = change.inputs ?? {}
      return draft
    case 'configuration':
      draft.value = change.value
      draft.history = change.history
      return draft
    case 'migrated':
      return migrate(draft, change)
    case 'visitOpened':
      draft.visits = [...draft.visits, change.visit]
      if (draft.left.length > 0) draft.left = draft.left.filter((visit) => visit.state !== change.visit.state)
      draft.counters.visit = change.visit.id
      return draft
    case 'visitContinued': {
      const visit = draft.left.find((one) => one.id === change.visit)
      draft.left = draft.left.filter((one) => one !== visit)
      if (!visit) return draft
      const { undone: _, ...goesOn } = visit
      draft.visits = [...draft.visits, goesOn]
      return draft
    }
    case 'visitClosed': {
      const visit = draft.visits.find((one) => one.id === change.visit)
      draft.visits = draft.visits.filter((one) => one !== visit)
      if (visit && change.keep)
        draft.left = [...draft.left, change.undone ? { ...visit, undone: change.undone } : visit]
      return draft
    }
    case 'timerArmed':
      draft.timers = [...draft.timers, change.timer]
      draft.counters.timer = change.timer.id
      return draft
    case 'timerMoved':
      draft.timers = draft.timers.map((timer) =>
        timer.id === change.timer
          ? { ...timer, arming: timer.arming + 1, dueAt: change.dueAt, dueDate: change.dueDate }
          : timer,
      )
      return draft
    case 'timerCancelled':
      draft.timers = draft.timers.filter((timer) => timer.id !== change.timer)
      if (draft.stopped.length > 0) draft.stopped = draft.stopped.filter((timer) => timer.id !== change.timer)
      return draft
    case 'timerActed': {
      const timer = draft.timers.find((one) => one.id === change.timer)
      draft.timers = draft.timers.filter((one) => one !== timer)
      return timer?.kind === 'followUp' && timer.visit !== null
        ? markActed(draft, timer.visit, timer.name, change.upTo)
        : draft
    }
    case 'occurrencesSkipped':
      return markActed(draft, change.visit, change.followUp, change.upTo)
    case 'followUpRestarted':
      setAnchor(draft, change.visit, change.followUp, { at: change.at })
      return markActed(draft, change.visit, change.followUp, 0)
    case 'anchorMoved':
      return setAnchor(draft, change.visit, change.followUp, change.anchor)
    case 'suspended':
      draft.suspensions = [...draft.suspensions, change.suspension]
      draft.standstillSince = Math.min(draft.standstillSince ?? change.suspension.since, change.suspension.since)
      draft.counters.suspension = change.suspension.id
      return draft
    case 'resumed':
      draft.suspensions = draft.suspensions.filter((one) => one.id !== change.suspension)
      if (draft.suspensions.length === 0) endStandstill(draft)
      else if (change.at !== undefined) draft.standstillUntil = Math.max(draft.standstillUntil ?? change.at, change.at)
      return draft
    case 'moduleStarted':
      draft.children = [...draft.children, change.child]
      draft.counters.child += 1
      return draft
    case 'moduleLeft':
      draft.children = draft.children.map((one) => (one.journey === change.journey ? { ...one, visit: null } : one))
      return draft
    case 'moduleEnded':
      draft.children = draft.children.filter((one) => one.journey !== change.journey)
      return draft
    case 'timerStopped': {
      const timer = draft.timers.find((one) => one.id === change.timer)
      draft.timers = draft.timers.filter((one) => one !== timer)
      if (timer) draft.stopped = [...draft.stopped, timer]
      return draft
    }
    case 'timerResumed': {
      const timer = draft.stopped.find((one) => one.id === change.timer)
      draft.stopped = draft.stopped.filter((one) => one !== timer)
      const { dueAt, dueDate } = change
      if (timer) draft.timers = [...draft.timers, { ...timer, arming: timer.arming + 1, dueAt, dueDate }]
      return draft
    }
    case 'taskOpened':
      draft.tasks = [...draft.tasks, change.task]
      draft.counters.task = change.task.id
      return draft
    case 'taskChanged': {
      const { change: _, task: id, ...fields } = change
      draft.tasks = draft.tasks.map((task) => (task.id === id ? { ...task, ...fields } : task))
      return draft
    }
    case 'taskClosed': {
      const task = draft.tasks.find((one) => one.id === change.task)
      draft.tasks = draft.tasks.filter((one) => one !== task)
      if (task?.kind === 'pathway' && change.outcome === 'completed') {
        draft.completed = { ...draft.completed, [task.name]: (draft.completed[task.name] ?? 0) + 1 }
      }
      return draft
    }
    case 'responsible':
      draft.responsible = change.responsible
      return draft
    case 'dismissed':
      draft.dismissed = draft.dismissed.filter((one) => one !== change.transition)
      if (change.dismissed) draft.dismissed = [...draft.dismissed, change.transition]
      return draft
    case 'ended':
      draft.status = 'ended'
      draft.suspensions = []
      endStandstill(draft)
      draft.end = change.end
      return draft
    case 'restored':
      return { ...draftOf(change.state), counters: draft.counters, at: draft.at }
  }
}

function endStandstill(draft: JourneyState): void {
  draft.standstillSince = null
  if (draft.standstillUntil !== undefined) delete draft.standstillUntil
}

function migrate(draft: JourneyState, migration: Migration): JourneyState {
  const { version, absorbed, forgotten, joined } = migration
  const into = new Map(absorbed.map((one) => [one.visit, one.into]))
  const belonging = <T extends { visit: number | null }>(list: T[]): T[] =>
    into.size === 0 ? list : list.map((one) => ({ ...one, visit: into.get(one.visit ?? 0) ?? one.visit }))
  draft.version = version
  draft.visits = draft.visits.flatMap((visit) => (into.has(visit.id) ? [] : migrated(visit, migration)))
  draft.left = draft.left.flatMap((visit) => (forgotten.includes(visit.id) ? [] : migrated(visit, migration)))
  draft.timers = belonging(draft.timers)
  draft.tasks = belonging(draft.tasks)
  draft.children = belonging(draft.children).map((child) => {
    const visit = joined.find(({ journey }) => journey === child.journey)?.visit
    return visit === undefined ? child : { ...child, visit }
  })
  return draft
}

function migrated(visit: Visit, { moved, absorbed, recounted, put }: Migration): Visit {
  const state = moved.find((one) => one.visit === visit.id)?.state ?? visit.state
  const anew = recounted.flatMap((one) => (one.visit === visit.id ? one.followUp : []))
  const taken = absorbed.filter(({ into }) => into === visit.id)
  const all = Object.assign({}, ...taken.map((one) => one.acted), visit.acted) as Visit['acted']
  const acted = Object.fromEntries(Object.entries(all).filter(([followUp]) => !anew.includes(followUp)))
  const given = Object.assign({}, ...taken.map((one) => one.anchors), visit.anchors) as NonNullable<Visit['anchors']>
  const anchors = Object.keys(given).length > 0 ? { anchors: given } : {}
  const waiting = put.flatMap(({ visit: of, task: name }) => (of === visit.id ? [{ name, dueDate: null }] : []))
  const undone = waiting.length > 0 ? { undone: [...(visit.undone ?? []), ...waiting] } : {}
  return { ...visit, state, acted, ...anchors, ...undone }
}

function markActed(draft: JourneyState, visit: number, followUp: string, upTo: number): JourneyState {
  const mark = (one: JourneyState['visits'][number]) =>
    one.id === visit ? { ...one, acted: { ...one.acted, [followUp]: upTo } } : one
  draft.visits = draft.visits.map(mark)
  return draft
}

function setAnchor(draft: JourneyState, visit: number, followUp: string, anchor: Anchor): JourneyState {
  draft.visits = draft.visits.map((one) =>
    one.id === visit ? { ...one, anchors: { ...one.anchors, [followUp]: anchor } } : one,
  )
  return draft
}

/** The state before anything has happened: what the first journal entry is folded onto. */
export function blankState(): JourneyState {
  return {
    v: 1,
    pathway: '',
    version: 0,
    status: 'active',
    startedAt: 0,
    at: 0,
    responsible: { user: '', team: null },
    value: {},
    history: {},
    visits: [],
    left: [],
    timers: [],
    stopped: [],
    suspensions: [],
    standstillSince: null,
    tasks: [],
    completed: {},
    dismissed: [],
    counters: { visit: 0, timer: 0, task: 0, suspension: 0, child: 0 },
    end: null,
    parent: null,
    children: [],
    inputs: {},
  }
}
