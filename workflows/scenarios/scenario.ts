import type { ProblemCode } from '../../engine/index.ts'
import type { Person } from './people.ts'

/** An invented client whose journey shows one fate, and what must come of it. Days are written 'ma 4.5.2026'. */
export interface Scenario {
  id: string
  client: { name: string; language: 'fi' | 'sv'; identityCode?: string }
  /** one sentence */
  story: string
  responsible: Person
  /** tasks that are done on the day they open, without a step of their own */
  habits: Readonly<Record<string, Habit>>
  steps: readonly ScenarioStep[]
  /** the days on which each follow-up came due, from the first to the last day played */
  cameDue: CameDue
  /** the modules that ran as journeys of their own, in the order in which they began */
  modules: readonly ExpectedModule[]
  /** how and when it ended; null for a journey that goes on */
  ends: { code: string; on: string } | null
}

/** Days by follow-up, or by the key of a delay. */
export type CameDue = Readonly<Record<string, readonly string[]>>

/** How the journey of a module must have gone. */
export interface ExpectedModule {
  module: string
  began: string
  cameDue: CameDue
  ends: { code: string; on: string } | null
}

type Value = string | number | boolean
export type Values = Readonly<Record<string, Value>>

/** How a task is done as soon as it opens. */
export interface Habit {
  by: Person
  form: Values
}

/** What somebody does, in the client's journey or `in` a module of it. Times of day follow from the order of the steps. */
export type Act =
  | { do: 'start'; at?: string; happenedOn?: string; reason?: string }
  | { do: 'record'; facts: Values; source: string }
  | { do: 'send'; event: string; in?: string; override?: string; happenedOn?: string; reason?: string }
  | { do: 'complete'; task: string; form: Values }
  | { do: 'accept'; proposal: string }
  | { do: 'jump'; to: string; reason: string }
  | { do: 'exit'; code: string; in?: string; reason: string }
  | { do: 'suspend'; code: string; reviewDate: string; reason: string }
  | { do: 'resume'; suspension: number; reason: string }
  | { do: 'handOver'; to: Person; reason: string }

export interface ScenarioStep {
  on: string
  by: Person
  act: Act
  /** Polku must say no, for this reason */
  refused?: ExpectedRefusal
  /** what must hold right after it */
  expect?: Expectation
}

/** Why Polku must say no. */
export interface ExpectedRefusal {
  code: ProblemCode
  /** criteria that are false or unknown */
  criteria?: readonly string[]
  /** facts that are missing or have expired */
  lacks?: readonly string[]
}

/** How a client must stand: the journey, and its modules with it. */
export interface Expectation {
  /** the innermost active states of the journey itself */
  states?: readonly string[]
  /** per follow-up or delay the day on which it is due next; 'seisoo' while it stands still, null when it is not armed */
  due?: Readonly<Record<string, string | null>>
  /** names of the open tasks, each once */
  tasks?: readonly string[]
  /** the modules that are running */
  modules?: readonly string[]
}
