import type { Refusal } from './refusal.ts'
import { type EntryType, type PlacedEntry, replay } from './replay.ts'
import { beginStep, change, type Step, type StepInput } from './step.ts'

/** Commands that may be taken back: those that move a journey. Facts are corrected by recording them anew. */
const reversible = new Set<EntryType>(['send', 'jump', 'exit', 'answerProposal', 'handOver'])

/**
 * Takes back the last command of a journey, where nothing has followed it: the state is again what it was before, and
 * the outside is told which entry no longer holds. The journal keeps both.
 * @param journal the whole journal, oldest first
 */
export function reverse(
  input: StepInput & { entry: number; reason?: string },
  journal: readonly PlacedEntry[],
): Step | Refusal {
  const last = journal.at(-1)
  if (!last || last.seq !== input.entry) {
    return { refused: 'not-reversible', why: `entry ${last?.seq ?? 0} has followed entry ${input.entry}` }
  }
  if (!reversible.has(last.entry.type)) {
    const known = [...reversible].join(', ')
    return {
      refused: 'not-reversible',
      why: `entry ${last.seq} is a ${last.entry.type}; what can be taken back: ${known}`,
    }
  }
  if (!input.reason?.trim()) return { refused: 'reason-required', what: `taking back entry ${last.seq}` }
  const step = beginStep(input)
  change(step, { change: 'restored', state: replay(journal.slice(0, -1)) })
  step.messages.push({ topic: 'journey.reversed', payload: { entry: last.seq } })
  return step
}
