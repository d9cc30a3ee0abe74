import type { Clock } from './commands/context.ts'

/** The machine's own: only those who open Polku take it, and hand it down. */
export const systemClock: Clock = { now: () => new Date() }
