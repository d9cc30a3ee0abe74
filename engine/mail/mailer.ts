/**
 * The `Mailer` port: e-mail to the people who work with Polku. It is told what to send, decides nothing and remembers
 * nothing.
 */

/** One e-mail to one person. */
export interface Email {
  /** stays the same however often it is sent: by it receivers know a repetition */
  id: string
  to: string
  subject: string
  text: string
  /** as its header Content-Language has it */
  language: string
  /** when it came to be told; epoch milliseconds */
  at: number
  /** 1 for the first; from the second on an earlier one may have arrived */
  attempt: number
}

export interface Mailer {
  /**
   * Hands an e-mail over to the mail server.
   * @param signal breaks it off
   * @throws PermanentFailure when the mail server refuses it for good; after any other error it may be tried again
   */
  send(email: Email, signal: AbortSignal): Promise<void>
  /** Lets go of the mail server. */
  close(): void
}

/** A delivery that will not succeed however often it is tried: the message is dead at once. */
export class PermanentFailure extends Error {
  override readonly name = 'PermanentFailure'
}
