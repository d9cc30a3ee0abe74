import { automaticMismatch } from './automaticMismatch.ts'
import { automaticRights } from './automaticRights.ts'
import { constantCriterion } from './constantCriterion.ts'
import { criteriaGap } from './criteriaGap.ts'
import { criterionError } from './criterionError.ts'
import { deadEnd } from './deadEnd.ts'
import { duplicateId } from './duplicateId.ts'
import { duplicateItem } from './duplicateItem.ts'
import { endlessLoop } from './endlessLoop.ts'
import { finalState } from './finalState.ts'
import { followUpNeverDue } from './followUpNeverDue.ts'
import { followUpShape } from './followUpShape.ts'
import { historyFromWithin } from './historyFromWithin.ts'
import { historyWithoutPast } from './historyWithoutPast.ts'
import { impossibleValue } from './impossibleValue.ts'
import { initialState } from './initialState.ts'
import { invalidDuration } from './invalidDuration.ts'
import { invalidTarget } from './invalidTarget.ts'
import { missingTranslation } from './missingTranslation.ts'
import { moduleShape } from './moduleShape.ts'
import { nameClash } from './nameClash.ts'
import { neverDone } from './neverDone.ts'
import { neverTaken } from './neverTaken.ts'
import { overlappingCriteria } from './overlappingCriteria.ts'
import { parameterValue } from './parameterValue.ts'
import { profilingFact } from './profilingFact.ts'
import { stateShape } from './stateShape.ts'
import { uncollectedFact } from './uncollectedFact.ts'
import { uncoveredState } from './uncoveredState.ts'
import { unknownCriterion } from './unknownCriterion.ts'
import { unknownFact } from './unknownFact.ts'
import { unknownParameter } from './unknownParameter.ts'
import { unknownRole } from './unknownRole.ts'
import { unknownTarget } from './unknownTarget.ts'
import { unknownTask } from './unknownTask.ts'
import { unreachableState } from './unreachableState.ts'
import { unsendableEvent } from './unsendableEvent.ts'
import { unusedCriterion } from './unusedCriterion.ts'
import type { Rule } from './verifyContext.ts'

/**
 * A rule in the table. `about` tells the statechart's own form, what the document names, and how journeys flow through it;
 * `trace` whether its findings are shown by the events that lead to their place, or also through the transition there.
 */
interface RuleEntry {
  code: string
  rule: Rule
  about: 'statechart' | 'content' | 'flow'
  trace?: 'to' | 'through'
}

/** Every rule, in the order in which its findings are told. */
export const rules: readonly RuleEntry[] = [
  { code: 'unknown-target', rule: unknownTarget, about: 'statechart' },
  { code: 'invalid-target', rule: invalidTarget, about: 'statechart' },
  { code: 'initial-state', rule: initialState, about: 'statechart' },
  { code: 'state-shape', rule: stateShape, about: 'statechart' },
  { code: 'final-state', rule: finalState, about: 'statechart' },
  { code: 'duplicate-id', rule: duplicateId, about: 'statechart' },
  { code: 'unknown-criterion', rule: unknownCriterion, about: 'content' },
  { code: 'unknown-task', rule: unknownTask, about: 'content' },
  { code: 'duplicate-item', rule: duplicateItem, about: 'content' },
  { code: 'unknown-role', rule: unknownRole, about: 'content' },
  { code: 'unknown-fact', rule: unknownFact, about: 'content' },
  { code: 'unknown-parameter', rule: unknownParameter, about: 'content' },
  { code: 'name-clash', rule: nameClash, about: 'content' },
  { code: 'criterion-error', rule: criterionError, about: 'content' },
  { code: 'invalid-duration', rule: invalidDuration, about: 'content' },
  { code: 'parameter-value', rule: parameterValue, about: 'content' },
  { code: 'impossible-value', rule: impossibleValue, about: 'content' },
  { code: 'automatic-rights', rule: automaticRights, about: 'content', trace: 'through' },
  { code: 'profiling-fact', rule: profilingFact, about: 'content', trace: 'through' },
  { code: 'automatic-mismatch', rule: automaticMismatch, about: 'content', trace: 'to' },
  { code: 'follow-up-shape', rule: followUpShape, about: 'content', trace: 'to' },
  { code: 'module-shape', rule: moduleShape, about: 'content', trace: 'to' },
  { code: 'constant-criterion', rule: constantCriterion, about: 'content' },
  { code: 'unused-criterion', rule: unusedCriterion, about: 'content' },
  { code: 'overlapping-criteria', rule: overlappingCriteria, about: 'content', trace: 'through' },
  { code: 'criteria-gap', rule: criteriaGap, about: 'content', trace: 'through' },
  { code: 'uncollected-fact', rule: uncollectedFact, about: 'content' },
  { code: 'missing-translation', rule: missingTranslation, about: 'content' },
  { code: 'unreachable-state', rule: unreachableState, about: 'flow' },
  { code: 'dead-end', rule: deadEnd, about: 'flow' },
  { code: 'endless-loop', rule: endlessLoop, about: 'flow' },
  { code: 'never-taken', rule: neverTaken, about: 'flow', trace: 'to' },
  { code: 'never-done', rule: neverDone, about: 'flow', trace: 'to' },
  { code: 'unsendable-event', rule: unsendableEvent, about: 'flow', trace: 'to' },
  { code: 'history-from-within', rule: historyFromWithin, about: 'flow', trace: 'through' },
  { code: 'history-without-past', rule: historyWithoutPast, about: 'flow' },
  { code: 'follow-up-never-due', rule: followUpNeverDue, about: 'flow', trace: 'to' },
  { code: 'uncovered-state', rule: uncoveredState, about: 'flow' },
]

/** Every code that a document may get by itself; each has a page under docs/rules. */
export const ruleCodes: readonly string[] = [
  'schema',
  'too-large',
  'reserved-name',
  ...rules.map(({ code }) => code),
  'does-not-compile',
]
