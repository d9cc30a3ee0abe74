import { againstCriterion } from './againstCriterion.ts'
import { assessedToTraining } from './assessedToTraining.ts'
import { backAndForward } from './backAndForward.ts'
import { blockedThenReady } from './blockedThenReady.ts'
import { endedByExit } from './endedByExit.ts'
import { missingFact } from './missingFact.ts'
import { motivationTraining } from './motivationTraining.ts'
import { noSuitableService } from './noSuitableService.ts'
import { reasonedJump } from './reasonedJump.ts'
import { recordedLate } from './recordedLate.ts'
import type { Scenario } from './scenario.ts'
import { straightThrough } from './straightThrough.ts'
import { suspended } from './suspended.ts'

/** Every scenario client. Names and events are invented; identity codes are of the range that nobody has. */
export const scenarios: readonly Scenario[] = [
  straightThrough,
  blockedThenReady,
  missingFact,
  againstCriterion,
  assessedToTraining,
  backAndForward,
  endedByExit,
  recordedLate,
  noSuitableService,
  reasonedJump,
  motivationTraining,
  suspended,
]

/** The first and the last day that the scenarios are played. */
export const firstDay = 'ma 1.12.2025'
export const lastDay = 'ma 31.5.2027'
