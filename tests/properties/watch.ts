import { blankState } from '../../engine/journey/changes.ts'
import { fold } from '../../engine/journey/replay.ts'
import type { JourneyState } from '../../engine/journey/state.ts'
import { type CompiledPathway, compilePathway } from '../../engine/pathway/compilePathway.ts'
import { type StoredEntry, storedJournal } from '../support/journal.ts'
import type { World } from '../support/randomCommands.ts'
import type { TableReader } from '../support/tables.ts'

/** One journalled step with the states around it. */
export interface WatchedStep {
  placed: StoredEntry
  before: JourneyState
  after: JourneyState
}

/** What is known of the journeys of a world from their journals alone, as far as they have been read. */
export interface Watch {
  world: World
  reader: TableReader
  pathway: CompiledPathway
  states: Map<string, { state: JourneyState; seq: number }>
  /** what has acted: journey, visit, follow-up, occurrence */
  acted: Set<string>
}

export function watch(world: World, reader: TableReader): Watch {
  return { world, reader, pathway: compilePathway(world.document), states: new Map(), acted: new Set() }
}

const journeysOf = 'SELECT id FROM journeys WHERE pathway = ? ORDER BY id'

/** Every step that has been journalled since the last look, journey by journey, in order. */
export function newSteps(watched: Watch): WatchedStep[] {
  const { reader, states, world } = watched
  const steps: WatchedStep[] = []
  for (const { id } of reader.rows<{ id: string }>(journeysOf, world.document.id)) {
    let known = states.get(id) ?? { state: blankState(), seq: 0 }
    for (const placed of storedJournal(reader, id, known.seq)) {
      const after = fold(known.state, placed)
      steps.push({ placed, before: known.state, after })
      known = { state: after, seq: placed.seq }
    }
    states.set(id, known)
  }
  return steps
}
