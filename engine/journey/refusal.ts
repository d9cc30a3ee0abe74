import type { CriterionRecord } from './decide.ts'
import type { Suspension } from './state.ts'

/** Why a command on a journey changes nothing. A value, not an exception: it is an answer that people act on. */
export type Refusal =
  /** a criterion is false */
  | { refused: 'blocked'; event: string; criteria: CriterionRecord[] }
  /** a choice hangs on facts that are missing or have expired */
  | { refused: 'unknown'; event: string; lacks: string[]; criteria: CriterionRecord[] }
  /** nothing in the present state handles the event */
  | { refused: 'unhandled'; event: string; possible: string[] }
  /** the person's case roles do not allow it */
  | { refused: 'not-allowed'; what: string; allowed: string[] }
  | { refused: 'reason-required'; what: string }
  | { refused: 'not-overridable'; criterion: string; overridable: string[]; allowed?: string[] }
  | { refused: 'override-unused'; criterion: string; why: string }
  | { refused: 'ended'; code: string }
  /** the journey stands still: facts are accepted, transitions are not */
  | { refused: 'suspended'; suspensions: Suspension[] }
  | { refused: 'no-such-suspension'; suspension: number; open: number[] }
  | { refused: 'no-such-reason'; code: string; codes: string[] }
  | { refused: 'not-enterable'; state: string; enterable: string[] }
  | { refused: 'no-such-state'; state: string; version: number; states: string[] }
  /** the other version has no state for what the journey is in */
  | { refused: 'no-place'; lost: string[]; version: number; states: string[] }
  | { refused: 'no-such-exit'; code: string; exits: string[] }
  | { refused: 'no-such-task'; task: number }
  | { refused: 'too-early'; occurredAt: number; earliest: number; because: string }
  | { refused: 'not-reversible'; why: string }
  | { refused: 'task-taken'; assignee: string }
  /** required items of a task's checklist are open */
  | { refused: 'checklist-open'; items: string[] }
  | { refused: 'no-such-item'; item: string; items: string[] }
  | { refused: 'no-such-module'; module: string; modules: string[] }
  | { refused: 'wrong-kind'; why: string }

/** Whether what came back is a refusal. */
export function isRefusal(result: object): result is Refusal {
  return 'refused' in result
}
