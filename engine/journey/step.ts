import type { CompiledPathway } from '../pathway/compilePathway.ts'
import { applyChange, type Change, draftOf } from './changes.ts'
import type { CriterionRecord, Verdict } from './decide.ts'
import type { Facts } from './facts.ts'
import type { JourneyState } from './state.ts'

/** What a step is told: everything it knows about the world, time included. */
export interface StepInput {
  pathway: CompiledPathway
  /** the journey's id, from which those of its modules are made */
  journey: string
  state: JourneyState
  facts: Facts
  /** when it is recorded, epoch milliseconds */
  now: number
  /** when it was true in the world, not later than `now` */
  occurredAt: number
}

/** Something to be told outside: ids and codes only, never a client's data. */
export interface Message {
  topic: string
  payload: Record<string, unknown>
}

/**
 * A step in the making. Changes are kept in order and applied at once, so that later parts of the step see what earlier
 * ones did; nothing is executed, everything comes back as data.
 */
export interface Step extends StepInput {
  changes: Change[]
  messages: Message[]
  taken: string[]
  criteria: CriterionRecord[]
}

/** Begins a step on a copy of the state. */
export function beginStep(input: StepInput): Step {
  return { ...input, state: draftOf(input.state), changes: [], messages: [], taken: [], criteria: [] }
}

/** Makes a change part of the step. */
export function change(step: Step, made: Change): void {
  step.changes.push(made)
  step.state = applyChange(step.state, made)
}

/** Keeps what criteria of a transition were, each once. */
export function keepCriteria(step: Step, verdicts: readonly Verdict[]): void {
  for (const { criteria } of verdicts) {
    for (const record of criteria) {
      const known = step.criteria.findIndex(
        (one) => one.transition === record.transition && one.criterion === record.criterion,
      )
      if (known >= 0) step.criteria[known] = record
      else step.criteria.push(record)
    }
  }
}
