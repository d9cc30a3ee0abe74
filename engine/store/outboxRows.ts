/**
 * The part of the `Store` port that keeps messages to the outside, and every attempt to deliver one. Rows are plain data;
 * instants are epoch milliseconds.
 */

export interface OutboxMessage {
  journey: string
  seq: number
  topic: string
  /** ids and codes only, as JSON */
  payload: string
  createdAt: number
  /** the trace that the command belonged to (W3C traceparent); null when it belonged to none */
  trace: string | null
}

export interface OutboxRow extends OutboxMessage {
  /** the key under which the outside sees it; delivery is at least once */
  id: number
  attempts: number
}

/** A message with what has become of it. */
export interface OutboxDetails extends OutboxRow {
  deliveredAt: number | null
  /** not tried again before this; null when it is new, or dead */
  notBefore: number | null
  dead: boolean
  lastError: string | null
}

/** One attempt to deliver a message; `endedAt` null while it is under way, and when its worker died. */
export interface AttemptRow {
  message: number
  attempt: number
  worker: string
  startedAt: number
  endedAt: number | null
  error: string | null
}

/** A message's next attempt to be delivered, by identity. */
export interface MessageTurn {
  id: number
  attempts: number
  /** epoch milliseconds; 0 when it waits for no back-off: its journey may be ahead of the clock */
  at: number
}

export interface OutboxReads {
  /** messages not yet delivered whose back-off is over, oldest first */
  undelivered(now: number, limit: number): Promise<OutboxRow[]>
  /** turns of messages that have never failed, after the given id, oldest first */
  messageTurns(filter: { after?: number; limit: number }): Promise<MessageTurn[]>
  message(id: number): Promise<OutboxDetails | undefined>
  /** messages that are dead, oldest first */
  deadMessages(filter: { limit: number; after?: number }): Promise<OutboxDetails[]>
  /** what was tried to deliver a message, first to last */
  deliveryAttempts(message: number): Promise<AttemptRow[]>
  /** when the next undelivered message may be tried; undefined when there is none */
  nextDeliveryAt(): Promise<number | undefined>
}

export interface OutboxWrites {
  appendOutbox(message: OutboxMessage): Promise<void>
  /** an attempt begins: it counts, and nobody else makes the next before `until` */
  deliveryStarted(attempt: AttemptRow, until: number): Promise<void>
  /** it is done with, by the attempt of that number where there was one */
  markDelivered(id: number, at: number, attempt?: number): Promise<void>
  /** keeps the failure of an attempt that may have begun before; `notBefore` null marks the message dead */
  deliveryFailed(attempt: AttemptRow, notBefore: number | null): Promise<void>
  /** gives a dead message another turn */
  reviveMessage(turn: MessageTurn): Promise<void>
}
