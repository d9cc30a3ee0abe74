import { canonicalJson } from '../journey/canonicalJson.ts'
import { blankState } from '../journey/changes.ts'
import { isRefusal } from '../journey/refusal.ts'
import { fold } from '../journey/replay.ts'
import type { CompiledPathway } from '../pathway/compilePathway.ts'
import { knownFacts, type PastFact } from './auditFacts.ts'
import { NotJournalled, type PastEntry, rerun } from './auditRerun.ts'

/** What became of running a journey's past again. */
export interface Audit {
  /** how many entries there are */
  entries: number
  differences: AuditDifference[]
  /** entries that could not be run again, and why */
  notRerun: { seq: number; why: string }[]
}

/** One thing in which today's code does not do what was journalled. */
export interface AuditDifference {
  seq: number
  /** `refused` when the step is not made at all today: `today` then says why, and `recorded` what it was */
  what: 'criteria' | 'taken' | 'changes' | 'messages' | 'timer' | 'refused'
  recorded: unknown
  today: unknown
}

/** Everything that the steps of a journey were told. */
export interface Past {
  journey: string
  /** the version that it began on, as it is compiled today */
  pathway: CompiledPathway
  /** those that it has come to since, by their numbers */
  later?: ReadonlyMap<number, CompiledPathway>
  /** oldest first */
  journal: readonly PastEntry[]
  /** every fact of the client */
  facts: readonly PastFact[]
}

const compared = ['criteria', 'taken', 'changes', 'messages', 'timer'] as const

/**
 * Makes every step of a journal again by today's FEEL, calendar and XState, each from the state that the journal itself
 * leads to, so that one difference does not draw others after it. Changes nothing; `replay` does not depend on it.
 *
 * Steps only are made again. What a command looks at before (case roles, which are not journalled; how far back it may be
 * dated; its key and revision; the values of a form) is passed over.
 */
export function auditJournal(past: Past): Audit {
  const { journal } = past
  const audit: Audit = { entries: journal.length, differences: [], notRerun: [] }
  const facts = knownFacts(past.journey, journal, past.facts)
  let state = blankState()
  for (const [index, placed] of journal.entries()) {
    const { recordedAt: now, occurredAt } = placed
    const { journey, later } = past
    const pathway = later?.get(state.version) ?? past.pathway
    const input = { pathway, journey, state, facts: facts[index] ?? new Map(), now, occurredAt }
    try {
      audit.differences.push(...differences(placed, rerun(placed, input, { journal: journal.slice(0, index), later })))
    } catch (error) {
      if (error instanceof NotJournalled) audit.notRerun.push({ seq: placed.seq, why: error.message })
      else audit.differences.push(notMade(placed, String(error)))
    }
    state = fold(state, placed)
  }
  return audit
}

function differences(placed: PastEntry, made: ReturnType<typeof rerun>): AuditDifference[] {
  if (made === undefined) return [notMade(placed, 'it would come to nothing')]
  if (isRefusal(made)) return [notMade(placed, made)]
  return compared.flatMap((what) => {
    const recorded = placed.entry[what]
    const today = made[what]
    return canonicalJson(recorded) === canonicalJson(today) ? [] : [{ seq: placed.seq, what, recorded, today }]
  })
}

const notMade = ({ seq, entry }: PastEntry, today: unknown): AuditDifference => ({
  seq,
  what: 'refused',
  recorded: entry.type,
  today,
})
