import type { Sight } from '../store/peopleRows.ts'
import type { WriteTx } from '../store/store.ts'
import { type Context, clientKeyOf } from './context.ts'
import { readIdentityCode, writeClient } from './newClient.ts'
import { parse } from './parse.ts'
import { PolkuProblem } from './problem.ts'
import { currentFactsView, loadLive, tellJourneys, writeFacts } from './recordFacts.ts'
import { requestHash, storedAnswer } from './runCommand.ts'
import { type CreateClientInput, createClientSchema, type RecordInput, recordSchema } from './schemas.ts'
import { write } from './transact.ts'
import { undone } from './undone.ts'
import { iso } from './view.ts'

export interface ClientView {
  id: string
  name: string | null
  identityCode: string | null
  language: 'fi' | 'sv' | 'en' | null
  createdAt: string
}

/** A recorded value with where it comes from. */
export interface FactView {
  id: string
  name: string
  class: string
  value: string | number | boolean
  source: string
  recordedBy: string
  recordedAt: string
  holdsFrom: string
}

export interface RecordAnswer {
  /** ids of the recorded facts, by name */
  facts: Record<string, string>
  /** the client's live journeys after it, and the transitions that it set off */
  journeys: { journey: string; revision: number; taken: string[] }[]
}

/** Commands and questions about clients and what is known of them. */
export interface Clients {
  create(input: CreateClientInput): Promise<{ id: string }>
  get(id: string): Promise<ClientView>
  list(filter?: { limit?: number; after?: string; sight?: Sight }): Promise<ClientView[]>
  /** The client with a personal identity code, if there is one. */
  find(identityCode: string): Promise<ClientView | undefined>
  /** Records facts; every live journey of the client takes note in the same transaction. */
  record(id: string, input: RecordInput): Promise<RecordAnswer>
  /** What holds now. */
  facts(id: string): Promise<FactView[]>
  /** Every value ever recorded, newest first. */
  factHistory(id: string, name?: string): Promise<FactView[]>
}

export function clientCommands(context: Context): Clients {
  const { store, vault } = context
  const open = (key: Uint8Array, id: string, sealed: Uint8Array, createdAt: number): ClientView => {
    const known = vault.open(key, sealed, `client:${id}`) as Partial<
      Pick<ClientView, 'name' | 'identityCode' | 'language'>
    >
    return {
      id,
      name: known.name ?? null,
      identityCode: known.identityCode ?? null,
      language: known.language ?? null,
      createdAt: iso(createdAt),
    }
  }
  return {
    create: async (input) => {
      const { by, key, ...given } = parse(createClientSchema, input)
      const identityCode = given.identityCode === undefined ? undefined : readIdentityCode(given.identityCode)
      const hash = requestHash(context, ['createClient', given])
      return write(context, async (tx) => {
        const stored = await storedAnswer(tx, { by, key }, hash)
        if (stored) return stored as { id: string }
        const id = await writeClient(context, tx, { ...given, identityCode }, by.user)
        if (key !== undefined) {
          const createdAt = context.clock.now().getTime()
          await tx.saveAnswer({ caller: by.user, key, bodyHash: hash, answer: JSON.stringify({ id }), createdAt })
        }
        return { id }
      })
    },

    get: (id) =>
      store.read(async (tx) => {
        const row = await tx.client(id)
        if (!row) throw new PolkuProblem('not-found', `There is no client "${id}".`)
        return open(await clientKeyOf(context, tx, id), id, row.sealed, row.createdAt)
      }),

    list: (filter) =>
      store.read(async (tx) => {
        const found: ClientView[] = []
        for (const row of await tx.clients({ ...filter, limit: filter?.limit ?? 100 })) {
          if (row.wrappedKey)
            found.push(open(await clientKeyOf(context, tx, row.id), row.id, row.sealed, row.createdAt))
        }
        return found
      }),

    find: (identityCode) =>
      store.read(async (tx) => {
        const row = await tx.clientByIdentity(vault.hashIdentity(identityCode.trim().toUpperCase()))
        return row && open(await clientKeyOf(context, tx, row.id), row.id, row.sealed, row.createdAt)
      }),

    record: (id, input) => record(context, id, input),

    facts: (id) => store.read((tx) => currentFactsView(context, tx, id)),

    factHistory: (id, name) =>
      store.read(async (tx) => {
        const key = await clientKeyOf(context, tx, id)
        return (await tx.factHistory(id, name)).map(({ sealed, client: _client, ...row }) => ({
          ...row,
          value: vault.open(key, sealed, `fact:${row.id}`) as FactView['value'],
          recordedAt: iso(row.recordedAt),
          holdsFrom: iso(row.holdsFrom),
        }))
      }),
  }
}

async function record(context: Context, client: string, input: RecordInput): Promise<RecordAnswer> {
  const { by, key, occurredAt, facts, source, dryRun } = parse(recordSchema, input)
  const hash = requestHash(context, ['record', client, facts, source, occurredAt])
  const holdsFrom = occurredAt === undefined ? undefined : Date.parse(occurredAt)
  const run = async (tx: WriteTx): Promise<RecordAnswer> => {
    const stored = await storedAnswer(tx, { by, key }, hash)
    if (stored) return stored as RecordAnswer
    await clientKeyOf(context, tx, client)
    const createdAt = context.clock.now().getTime()
    const author = { by: by.user, occurredAt: holdsFrom ?? createdAt }
    const live = await loadLive(context, tx, client)
    const recorded = await writeFacts(context, tx, { client, values: facts, source, by: by.user, holdsFrom }, live)
    const answer: RecordAnswer = {
      facts: recorded,
      journeys: await tellJourneys(context, tx, client, live, recorded, author),
    }
    if (key !== undefined && !dryRun) {
      await tx.saveAnswer({ caller: by.user, key, bodyHash: hash, answer: JSON.stringify(answer), createdAt })
    }
    return answer
  }
  if (!dryRun) return write(context, run)
  return undone<RecordAnswer>((undo) => write(context, async (tx) => undo(await run(tx))))
}
