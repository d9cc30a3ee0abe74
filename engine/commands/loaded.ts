import type { Facts } from '../journey/facts.ts'
import type { JournalEntry } from '../journey/replay.ts'
import type { JourneyState } from '../journey/state.ts'
import type { Step, StepInput } from '../journey/step.ts'
import type { CompiledPathway } from '../pathway/compilePathway.ts'
import type { JourneyRow, ReadTx } from '../store/store.ts'
import { type Context, factsOf, pathwayOf, stateOf } from './context.ts'
import { PolkuProblem } from './problem.ts'

/** A journey as it stands in the present transaction, with all that its steps need to know. */
export interface Loaded {
  row: JourneyRow
  state: JourneyState
  pathway: CompiledPathway
  facts: Facts
  /** journey time: the later of the clock and the last journalled time */
  now: number
}

/** @throws PolkuProblem `not-found` */
export async function loadJourney(context: Context, tx: ReadTx, id: string): Promise<Loaded> {
  const row = await tx.journey(id)
  if (!row) throw new PolkuProblem('not-found', `There is no journey "${id}".`)
  const state = stateOf(context, row)
  const pathway = await pathwayOf(context, tx, row.pathway, row.version, state.inputs)
  const facts = pathway.document.facts ? await factsOf(context, tx, row.client) : new Map()
  return { row, state, pathway, facts, now: Math.max(context.clock.now().getTime(), state.at) }
}

/** What a step is told, for something that happens now or (back-dated) happened before. */
export function stepInput({ row, pathway, state, facts, now }: Loaded, occurredAt = now): StepInput {
  return { pathway, journey: row.id, state, facts, now, occurredAt }
}

/** A step with what the journal says of it. */
export interface Journalled {
  step: Step
  entry: JournalEntry
}

/** What the journal keeps of a step. */
export function entryOf(type: JournalEntry['type'], step: Step, more?: Partial<JournalEntry>): JournalEntry {
  const { taken, criteria, changes, messages } = step
  return { v: 1, type, taken, criteria, changes, messages, ...more }
}

/** The journey after a step, without anything being written. Its state is the step's own, as it would be kept. */
export function afterStep(loaded: Loaded, { step }: Journalled): Loaded {
  const { row, now } = loaded
  const { pathway } = step
  const state = { ...step.state, at: now }
  return { ...loaded, pathway, row: { ...row, revision: row.revision + 1, version: state.version }, state }
}

/** The row of a journey that has not begun. */
export function blankRow(id: string, client: string, pathway: string, version: number): JourneyRow {
  return {
    id,
    client,
    pathway,
    version,
    status: 'active',
    revision: 0,
    state: '',
    responsibleUser: '',
    responsibleTeam: null,
    startedAt: 0,
    endedAt: null,
    changedAt: 0,
  }
}
