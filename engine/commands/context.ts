import type { Facts, FactValue } from '../journey/facts.ts'
import type { JourneyState } from '../journey/state.ts'
import { type CompiledPathway, compilePathway } from '../pathway/compilePathway.ts'
import { documentSchema, type PathwayDocument } from '../pathway/document.ts'
import type { Parameters } from '../pathway/parameters.ts'
import type { FactId, JourneyRow, ReadTx, Store, VersionRow } from '../store/store.ts'
import type { Vault } from '../store/vault.ts'
import { PolkuProblem } from './problem.ts'

/** Anything that tells the time. */
export interface Clock {
  now(): Date
}

/** What commands work with. Time, ids and randomness come in from here and nowhere else. */
export interface Context {
  store: Store
  vault: Vault
  clock: Clock
  /** a new id, sortable by time */
  newId: () => string
  memory: Memory
}

/** What is remembered between commands: nothing that could be wrong, since none of it ever changes in the database. */
export interface Memory {
  pathways: Map<string, CompiledPathway>
  clientKeys: Map<string, Uint8Array>
  facts: Map<string, FactValue['value']>
  /** what holds about a client, by the rows that said so */
  factsOf: WeakMap<readonly FactId[], Facts>
  /** states by journey, each with the text it was read from: another text is read anew */
  states: Map<string, { text: string; state: JourneyState }>
}

export const newMemory = (): Memory => ({
  pathways: new Map(),
  clientKeys: new Map(),
  facts: new Map(),
  factsOf: new WeakMap(),
  states: new Map(),
})

const limits = { pathways: 200, clientKeys: 10_000, facts: 50_000, states: 5_000 } as const

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

/** The client's own key. @throws PolkuProblem when there is no such client */
export async function clientKeyOf(context: Context, tx: ReadTx, client: string): Promise<Uint8Array> {
  const known = context.memory.clientKeys.get(client)
  if (known) return known
  const row = await tx.client(client)
  if (!row?.wrappedKey) throw new PolkuProblem('not-found', `There is no client "${client}".`)
  const key = context.vault.unwrap(row.wrappedKey, client)
  return remember(context.memory.clientKeys, limits.clientKeys, client, key)
}

/** What holds about a client now, decrypted. A recorded value never changes, so each is decrypted once. */
export async function factsOf(context: Context, tx: ReadTx, client: string): Promise<Facts> {
  const ids = await tx.currentFactIds(client)
  const known = context.memory.factsOf.get(ids)
  if (known) return known
  const values = context.memory.facts
  // one look at the rows, however many are not remembered
  const unknown = ids.some(({ id }) => !values.has(id)) ? await openFacts(context, tx, client) : undefined
  const facts = new Map<string, FactValue>()
  for (const { id, name, holdsFrom } of ids) {
    const value = unknown?.get(id) ?? values.get(id)
    if (value === undefined) throw new Error(`the fact ${id} is not there`)
    facts.set(name, { id, value, holdsFrom })
  }
  for (const { id, value } of facts.values()) if (!values.has(id)) remember(values, limits.facts, id, value)
  context.memory.factsOf.set(ids, facts)
  return facts
}

/** Decrypts what holds about a client now. */
async function openFacts(context: Context, tx: ReadTx, client: string): Promise<Map<string, FactValue['value']>> {
  const key = await clientKeyOf(context, tx, client)
  const open = (id: string, sealed: Uint8Array) => context.vault.open(key, sealed, `fact:${id}`) as FactValue['value']
  return new Map((await tx.currentFacts(client)).map(({ id, sealed }) => [id, open(id, sealed)]))
}
