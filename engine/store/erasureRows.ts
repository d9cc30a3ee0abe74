/**
 * The part of the `Store` port that keeps what may be erased, what may not for now, and what was. Rows are plain data;
 * instants are epoch milliseconds.
 */

/** That data of a client was erased: why, on what ground. Ids and codes only. */
export interface ErasureRow {
  client: string
  /** the records that were erased; null for all there was of the client */
  recordClass: string | null
  erasedAt: number
  erasedBy: string
  reason: string
  basis: string
}

/** The journeys of a client through one version of a pathway; of one without journeys a row without them. */
export interface CustomershipRow {
  client: string
  organisation: string
  /** registers that the client is said to be in, as a JSON list */
  customerships: string
  changedAt: number
  pathway: string | null
  version: number | null
  /** how many of them are live */
  live: number
  /** when the last of those that have ended did */
  endedAt: number | null
}

export interface CustomershipFilter {
  organisation: string
  /** clients who were created later are left out */
  createdBefore: number
  /** how many clients */
  limit: number
  /** clients whose id sorts after this one */
  after?: string
  /** only this client */
  client?: string
}

/** What may not be erased for now, whatever else would have it erased. */
export interface LegalHoldRow {
  id: string
  client: string
  /** why, in words: sealed under the client's key */
  sealed: Uint8Array
  placedBy: string
  placedAt: number
  /** the last local date on which it stands; null until somebody ends it */
  until: string | null
  endedAt: number | null
  endedBy: string | null
}

/** Rows that tell of a client and are not kept by client. */
export interface Traces {
  /** ids whose answers these are */
  ids: readonly string[]
  /** places of answers */
  answers: readonly number[]
  /** up to where answers were looked through */
  upTo: number
  /** e-mails that have been carried, by the message that carried them */
  emails: readonly number[]
  /** messages in whose attempts an outside may have said something */
  messages: readonly number[]
}

export interface ErasureReads {
  /** what was erased of a client, newest first */
  erasures(client: string): Promise<ErasureRow[]>
  /** a client's legal holds, those that have ended too, newest first */
  legalHolds(client: string): Promise<LegalHoldRow[]>
  /** Ids of the client's contacts and grants: answers under keys name them. */
  recordIdsOf(client: string): Promise<string[]>
  /** whether messages of a client's journeys are still to be delivered */
  isDelivering(client: string): Promise<boolean>
}

export interface ErasureWrites {
  insertLegalHold(row: LegalHoldRow): Promise<void>
  endLegalHold(hold: string, by: string, at: number): Promise<void>
  /**
   * Takes out all that people have said in these journeys, and who was told of it. What replay needs stays.
   * @param traces what was found of them elsewhere; what has come since is looked for again
   */
  eraseWords(journeys: readonly string[], traces: Traces): Promise<void>
  /** takes out the client's key, who it was, what is known of them and what they are found by; the id stays */
  erasePerson(client: string): Promise<void>
  insertErasure(row: ErasureRow): Promise<void>
}
