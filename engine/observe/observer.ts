/**
 * Whoever counts what Polku does, for metrics: told as it happens, once it is durable. No client, person or journey is
 * ever named. A method is called in the middle of work: it must be quick and may not throw.
 */
export interface Observer {
  /** A command or a question (such as `journeys.send`) was answered; `ms` from the call to the answer. */
  answered(operation: string, ms: number): void
  /** It was refused with a problem of that code. */
  refused(operation: string, ms: number, code: string): void
  /** It failed as nobody expects it to. */
  failed(operation: string, ms: number, error: unknown): void
  /** A step was journalled: what kind of entry, and whether a rule made it rather than a person. */
  stepJournalled(type: string, byRule: boolean): void
  /** A commit is durable: how many works shared it, and how long the database took over it. */
  commitDone(works: number, ms: number): void
  /** The worker has let a timer act, so long after it was due. What a command let act before itself is not told here. */
  timerActed(kind: string, lateMs: number): void
  /** A message was delivered, within or to the outside; `ms` of this attempt. */
  messageDelivered(ms: number): void
  /** An attempt has failed; after a last one the work is dead, and a person must look. */
  attemptFailed(work: 'timer' | 'message', isDead: boolean): void
  /** The worker did from the database what the queue did not bring: it is away, or has not brought what is due. */
  rescued(work: 'timer' | 'message', count: number, why: 'away' | 'notBrought'): void
  /** A job of the worker's met something that it could not cope with, or that is tried again. */
  jobFailed(error: unknown): void
}

const ignore = (): void => {}

/** Nobody counts. */
export const noObserver: Observer = {
  answered: ignore,
  refused: ignore,
  failed: ignore,
  stepJournalled: ignore,
  commitDone: ignore,
  timerActed: ignore,
  messageDelivered: ignore,
  attemptFailed: ignore,
  rescued: ignore,
  jobFailed: ignore,
}
