import type { EntryType } from '../../engine/journey/replay.ts'

/** Everything that a journal entry may have been asked: whoever adds a type must name it here. */
export const everyEntryType: Record<EntryType, true> = {
  start: true,
  send: true,
  jump: true,
  exit: true,
  handOver: true,
  suspend: true,
  startModule: true,
  moduleEnded: true,
  resume: true,
  facts: true,
  timer: true,
  openTask: true,
  claimTask: true,
  delegateTask: true,
  postponeTask: true,
  tickTask: true,
  completeTask: true,
  cancelTask: true,
  answerProposal: true,
  reverse: true,
  migrate: true,
}
