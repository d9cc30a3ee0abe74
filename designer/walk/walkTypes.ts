import type { FieldDefinition, Outcome, Text } from '../../engine/pathway/document.ts'
import type { Finding } from '../editing/draftStore.ts'

/** What the API says of walks and scenarios. */

export type FactValue = string | number | boolean

/** What is done to the example client, and by whom: without `by` by somebody who has every case role. */
export type Step = { by?: string[] } & (
  | { do: 'record'; facts: Record<string, FactValue> }
  | {
      do: 'send'
      event: string
      override?: { criterion: string; transition?: string }
      reason?: string
      in?: string
    }
  | { do: 'complete'; task: string; form?: Record<string, FactValue>; checklist?: string[]; in?: string }
  | { do: 'answer'; task: string; accept: boolean; reason?: string; in?: string }
  | { do: 'jump'; to: string; reason: string }
  | { do: 'exit'; code: string; reason?: string; in?: string }
  | { do: 'suspend'; code?: string; reason: string; reviewDate: string }
  | { do: 'resume'; reason: string; suspension?: number }
  | { do: 'passTime'; to: string }
)

export interface Refusal {
  code: string
  title: string
  detail?: string
  errors?: { path: (string | number)[]; message: string }[]
  criteria?: Criterion[]
  lacks?: string[]
  accepted?: string[]
}

export interface Criterion {
  name: string
  label: Text
  value: boolean | 'unknown' | 'hidden'
  overridable: boolean
  seen: { name: string; label?: Text; value?: FactValue; unit?: string }[]
  lacks: string[]
}

export interface Possibility {
  event: string
  status: 'possible' | 'blocked' | 'unknown' | 'suspended'
  allowed: boolean
  transitions: {
    id: string
    label?: Text
    from: string
    to: string[]
    value: boolean | 'unknown'
    effect: 'none' | 'service' | 'rights'
    by: string[]
    reasonRequired: boolean
    criteria: Criterion[]
  }[]
  lacks: { name: string; label?: Text; expired: boolean }[]
}

export type TimerKind = 'followUp' | 'warning' | 'after' | 'taskDue' | 'review' | 'suspensionReview'
export type TaskKind = 'pathway' | 'adHoc' | 'proposal' | 'review'

export interface Task {
  id: string
  module: string | null
  kind: TaskKind
  name: string
  label?: Text
  role: string | null
  dueDate: string | null
  overdue: boolean
  isProposal: boolean
  form: FieldDefinition[]
  checklist: { id: string; label: Text; required: boolean; isTicked: boolean }[]
}

export interface Timer {
  id: number
  module: string | null
  kind: TimerKind
  name: string
  label?: Text
  state: string | null
  occurrence: number
  dueDate: string
  dueAt: string
  isStopped: boolean
}

interface ArmedTimer {
  kind: TimerKind
  name: string
  label?: Text
  state: string | null
  dueDate: string
}

/** One thing that happened: an entry of the journal of the journey, or of a module's. */
export interface Did {
  module: string | null
  seq: number
  at: string
  type: string
  byRule: boolean
  event?: string
  override?: { criterion: string }
  taken: {
    id: string
    label?: Text
    from: string
    to: string[]
    criteria: { name: string; label?: Text; value: boolean | 'unknown' }[]
  }[]
  timer?: {
    kind: TimerKind
    name: string
    label?: Text
    state: string | null
    occurrence: number
    dueAt: string
  }
  task?: { id: number; kind: TaskKind; name: string; label?: Text }
  accept?: boolean
  facts?: string[]
  entered: string[]
  left: string[]
  opened: { id: number; kind: TaskKind; name: string; label?: Text; role: string | null; dueDate: string | null }[]
  closed: { id: number; kind: TaskKind; name: string; label?: Text; outcome: 'completed' | 'cancelled' }[]
  armed: ArmedTimer[]
  /** due at another time than before */
  moved: ArmedTimer[]
  actions?: { type: string }[]
  modulesStarted: { module: string; label?: Text }[]
  modulesEnded: { module: string; label?: Text; code?: string }[]
  suspended?: { code: string | null; reviewDate: string }
  ended?: { code: string; label?: Text; kind: 'end' | 'exit'; outcome: Outcome }
}

/** Where the example client is after a step. */
export interface Point {
  at: string
  step: Step | null
  index: number | null
  refused: Refusal | null
  did: Did[]
  states: string[]
  phases: { state: string; label: Text; since: string }[]
  status: 'active' | 'ended'
  end: { code: string; kind: 'end' | 'exit'; outcome: Outcome; at: string; label?: Text } | null
  facts: { name: string; label?: Text; value: FactValue; unit?: string; recordedAt: string; isExpired: boolean }[]
  tasks: Task[]
  timers: Timer[]
  next: {
    events: Possibility[]
    jumps: string[]
    exits: { code: string; label: Text; allowed: boolean }[]
  }
  suspensions: { id: number; code: string | null; label?: Text; since: string; reviewDate: string }[]
  modules: {
    journey: string
    module: string
    label?: Text
    pathway: string
    version: number
    status: 'active' | 'ended'
    states: string[]
    end: { code: string; label?: Text } | null
  }[]
}

export interface WalkAnswer {
  isPlayable: boolean
  findings: Finding[]
  refused: Refusal | null
  points: Point[]
}

export interface Scenario {
  scenario: string
  pathway: string
  name: string
  client?: { name?: string; language?: string } | null
  startsAt: string
  at: string | null
  steps: Step[]
  expected: { refused: number[] }
  revision: number
  savedAt: string
  savedBy: string
}

export type Difference =
  | { what: 'states' | 'tasks'; expected: string[]; found: string[] }
  | { what: 'status' | 'end'; expected: string | null; found: string | null }
  | { what: 'due'; name: string; expected: string | null; found: string | null }
  | { what: 'refused'; step?: number; expected: boolean; found: Refusal | null }

export interface ScenarioResult {
  scenario: string
  name: string
  passed: boolean
  differences: Difference[]
}
