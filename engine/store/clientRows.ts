/**
 * The part of the `Store` port that keeps clients and what is known of them. Rows are plain data; instants are epoch
 * milliseconds, sealed values opaque bytes.
 */
import type { Sight } from './peopleRows.ts'

export interface ClientRow {
  id: string
  createdAt: number
  createdBy: string
  /** whose register the client stands in */
  organisation: string
  /** the team that looks after the client before anybody else does; null for none */
  team: string | null
  /** grows by one with every change of what is known of the person; compared and set */
  revision: number
  changedAt: number
  changedBy: string
  /** registers that the client is said to be in, as a JSON list; journeys say of more */
  customerships: string
  /** keyed hash of the personal identity code, for look-up within the organisation; null when none was given */
  identityHash: string | null
  /** who it is (`engine/commands/clientRecord.ts`): sealed under the client's own key; empty when erased */
  sealed: Uint8Array
  /** the client's own key, wrapped by the master key; null when the client has been erased */
  wrappedKey: Uint8Array | null
}

export interface ClientFilter {
  organisation?: string
  limit?: number
  /** return clients whose id sorts after this one */
  after?: string
  /** only those that are seen so */
  sight?: Sight
}

/** One recorded value; never overwritten, only superseded. */
export interface FactRow {
  id: string
  client: string
  name: string
  class: string
  /** the value, sealed under the client's key */
  sealed: Uint8Array
  source: string
  recordedBy: string
  recordedAt: number
  /** when it holds from, in the world */
  holdsFrom: number
}

/** That somebody has recorded a fact: once for each name and class, and for whether it holds now. */
export interface FactAuthor extends Pick<FactRow, 'name' | 'class' | 'recordedBy'> {
  isCurrent: boolean
  /** null when the author is no user: a rule, or a program of before there were users */
  organisation: string | null
}

export interface ClientReads {
  client(id: string): Promise<ClientRow | undefined>
  clientByIdentity(organisation: string, identityHash: string): Promise<ClientRow | undefined>
  /** clients by id, after the given one; those who have been erased are left out */
  clients(filter: ClientFilter): Promise<ClientRow[]>
  /** clients of an organisation who have most of these marks of the blind index, the likeliest first */
  clientsByMarks(filter: { organisation: string; marks: readonly number[]; limit: number }): Promise<ClientRow[]>
  /** per fact name the row that holds now: greatest `holdsFrom`, then `recordedAt`, then id */
  currentFacts(client: string): Promise<readonly FactRow[]>
  /** every row, newest `recordedAt` first */
  factHistory(client: string, name?: string): Promise<FactRow[]>
  /** who has recorded which facts of a client, and for whom they work by now; nothing of what was recorded */
  factAuthors(client: string): Promise<FactAuthor[]>
}

export interface ClientWrites {
  /** @throws StoreConflict when the identity hash is taken within the organisation */
  insertClient(row: ClientRow): Promise<void>
  /** @throws StoreConflict when the identity hash is taken, or unless the stored revision is `expectedRevision` */
  updateClient(row: ClientRow, expectedRevision: number): Promise<void>
  /** what the client is found by from now on, instead of what was before (`engine/commands/clientMarks.ts`) */
  replaceMarks(client: string, marks: readonly number[]): Promise<void>
  insertFact(row: FactRow): Promise<void>
}
