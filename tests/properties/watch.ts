import { blankState } from '../../engine/journey/changes.ts'
import { fold } from '../../engine/journey/replay.ts'
import type { JourneyState } from '../../engine/journey/state.ts'
import { type CompiledPathway, compilePathway } from '../../engine/pathway/compilePathway.ts'
import type { Vault } from '../../engine/store/vault.ts'
import { type StoredEntry, storedJournal } from '../support/journal.ts'
import type { Publication, World } from '../support/randomWorld.ts'
import type { TableReader } from '../support/tables.ts'
import type { Counting } from './anchorLaws.ts'
import type { ModuleStory } from './moduleLaws.ts'
import type { Given } from './personLaws.ts'

/** A recorded value, opened. */
export interface KnownFact {
  id: string
  name: string
  value: string | number | boolean
  recordedAt: number
  holdsFrom: number
}

/** One journalled step with the states around it. */
export interface WatchedStep {
  placed: StoredEntry
  before: JourneyState
  after: JourneyState
  pathway: CompiledPathway
  /** the version that it was on before the step */
  from: CompiledPathway
  /** every value that had been recorded when it was made */
  facts: readonly KnownFact[]
}

/** A journey as its journal tells it, as far as that has been read. */
export interface WatchedJourney {
  state: JourneyState
  seq: number
  /** its version, compiled from the document that was published, not from what the database keeps of it */
  pathway: CompiledPathway
}

/** What is known of a world from its journals alone. */
export interface Watch {
  world: World
  reader: TableReader
  vault: Vault
  journeys: Map<string, WatchedJourney>
  /** what has acted: journey, visit, follow-up, occurrence; journey, timer, arming */
  acted: Set<string>
  facts: readonly KnownFact[]
  compiled: Map<string, CompiledPathway>
  modules: Map<string, ModuleStory>
  /** journeys that have come to another version than they began on */
  migrated: Set<string>
  /** by journey, what its follow-ups counted from after each entry */
  counting: Map<string, Counting[]>
  /** the command that was answered last */
  given?: Given
}

export function watch(world: World, reader: TableReader, vault: Vault): Watch {
  return {
    world,
    reader,
    vault,
    journeys: new Map(),
    acted: new Set(),
    facts: [],
    compiled: new Map(),
    modules: new Map(),
    migrated: new Set(),
    counting: new Map(),
  }
}

/** Every step that has been journalled since the last look, journey by journey, in order. */
export function newSteps(watched: Watch): WatchedStep[] {
  const { reader, journeys } = watched
  const known = watched.facts
  watched.facts = readFacts(watched)
  const steps: WatchedStep[] = []
  for (const { id } of reader.rows<{ id: string }>('SELECT id FROM journeys ORDER BY id')) {
    let { state, seq } = journeys.get(id) ?? { state: blankState(), seq: 0 }
    for (const placed of storedJournal(reader, id, seq)) {
      const before = state
      state = fold(before, placed)
      seq = placed.seq
      // timers that were due have acted before the command recorded anything
      const facts = placed.type === 'timer' ? known : watched.facts
      if (placed.type === 'migrate') watched.migrated.add(id)
      const pathway = pathwayOf(watched, state)
      const from = seq === 1 ? pathway : pathwayOf(watched, before)
      steps.push({ placed, before, after: state, pathway, from, facts })
    }
    journeys.set(id, { state, seq, pathway: pathwayOf(watched, state) })
  }
  return steps
}

/** The version that a journey is on, as it was published. */
export function publicationOf(
  { world }: Watch,
  { pathway, version }: Pick<JourneyState, 'pathway' | 'version'>,
): Publication {
  const found = world.published.find((one) => one.pathway === pathway && one.version === version)
  if (!found) throw new Error(`version ${version} of "${pathway}" has not been published`)
  return found
}

function pathwayOf(watched: Watch, state: JourneyState): CompiledPathway {
  const name = `${state.pathway}@${state.version} ${JSON.stringify(state.inputs)}`
  const known = watched.compiled.get(name)
  if (known) return known
  const { document, parameters } = publicationOf(watched, state)
  const compiled = compilePathway(document, { ...parameters, ...state.inputs })
  watched.compiled.set(name, compiled)
  return compiled
}

interface FactRow extends Omit<KnownFact, 'value'> {
  sealed: Uint8Array
}

/** Every value of the client, opened; those that were read before are not read again. */
function readFacts({ reader, world: { client }, vault, facts }: Watch): readonly KnownFact[] {
  const rows = reader.rows<FactRow>(
    'SELECT id, name, sealed, recorded_at AS recordedAt, holds_from AS holdsFrom FROM facts WHERE client = ?',
    client,
  )
  if (rows.length === facts.length) return facts
  const known = new Set(facts.map(({ id }) => id))
  const [row] = reader.rows<{ wrapped: Uint8Array }>('SELECT wrapped_key AS wrapped FROM clients WHERE id = ?', client)
  if (!row) throw new Error('the client is not there')
  const key = vault.unwrap(row.wrapped, client)
  const fresh = rows.filter(({ id }) => !known.has(id))
  return [
    ...facts,
    ...fresh.map(({ sealed, ...fact }) => ({
      ...fact,
      value: vault.open(key, sealed, `fact:${fact.id}`) as KnownFact['value'],
    })),
  ]
}

/** What holds: of a name the value from the latest time, of equal ones the one recorded last. */
export function currentFacts(facts: readonly KnownFact[]): ReadonlyMap<string, KnownFact> {
  const weakestFirst = [...facts].sort(
    (a, b) => a.holdsFrom - b.holdsFrom || a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1),
  )
  return new Map(weakestFirst.map((fact) => [fact.name, fact]))
}
