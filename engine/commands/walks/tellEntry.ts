import type { TimerRecord } from '../../journey/actTimer.ts'
import type { Change } from '../../journey/changes.ts'
import type { JournalEntry, PlacedEntry } from '../../journey/replay.ts'
import type { JourneyEnd, OpenTask, TaskKind, Timer, TimerKind } from '../../journey/state.ts'
import type { CompiledPathway } from '../../pathway/compilePathway.ts'
import type { Text } from '../../pathway/values.ts'
import { endLabel, iso, moduleLabel, taskLabel, timerLabel } from '../view.ts'

/** What a journal entry of a walk did, by the names that the document has for it. */
export interface Did {
  /** the module in whose journey it happened; null for the client's own */
  module: string | null
  seq: number
  at: string
  type: JournalEntry['type']
  /** whether a rule of the pathway did it, and not a person */
  byRule: boolean
  event?: string
  override?: { criterion: string }
  accept?: boolean
  /** names of the facts that were recorded */
  facts?: string[]
  taken: TakenTransition[]
  timer?: { kind: TimerKind; name: string; label?: Text; state: string | null; occurrence: number; dueAt: string }
  /** the task that it was about */
  task?: NamedTask
  entered: string[]
  left: string[]
  opened: (NamedTask & { role: string | null; dueDate: string | null })[]
  closed: (NamedTask & { outcome: 'completed' | 'cancelled' })[]
  armed: ArmedTimer[]
  /** timers that are due at another time than before */
  moved: ArmedTimer[]
  /** actions of the document that were met */
  actions: { type: string }[]
  modulesStarted: { module: string; label?: Text }[]
  modulesEnded: { module: string; label?: Text; code?: string }[]
  suspended?: { code: string | null; reviewDate: string }
  ended?: Pick<JourneyEnd, 'code' | 'kind' | 'outcome'> & { label?: Text }
}

interface ArmedTimer {
  kind: TimerKind
  name: string
  label?: Text
  state: string | null
  dueDate: string
}

interface NamedTask {
  id: number
  kind: TaskKind
  name: string
  label?: Text
}

interface TakenTransition {
  id: string
  label?: Text
  from: string
  to: string[]
  criteria: { name: string; label?: Text; value: boolean | 'unknown' }[]
}

/** What earlier entries have told of a journey: later ones name it by number only. */
export interface Known {
  seq: number
  tasks: Map<number, Pick<OpenTask, 'kind' | 'name'>>
  timers: Map<number, Timer>
  visits: Map<number, string>
  modules: Map<string, string>
}

export const newKnown = (): Known => ({
  seq: 0,
  tasks: new Map(),
  timers: new Map(),
  visits: new Map(),
  modules: new Map(),
})

/** An entry as the journal has it. */
export interface ToldEntry extends PlacedEntry {
  byRule: boolean
}

export interface Told {
  pathway: CompiledPathway
  module: string | null
  known: Known
  /** of facts, by id */
  names: ReadonlyMap<string, string>
}

/** Tells an entry, and keeps what later ones will name by number. */
export function tellEntry(told: Told, { seq, recordedAt, byRule, entry }: ToldEntry): Did {
  const { pathway, module, known, names } = told
  const { event, override, accept, timer, task, facts } = entry
  const about = task === undefined ? undefined : known.tasks.get(task)
  const did: Did = {
    module,
    seq,
    at: iso(recordedAt),
    type: entry.type,
    byRule,
    ...(event !== undefined && { event }),
    ...(override && { override: { criterion: override.criterion } }),
    ...(accept !== undefined && { accept }),
    ...(facts && facts.length > 0 && { facts: facts.flatMap((id) => names.get(id) ?? []) }),
    taken: entry.taken.flatMap((id) => takenTransition(pathway, entry, id)),
    ...(timer && { timer: actedTimer(told, timer) }),
    ...(task !== undefined && about && { task: namedTask(pathway, task, about) }),
    entered: [],
    left: [],
    opened: [],
    closed: [],
    armed: [],
    moved: [],
    actions: entry.messages.flatMap(({ topic, payload }) =>
      topic === 'action' ? [{ type: String(payload.type) }] : [],
    ),
    modulesStarted: [],
    modulesEnded: [],
  }
  for (const change of entry.changes) tellChange(told, did, change)
  return did
}

function tellChange(told: Told, did: Did, change: Change): void {
  const { pathway, known } = told
  switch (change.change) {
    case 'visitOpened':
      known.visits.set(change.visit.id, change.visit.state)
      if (change.visit.state !== '') did.entered.push(change.visit.state)
      return
    case 'visitContinued':
      did.entered.push(known.visits.get(change.visit) ?? '')
      return
    case 'visitClosed': {
      const state = known.visits.get(change.visit)
      if (state) did.left.push(state)
      return
    }
    case 'timerArmed': {
      const { timer } = change
      known.timers.set(timer.id, timer)
      did.armed.push(armedTimer(told, timer))
      return
    }
    case 'timerMoved':
    case 'timerResumed': {
      const timer = known.timers.get(change.timer)
      if (timer) did.moved.push(armedTimer(told, { ...timer, dueDate: change.dueDate }))
      return
    }
    case 'taskOpened': {
      const { task } = change
      known.tasks.set(task.id, task)
      did.opened.push({ ...namedTask(pathway, task.id, task), role: task.role, dueDate: task.dueDate })
      return
    }
    case 'taskClosed': {
      const task = known.tasks.get(change.task)
      if (task) did.closed.push({ ...namedTask(pathway, change.task, task), outcome: change.outcome })
      return
    }
    case 'moduleStarted': {
      const { journey, module } = change.child
      known.modules.set(journey, module)
      did.modulesStarted.push({ module, ...labelled(moduleLabel(pathway, module)) })
      return
    }
    case 'moduleEnded': {
      const module = known.modules.get(change.journey) ?? ''
      const { code } = change
      did.modulesEnded.push({ module, ...labelled(moduleLabel(pathway, module)), ...(code !== undefined && { code }) })
      return
    }
    case 'suspended': {
      const { code, reviewDate } = change.suspension
      did.suspended = { code, reviewDate }
      return
    }
    case 'ended': {
      const { code, kind, outcome } = change.end
      did.ended = { code, kind, outcome, ...labelled(endLabel(pathway, change.end)) }
      return
    }
    default:
      return
  }
}

/** A jump is none of the document's transitions. */
function takenTransition(pathway: CompiledPathway, { criteria }: JournalEntry, id: string): TakenTransition[] {
  const transition = pathway.transitions.get(id)
  if (!transition) return []
  return [
    {
      id,
      ...labelled(transition.definition.label),
      from: transition.source,
      to: [...transition.targets],
      criteria: criteria
        .filter((one) => one.transition === id)
        .map(({ criterion: name, value }) => ({
          name,
          ...labelled(pathway.criteria.get(name)?.definition.label),
          value,
        })),
    },
  ]
}

function armedTimer({ pathway, known }: Told, timer: Timer): ArmedTimer {
  const { kind, name, dueDate } = timer
  const state = stateOfTimer(known, timer)
  return { kind, name, ...labelled(timerLabel(pathway, kind, name, state)), state: state || null, dueDate }
}

function actedTimer({ pathway, known }: Told, { id, kind, name, occurrence, dueAt }: TimerRecord): Did['timer'] {
  const state = stateOfTimer(known, known.timers.get(id))
  const label = labelled(timerLabel(pathway, kind, name, state))
  return { kind, name, ...label, state: state || null, occurrence, dueAt: iso(dueAt) }
}

function stateOfTimer({ visits }: Known, timer: Timer | undefined): string | null {
  return timer?.visit == null ? null : (visits.get(timer.visit) ?? null)
}

function namedTask(pathway: CompiledPathway, id: number, { kind, name }: Pick<OpenTask, 'kind' | 'name'>): NamedTask {
  return { id, kind, name, ...labelled(taskLabel(pathway, kind, name)) }
}

const labelled = (label: Text | undefined): { label?: Text } => (label ? { label } : {})
