import type { Facts, FactValue } from '../journey/facts.ts'
import type { PlacedEntry } from '../journey/replay.ts'

/** A fact as it was recorded; all of them, superseded ones too. */
export interface PastFact extends FactValue {
  name: string
  recordedAt: number
}

/**
 * The client's facts as each entry of a journal knew them, entry by entry.
 *
 * A live journey is told of every fact, in an entry that names it: such a fact is known from that entry on, whatever the
 * clock said. What no entry names was recorded before the journey began, or while it had ended; so it was known unless an
 * end still followed that is not later than it.
 */
export function knownFacts(
  journey: string,
  journal: readonly PlacedEntry[],
  recorded: readonly PastFact[],
): readonly Facts[] {
  const toldAt = new Map<string, number>()
  for (const { seq, entry } of journal) {
    for (const id of entry.facts ?? []) if (!toldAt.has(id)) toldAt.set(id, seq)
  }
  const ends = journal.filter(({ entry }) => entry.changes.some(({ change }) => change === 'ended'))
  const weakestFirst = [...recorded].sort(compareFacts)
  return journal.map(({ seq }) => {
    const end = ends.find((one) => one.seq >= seq)
    const isKnown = ({ id, recordedAt }: PastFact): boolean => {
      const told = toldAt.get(id)
      if (told !== undefined) return told <= seq
      // ids sort in the order in which they were made: one that is older than the journey's own was there before it
      return end === undefined || recordedAt < end.recordedAt || id < journey
    }
    return new Map(
      weakestFirst
        .filter(isKnown)
        .map(({ name, id, value, holdsFrom }): [string, FactValue] => [name, { id, value, holdsFrom }]),
    )
  })
}

/** Of two values the one that counts comes last, as the store has it. */
function compareFacts(a: PastFact, b: PastFact): number {
  return a.holdsFrom - b.holdsFrom || a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1)
}
