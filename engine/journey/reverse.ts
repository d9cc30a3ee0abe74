import type { Refusal } from './refusal.ts'
import { type EntryType, type PlacedEntry, replay } from './replay.ts'
import { settle } from './settle.ts'
import { beginStep, change, type Step, type StepInput } from './step.ts'
import { followAnchors } from './timers.ts'

/** Commands that may be taken back: those that move a journey. Facts are corrected by recording them anew. */
const reversible = new Set<EntryType>(['send', 'jump', 'exit', 'answerProposal', 'handOver', 'suspend', 'resume'])

/**
 * Takes back the last command of a journey, where nothing has followed it: the state is again what it was before, and
 * the outside is told which entry no longer holds. The journal keeps both. Facts that were recorded after the journey
 * had ended, of which it was not told, are taken note of now.
 * @param journal the whole journal, oldest first
 */
export function reverse(
  input: StepInput & { entry: number; revision: number; reason?: string },
  journal: readonly (PlacedEntry & { byRule: boolean })[],
): Step | Refusal {
  const last = journal.at(-1)
  if (!last || last.seq !== input.entry || input.revision !== input.entry) {
    return { refused: 'not-reversible', why: `entry ${input.revision} has followed entry ${input.entry}` }
  }
  if (!reversible.has(last.entry.type)) {
    const known = [...reversible].join(', ')
    return {
      refused: 'not-reversible',
      why: `entry ${last.seq} is a ${last.entry.type}; what can be taken back: ${known}`,
    }
  }
  if (last.byRule) {
    return { refused: 'not-reversible', why: `entry ${last.seq} was made by rule: the module follows its parent` }
  }
  if (last.entry.messages.some(({ topic }) => topic.startsWith('module.'))) {
    return {
      refused: 'not-reversible',
      why: `entry ${last.seq} has set modules going or ended them; they have followed it`,
    }
  }
  if (!input.reason?.trim()) return { refused: 'reason-required', what: `taking back entry ${last.seq}` }
  const step = beginStep(input)
  change(step, { change: 'restored', state: replay(journal.slice(0, -1)) })
  followAnchors(step)
  settle(step)
  step.messages.push({ topic: 'journey.reversed', payload: { entry: last.seq } })
  return step
}
