import type { ClientRow } from '../store/clientRows.ts'
import type { Sight } from '../store/peopleRows.ts'
import type { ReadTx, WriteTx } from '../store/store.ts'
import { marksOf } from './clientMarks.ts'
import { type ClientView, checkedPerson, openPerson, type ShowOptions, viewClient } from './clientRecord.ts'
import {
  type CreateClientInput,
  createClientSchema,
  type DuplicatesInput,
  duplicatesSchema,
  type EndHoldInput,
  type EraseInput,
  type FindClientInput,
  findClientSchema,
  type Person,
  type PlaceHoldInput,
  type SearchClientsInput,
  type UpdateClientInput,
  updateClientSchema,
} from './clientSchemas.ts'
import { type Context, clientKeyOf } from './context.ts'
import { type Erasure, eraseClient, listErasures } from './eraseClient.ts'
import { endHold, type LegalHoldView, listHolds, placeHold } from './legalHolds.ts'
import { freeIdentityHash, writeClient } from './newClient.ts'
import { parse } from './parse.ts'
import { PolkuProblem } from './problem.ts'
import { currentFactsView, loadLive, tellJourneys, writeFacts } from './recordFacts.ts'
import { requestHash, storedAnswer } from './runCommand.ts'
import { type RecordInput, recordSchema } from './schemas.ts'
import { clientWithCode, type Duplicate, duplicatesOf, type FoundClient, searchClients } from './searchClients.ts'
import { write } from './transact.ts'
import { undone } from './undone.ts'
import { iso } from './view.ts'

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

/** What creating a client answers. */
export interface CreatedClient {
  id: string
  /** clients of the organisation who may be the same person: look before there are two */
  duplicates: Duplicate[]
}

/** Commands and questions about clients and what is known of them. */
export interface Clients {
  /** @throws PolkuProblem `identity-taken` when the organisation has a client with the identity code */
  create(input: CreateClientInput): Promise<CreatedClient>
  /** Changes what is known of a person; null takes a field out. @throws PolkuProblem `stale-revision` */
  update(id: string, input: UpdateClientInput): Promise<{ id: string; revision: number }>
  get(id: string, options?: ShowOptions): Promise<ClientView>
  list(
    filter?: { organisation?: string; limit?: number; after?: string; sight?: Sight } & ShowOptions,
  ): Promise<ClientView[]>
  /** The client of an organisation with a personal identity code, if there is one. */
  find(input: FindClientInput, options?: ShowOptions): Promise<ClientView | undefined>
  /** Clients of an organisation by name or telephone number, spelt right or not; the likeliest first. */
  search(input: SearchClientsInput, options?: ShowOptions): Promise<FoundClient[]>
  /** Clients of an organisation who may be the person described; nothing is said of others. */
  duplicates(input: DuplicatesInput): Promise<Duplicate[]>
  /** Erases all there is of a person; the id stays, and what replay needs. @throws PolkuProblem `not-erasable`, `on-hold` */
  erase(id: string, input: EraseInput): Promise<Erasure>
  /** What was erased of a client, newest first. */
  erasures(id: string): Promise<Omit<Erasure, 'isLogCleared'>[]>
  /** Keeps a client's data from being erased. */
  placeHold(id: string, input: PlaceHoldInput): Promise<{ id: string }>
  endHold(id: string, hold: string, input: EndHoldInput): Promise<void>
  /** Legal holds, those that have ended too; newest first. */
  holds(id: string): Promise<LegalHoldView[]>
  /** Records facts; every live journey of the client takes note in the same transaction. */
  record(id: string, input: RecordInput): Promise<RecordAnswer>
  /** What holds now. */
  facts(id: string): Promise<FactView[]>
  /** Every value ever recorded, newest first. */
  factHistory(id: string, name?: string): Promise<FactView[]>
}

export function clientCommands(context: Context): Clients {
  const { store, vault } = context
  return {
    create: (input) => createClient(context, input),

    update: (id, input) => updateClient(context, id, input),

    get: (id, options) => store.read(async (tx) => viewClient(context, await rowOf(tx, id), options)),

    list: ({ showProtected, limit = 100, ...filter } = {}) =>
      store.read(async (tx) =>
        (await tx.clients({ ...filter, limit })).map((row) => viewClient(context, row, { showProtected })),
      ),

    find: async (input, options) => {
      const { organisation, identityCode } = parse(findClientSchema, input)
      const { identityCode: code = '' } = checkedPerson(context, { identityCode })
      return store.read(async (tx) => {
        const row = await clientWithCode(context, tx, organisation, code)
        return row && viewClient(context, row, options)
      })
    },

    search: (input, options) => searchClients(context, input, options),

    duplicates: async (input) => {
      const { organisation, ...person } = parse(duplicatesSchema, input)
      const checked = checkedPerson(context, person)
      return store.read((tx) => duplicatesOf(context, tx, organisation, checked))
    },

    erase: (id, input) => eraseClient(context, id, input),
    erasures: (id) => listErasures(context, id),
    placeHold: (id, input) => placeHold(context, id, input),
    endHold: (id, hold, input) => endHold(context, id, hold, input),
    holds: (id) => listHolds(context, id),

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

async function rowOf(tx: ReadTx, id: string): Promise<ClientRow> {
  const row = await tx.client(id)
  if (!row) throw new PolkuProblem('not-found', `There is no client "${id}".`)
  return row
}

async function createClient(context: Context, input: CreateClientInput): Promise<CreatedClient> {
  const { by, key, organisation, team, customerships, ...given } = parse(createClientSchema, input)
  const person = checkedPerson(context, given)
  const hash = requestHash(context, ['createClient', organisation, team, customerships, given])
  // a warning, and no promise: whoever is created meanwhile is not in it
  const duplicates = await context.store.read((tx) => duplicatesOf(context, tx, organisation, person))
  const id = context.newId()
  return write(context, async (tx) => {
    const stored = await storedAnswer(tx, { by, key }, hash)
    // an answer from before duplicates were looked for names none
    if (stored) {
      const { id: before, duplicates: told = [] } = stored as Pick<CreatedClient, 'id'> & Partial<CreatedClient>
      return { id: before, duplicates: told }
    }
    const answer = { id, duplicates }
    const createdAt = context.clock.now().getTime()
    await writeClient(context, tx, { id, organisation, team, customerships, person }, by.user)
    if (key !== undefined) {
      await tx.saveAnswer({ caller: by.user, key, bodyHash: hash, answer: JSON.stringify(answer), createdAt })
    }
    return answer
  })
}

async function updateClient(
  context: Context,
  id: string,
  input: UpdateClientInput,
): Promise<{ id: string; revision: number }> {
  const { by, key, revision, team, customerships, ...changes } = parse(updateClientSchema, input)
  const hash = requestHash(context, ['updateClient', id, revision, team, customerships, changes])
  return write(context, async (tx) => {
    const stored = await storedAnswer(tx, { by, key }, hash)
    if (stored) return stored as { id: string; revision: number }
    const row = await rowOf(tx, id)
    const person = changed(context, openPerson(context, row), changes)
    if (row.revision !== revision) throw staleClient(row, revision)
    const changedAt = context.clock.now().getTime()
    const answer = { id, revision: revision + 1 }
    const after: ClientRow = {
      ...row,
      ...answer,
      team: team === undefined ? row.team : team,
      customerships: customerships ? JSON.stringify(customerships) : row.customerships,
      changedAt,
      changedBy: by.user,
      identityHash: await freeIdentityHash(context, tx, id, row.organisation, person),
      sealed: context.vault.seal(await clientKeyOf(context, tx, id), person, `client:${id}`),
    }
    await tx.updateClient(after, revision)
    await tx.replaceMarks(id, marksOf(context.vault, row.organisation, person))
    if (key !== undefined) {
      const createdAt = changedAt
      await tx.saveAnswer({ caller: by.user, key, bodyHash: hash, answer: JSON.stringify(answer), createdAt })
    }
    return answer
  })
}

type Changes = { [Field in keyof Person]: Person[Field] | null }

/** A person with some fields set and others (null) taken out, held against the rules. @throws PolkuProblem */
function changed(context: Context, person: Person, changes: Changes): Person {
  // another code tells another date of birth
  const { birthDate, ...rest } = person
  const before = changes.identityCode === undefined || person.identityCode === undefined ? person : rest
  const after = Object.entries({ ...before, ...changes }).filter(([, value]) => value !== null && value !== undefined)
  return checkedPerson(context, Object.fromEntries(after))
}

function staleClient({ id, revision }: ClientRow, named: number): PolkuProblem {
  const detail = `Client ${id} is at revision ${revision}, not ${named}: somebody has changed it meanwhile. Look again and decide anew.`
  return new PolkuProblem('stale-revision', detail, { revision })
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
