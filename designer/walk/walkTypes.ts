import type { components } from '../../api/client/schema.d.ts'
import type { FieldDefinition } from '../../engine/pathway/document.ts'

/** What the API says of walks and scenarios, under shorter names. */

type Schemas = components['schemas']

/** What is done to the example client, and by whom: without `by` by somebody who has every case role. */
export type Step = Schemas['WalkStep']
/** Where the example client is after a step. */
export type Point = Schemas['WalkPoint']
export type Refusal = NonNullable<Point['refused']>
/** One thing that happened: an entry of the journal of the journey, or of a module's. */
export type Did = Schemas['WalkDeed']
export type Task = Schemas['WalkTask']
export type Timer = Schemas['WalkTimer']
export type Possibility = Schemas['Possibility']
export type Criterion = Schemas['ExplainedCriterion']
export type WalkAnswer = Schemas['Walk']

export type FactValue = string | number | boolean
export type TimerKind = Timer['kind']
export type TaskKind = Task['kind']

/** The fields of a task's form: the API hands them on as the document has them. */
export const formOf = ({ form }: Task): FieldDefinition[] => form as unknown as FieldDefinition[]

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
