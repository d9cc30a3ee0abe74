import type { PolkuProblem } from '../../engine/index.ts'
import type { Text } from '../../engine/pathway/values.ts'
import type { Person } from './people.ts'
import type { Scenario } from './scenario.ts'

/** A scenario that has been played, with everything in it that did not go as expected. */
export interface Played {
  scenario: Scenario
  client: string
  journey: string
  /** what Polku refused: a refusal leaves no trace in the journal */
  refusals: Refused[]
  broken: string[]
}

/** Something that was tried and refused, with what Polku said about it. */
export interface Refused {
  at: Date
  by: Person
  /** the event, task or exit */
  what: string
  /** the module it was tried in */
  module?: string
  problem: PolkuProblem
  /** facts to record before it can be decided */
  lacks: { name: string; label: Text | undefined; expired: boolean }[]
}
