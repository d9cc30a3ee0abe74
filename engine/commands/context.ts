import type { Facts, FactValue } from '../journey/facts.ts'
import type { JourneyState } from '../journey/state.ts'
import { type CompiledPathway, compilePathway } from '../pathway/compilePathway.ts'
import { documentSchema, type PathwayDocument } from '../pathway/document.ts'
import type { Parameters } from '../pathway/parameters.ts'
import type { ClientRow, FactRow } from '../store/clientRows.ts'
import type { VersionRow } from '../store/pathwayRows.ts'
import type { JourneyRow, ReadTx, Store } from '../store/store.ts'
import type { Vault } from '../store/vault.ts'
import { PolkuProblem } from './problem.ts'
import type { WorklistLine } from './worklistLine.ts'

/** Anything that tells the time. */
export interface Clock {
  now(): Date
}

/** What commands work with. Time, ids and randomness come in from here and nowhere else. */
export interface Context {
  store: Store
  vault: Vault
  clock: Clock
  /** whether codes for tests (900 to 999) are taken as personal identity codes */
  isDemo: boolean
  /** a new id, sortable by time */
  newId: () => string
  /** the trace that the work at hand belongs to (W3C traceparent); null when nobody traces */
  trace: () => string | null
  memory: Memory
}

/** What is remembered between commands: nothing that could be wrong, since none of it ever changes in the database. */
export interface Memory {
  pathways: Map<string, CompiledPathway>
  /** clients' keys, each with the wrapped form that it was taken out of: another form is unwrapped anew */
  clientKeys: Map<string, { wrapped: Uint8Array; key: Uint8Array }>
  /** decrypted values by the id of the fact */
  values: Map<string, FactValue['value']>
  /** what holds about a client, by the rows that said so */
  facts: WeakMap<readonly FactRow[], Facts>
  /** states by journey, each with the text it was read from: another text is read anew */
  states: Map<string, { text: string; state: JourneyState }>
  /** what worklists tell of journeys, each with the revisions that it holds for */
  lines: Map<string, WorklistLine>
}

export const newMemory = (): Memory => ({
  pathways: new Map(),
  clientKeys: new Map(),
  values: new Map(),
  facts: new WeakMap(),
  states: new Map(),
  lines: new Map(),
})

const limits = { pathways: 200, clientKeys: 10_000, values: 50_000, states: 5_000, lines: 20_000 } as const

function remember<T>(map: Map<string, T>, limit: number, key: string, value: T): T {
  if (map.size >= limit) map.delete(map.keys().next().value ?? '')
  map.set(key, value)
  return value
}

/** A published version ready to run, with the parameter values that a parent journey has given. */
export async function pathwayOf(
  context: Context,
  tx: ReadTx,
  pathway: string,
  version: number,
  inputs: Parameters = {},
): Promise<CompiledPathway> {
  const given = Object.keys(inputs).length > 0 ? JSON.stringify(inputs) : ''
  const name = `${pathway}@${version}${given}`
  const known = context.memory.pathways.get(name)
  if (known) return known
  const row = await tx.version(pathway, version)
  if (!row) throw new PolkuProblem('not-found', `There is no version ${version} of the pathway "${pathway}".`)
  const compiled = compilePathway(documentOf(row), { ...(JSON.parse(row.parameters) as Parameters), ...inputs })
  return remember(context.memory.pathways, limits.pathways, name, compiled)
}

/** Forgets what was compiled of a pathway: a version about to be written may have been read in a lost transaction. */
export function forgetPathway({ pathways }: Memory, pathway: string): void {
  for (const name of pathways.keys()) if (name.startsWith(`${pathway}@`)) pathways.delete(name)
}

/** The document of a published version. */
export const documentOf = (row: VersionRow): PathwayDocument => documentSchema.parse(JSON.parse(row.document))

/** A journey's state as stored. Nothing changes a state in place, so one that was read before is as good as new. */
export function stateOf({ memory }: Context, { id, state: text }: Pick<JourneyRow, 'id' | 'state'>): JourneyState {
  const known = memory.states.get(id)
  return known?.text === text ? known.state : rememberState(memory, id, text, JSON.parse(text) as JourneyState)
}

/** Keeps a state that has just been written, for the journey's next step. */
export function rememberState(memory: Memory, id: string, text: string, state: JourneyState): JourneyState {
  memory.states.delete(id)
  return remember(memory.states, limits.states, id, { text, state }).state
}

/** Keeps what worklists tell of a journey. */
export function rememberLine({ lines }: Memory, journey: string, line: WorklistLine): WorklistLine {
  lines.delete(journey)
  return remember(lines, limits.lines, journey, line)
}

/** The client's own key. @throws PolkuProblem when there is no such client */
export async function clientKeyOf(context: Context, tx: ReadTx, client: string): Promise<Uint8Array> {
  return (await clientKeyLater(context, tx, client))()
}

/** A client's row with their own key, for many clients at a time; undefined when there is none, or it was erased. */
export async function clientWithKey(
  context: Context,
  tx: ReadTx,
  client: string,
): Promise<{ row: ClientRow; key: Uint8Array } | undefined> {
  const row = await tx.client(client)
  if (!row?.wrappedKey) return undefined
  return { row, key: keyOf(context, client, row) }
}

/** The client's own key, unwrapped when it is first asked for. */
async function clientKeyLater(context: Context, tx: ReadTx, client: string): Promise<() => Uint8Array> {
  const row = await tx.client(client)
  return () => keyOf(context, client, row)
}

/**
 * The key of a client whose row has just been read. A key is remembered, yet the row decides: another process may have
 * erased the client.
 * @throws PolkuProblem when there is no such client
 */
export function keyOf({ memory, vault }: Context, client: string, row: ClientRow | undefined): Uint8Array {
  const wrapped = row?.wrappedKey
  if (!wrapped) {
    memory.clientKeys.delete(client)
    throw new PolkuProblem('not-found', `There is no client "${client}".`)
  }
  const known = memory.clientKeys.get(client)
  if (known && Buffer.compare(known.wrapped, wrapped) === 0) return known.key
  const key = vault.unwrap(wrapped, client)
  return remember(memory.clientKeys, limits.clientKeys, client, { wrapped, key }).key
}

/**
 * What holds about a client now. A value is decrypted when something asks for it, and not before: most steps ask for few
 * or none. It never changes, so it is decrypted once.
 */
export async function factsOf(context: Context, tx: ReadTx, client: string): Promise<Facts> {
  const rows = await tx.currentFacts(client)
  const known = context.memory.facts.get(rows)
  if (known) return known
  const facts = new Map<string, FactValue>()
  if (rows.length > 0) {
    const key = await clientKeyLater(context, tx, client)
    for (const row of rows) facts.set(row.name, sealedFact(context, row, key))
  }
  context.memory.facts.set(rows, facts)
  return facts
}

function sealedFact({ memory, vault }: Context, { id, sealed, holdsFrom }: FactRow, key: () => Uint8Array): FactValue {
  const open = () => vault.open(key(), sealed, `fact:${id}`) as FactValue['value']
  return {
    id,
    holdsFrom,
    get value() {
      return memory.values.get(id) ?? remember(memory.values, limits.values, id, open())
    },
  }
}
