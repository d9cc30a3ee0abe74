import type { JournalEntry } from '../../engine/journey/replay.ts'
import type { Timer } from '../../engine/journey/state.ts'
import type { PathwayDocument } from '../../engine/pathway/document.ts'
import type { TestClock } from '../support/testClock.ts'
import type { Facts } from './machinePlan.ts'
import type { Standing } from './reference.ts'

/** A journey that is held against an XState actor of the same document. */
export interface ComparedJourney {
  document: PathwayDocument
  clock: TestClock
  /** begins (anew) */
  start(): Promise<void>
  /** whether anything was done on the event */
  send(event: string): Promise<boolean>
  record(facts: Facts): Promise<void>
  /** whether a delay is due now */
  isDue(): Promise<boolean>
  /** lets what is due act */
  runDue(): Promise<void>
  /** forgets everything but what is stored */
  reload(): Promise<void>
  standing(): Promise<Standing & Kept>
  /** what jobs could not cope with */
  failures: unknown[]
  close(): Promise<void>
}

/** What a journey keeps besides. */
export interface Kept {
  /** journal entries since the last look */
  entries: JournalEntry[]
  /** states of its open visits */
  visits: string[]
}

/** When delays are due, in order. */
export function duesOf(timers: readonly Timer[]): number[] {
  return timers.flatMap(({ kind, dueAt }) => (kind === 'after' ? [dueAt] : [])).sort((a, b) => a - b)
}

/** Actions that journal entries tell the outside of, in order. */
export function actionsOf(entries: readonly JournalEntry[]): string[] {
  return entries.flatMap(({ messages }) =>
    messages.flatMap(({ topic, payload }) => {
      if (topic !== 'action') return []
      const { what } = payload.params as { what: unknown }
      return [String(what)]
    }),
  )
}
