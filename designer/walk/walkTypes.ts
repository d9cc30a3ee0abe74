import type { components } from '../../api/client/schema.d.ts'
import type { FieldDefinition } from '../../engine/pathway/declarations.ts'

/** What the API says of walks and scenarios, under shorter names. */

type Schemas = components['schemas']

/** What is done to the example client, and by whom: without `by` by somebody who has every case role. */
export type Step = Schemas['WalkStep']
/** Where the example client is after a step. */
export type Point = Schemas['WalkPoint']
export type Refusal = NonNullable<Schemas['WalkRefusal']>
/** One thing that happened: an entry of the journal of the journey, or of a module's. */
export type Did = Schemas['WalkDeed']
export type Task = Schemas['WalkTask']
export type Timer = Schemas['WalkTimer']
export type Possibility = Schemas['Possibility']
export type Criterion = Schemas['ExplainedCriterion']
export type WalkAnswer = Schemas['Walk']
export type Scenario = Schemas['Scenario']
export type ScenarioResult = Schemas['ScenarioResult']
export type Difference = Schemas['ScenarioDifference']

export type FactValue = string | number | boolean
export type TimerKind = Timer['kind']
export type TaskKind = Task['kind']

/** The fields of a task's form: the API hands them on as the document has them. */
export const formOf = ({ form }: Task): FieldDefinition[] => form as unknown as FieldDefinition[]
