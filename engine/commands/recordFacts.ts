import { factsChanged } from '../journey/work.ts'
import type { ReadTx, WriteTx } from '../store/store.ts'
import { type Context, clientKeyOf, factsOf } from './context.ts'
import { checkValues, factDefinitions } from './factValues.ts'
import { entryOf, type Loaded, loadJourney, stepInput } from './loaded.ts'
import { persist } from './persist.ts'
import { PolkuProblem } from './problem.ts'
import { runDueTimers } from './runCommand.ts'

type FactValue = string | number | boolean

/** Facts to record about a client. */
export interface NewFacts {
  client: string
  values: Readonly<Record<string, FactValue>>
  source: string
  by: string
  /** when they hold from, epoch milliseconds; undefined for from now on */
  holdsFrom: number | undefined
}

/** Recorded facts, by name. */
export type RecordedFacts = Record<string, string>

/**
 * The client's live journeys, locked in id order, each with its due timers acted.
 * @param except one that is loaded already
 */
export async function loadLive(context: Context, tx: WriteTx, client: string, except?: string): Promise<Loaded[]> {
  const live: Loaded[] = []
  for (const id of await tx.activeJourneyIds(client)) {
    if (id === except) continue
    const { loaded } = await runDueTimers(context, tx, await loadJourney(context, tx, id))
    live.push(loaded)
  }
  return live
}

/**
 * Holds facts against their declarations and writes them. Journeys are told by `tellJourneys`. Of two values that hold
 * from the same instant the one recorded last counts, also when the clock has stood still or was set back between them.
 * For the same reason nothing is recorded before what the client's journeys have journalled: whoever looks back sees that a
 * journey which had ended knew nothing of it.
 * @throws PolkuProblem `unknown-fact`, `invalid-fact`, `in-the-future`, `not-found`
 */
export async function writeFacts(
  context: Context,
  tx: WriteTx,
  facts: NewFacts,
  live: readonly Pick<Loaded, 'pathway'>[],
): Promise<RecordedFacts> {
  const now = context.clock.now().getTime()
  const { client, values, source, by, holdsFrom } = facts
  if (holdsFrom !== undefined && holdsFrom > now)
    throw new PolkuProblem('in-the-future', 'A fact may not hold from a time that has not come yet.', {
      errors: [{ path: ['occurredAt'], message: 'has not come yet' }],
    })
  const names = Object.keys(values)
  const definitions = await factDefinitions(
    context,
    tx,
    live.map((one) => one.pathway),
    names,
  )
  checkValues(values, (name) => definitions.get(name), 'facts')
  const key = await clientKeyOf(context, tx, client)
  const notBefore = Math.max(now, await tx.lastChangeOf(client))
  const known = new Map((await tx.currentFacts(client)).map((row) => [row.name, row]))
  const recorded: RecordedFacts = {}
  for (const name of names) {
    const id = context.newId()
    const before = known.get(name)
    const from = holdsFrom ?? Math.max(now, before?.holdsFrom ?? now)
    await tx.insertFact({
      id,
      client,
      name,
      class: definitions.get(name)?.class ?? 'ordinary',
      sealed: context.vault.seal(key, values[name], `fact:${id}`),
      source,
      recordedBy: by,
      recordedAt: before?.holdsFrom === from ? Math.max(notBefore, before.recordedAt + 1) : notBefore,
      holdsFrom: from,
    })
    recorded[name] = id
  }
  return recorded
}

/** Gives each of the client's live journeys a journalled step that asks `always` and date anchors again. */
export async function tellJourneys(
  context: Context,
  tx: WriteTx,
  client: string,
  live: readonly Loaded[],
  recorded: RecordedFacts,
  author: { by: string; occurredAt: number },
): Promise<{ journey: string; revision: number; taken: string[] }[]> {
  const facts = await factsOf(context, tx, client)
  const told: { journey: string; revision: number; taken: string[] }[] = []
  for (const loaded of live) {
    if (loaded.state.status !== 'active') continue
    const step = factsChanged(stepInput({ ...loaded, facts }))
    const entry = { ...entryOf('facts', step), facts: Object.values(recorded) }
    // the time of one journey may be ahead of another's, when the clock was set back between them
    const occurredAt = Math.min(author.occurredAt, loaded.now)
    const authorship = { by: author.by, occurredAt, byRule: false, sealed: null }
    const after = await persist(context, tx, { ...loaded, facts }, { step, entry }, authorship)
    told.push({ journey: after.row.id, revision: after.row.revision, taken: step.taken })
  }
  return told
}

/** What holds about a client, with where it comes from. */
export async function currentFactsView(context: Context, tx: ReadTx, client: string) {
  const key = await clientKeyOf(context, tx, client)
  return (await tx.currentFacts(client)).map((row) => ({
    id: row.id,
    name: row.name,
    class: row.class,
    value: context.vault.open(key, row.sealed, `fact:${row.id}`) as FactValue,
    source: row.source,
    recordedBy: row.recordedBy,
    recordedAt: new Date(row.recordedAt).toISOString(),
    holdsFrom: new Date(row.holdsFrom).toISOString(),
  }))
}
