import type { JournalEntry } from '../../journey/replay.ts'
import type { CompiledPathway } from '../../pathway/compilePathway.ts'
import type { JournalRow } from '../../store/store.ts'
import { type Context, stateOf } from '../context.ts'
import { type Did, type Known, newKnown, type ToldEntry, tellEntry } from './tellEntry.ts'

export interface ReaderOptions {
  client: string
  /** the client's own journey */
  journey: string
  pathwayOf(pathway: string, version: number): Promise<CompiledPathway>
}

/** @returns a function that tells what has been journalled since it was last called, in the client's journey and its modules */
export function createJournalReader(
  context: Context,
  { client, journey, pathwayOf }: ReaderOptions,
): () => Promise<Did[]> {
  const journeys = new Map<string, Known>()
  return async () => {
    const { rows, entries, names } = await context.store.read(async (tx) => {
      const all = await tx.journeys({ client })
      const rows = all.filter(({ id, revision }) => (journeys.get(id)?.seq ?? 0) < revision)
      const entries = new Map<string, ToldEntry[]>()
      for (const { id } of rows) {
        const journalled = await tx.journal(id, { from: (journeys.get(id)?.seq ?? 0) + 1 })
        entries.set(id, journalled.map(placed))
      }
      const hasFacts = [...entries.values()].flat().some(({ entry }) => entry.facts?.length)
      const facts = hasFacts ? await tx.factHistory(client) : []
      return { rows, entries, names: new Map(facts.map(({ id, name }) => [id, name])) }
    })
    const found: { at: number; did: Did }[] = []
    for (const row of rows) {
      const pathway = await pathwayOf(row.pathway, row.version)
      const module = row.id === journey ? null : (stateOf(context, row).parent?.module ?? '')
      const known = journeys.get(row.id) ?? newKnown()
      journeys.set(row.id, known)
      for (const one of entries.get(row.id) ?? []) {
        const did = tellEntry({ pathway, module, known, names }, one)
        known.seq = one.seq
        found.push({ at: one.recordedAt, did })
      }
    }
    return found.sort((a, b) => a.at - b.at || depth(a.did) - depth(b.did)).map(({ did }) => did)
  }
}

const placed = ({ seq, recordedAt, byRule, entry }: JournalRow): ToldEntry => ({
  ...{ seq, recordedAt, byRule },
  entry: JSON.parse(entry) as JournalEntry,
})

/** Of one instant the client's own journey comes first. */
const depth = ({ module }: Did): number => (module === null ? 0 : 1)
