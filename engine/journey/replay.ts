import type { TimerRecord } from './actTimer.ts'
import { applyChange, blankState, type Change, draftOf } from './changes.ts'
import type { CriterionRecord, Override } from './decide.ts'
import type { JourneyState } from './state.ts'
import type { Message } from './step.ts'
import type { ImportedPast } from './takeOverPast.ts'

/** What was asked, as the journal names it. */
export type EntryType =
  | 'start'
  | 'send'
  | 'jump'
  | 'exit'
  | 'handOver'
  | 'suspend'
  | 'startModule'
  | 'moduleEnded'
  | 'resume'
  | 'facts'
  | 'timer'
  | 'openTask'
  | 'claimTask'
  | 'delegateTask'
  | 'postponeTask'
  | 'tickTask'
  | 'completeTask'
  | 'cancelTask'
  | 'answerProposal'
  | 'reverse'
  | 'migrate'

/**
 * One journalled step: the decisions, not the reasons in words (those are sealed beside it). Enough to fold without
 * FEEL, calendar or XState. `v` is the version of this schema; readers keep reading every older one.
 */
export interface JournalEntry {
  v: 1
  type: EntryType
  event?: string
  taken: string[]
  criteria: CriterionRecord[]
  override?: Override
  timer?: TimerRecord
  task?: number
  /** whether the proposal was accepted */
  accept?: boolean
  /** what had happened elsewhere, of a journey that was brought in */
  imported?: ImportedPast
  /** to which version, and where states have gone that are not under the same path there */
  migration?: { version: number; states: Record<string, string> }
  /** ids of the facts that this step recorded */
  facts?: string[]
  /** the entry that this one takes back */
  reverses?: number
  /** timers that had acted between `occurredAt` and now in what a back-dated step left; they stay as they are */
  actedSince?: { timer: number; name: string; at: number }[]
  changes: Change[]
  messages: Message[]
}

/** An entry with its place in time. */
export interface PlacedEntry {
  seq: number
  /** epoch milliseconds; the journey's time after it */
  recordedAt: number
  entry: JournalEntry
}

/**
 * Folds a journal to the state it leads to.
 * @throws JournalGap when entries are missing or out of order
 */
export function replay(entries: Iterable<PlacedEntry>): JourneyState {
  let state = blankState()
  let seq = 0
  for (const placed of entries) {
    seq += 1
    if (placed.seq !== seq) throw new JournalGap(`entry ${seq} is missing; the next one is ${placed.seq}`)
    state = fold(state, placed)
  }
  if (seq === 0) throw new JournalGap('the journal is empty')
  return state
}

/** The state after one more entry. */
export function fold(state: JourneyState, { recordedAt, entry }: PlacedEntry): JourneyState {
  let draft = draftOf(state)
  for (const change of entry.changes) draft = applyChange(draft, change)
  draft.at = recordedAt
  return draft
}

/** A journal that folds to another state than the stored one: one of them was changed from outside. */
export class ReplayMismatch extends Error {
  override readonly name = 'ReplayMismatch'
}

/** A journal that does not hang together: a row was lost or forged. */
export class JournalGap extends Error {
  override readonly name = 'JournalGap'
}
