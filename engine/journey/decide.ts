import type { CompiledPathway, Transition } from '../pathway/compilePathway.ts'
import type { Truth } from '../pathway/feel/index.ts'
import { type Facts, knownValue } from './facts.ts'
import type { JourneyState } from './state.ts'

/** What one criterion of one transition was, what it saw and what it lacks. */
export interface CriterionRecord {
  transition: string
  criterion: string
  value: Truth
  /** each value seen, by name, with the id of the fact it came from (null for declared values and parameters) */
  seen: Record<string, string | null>
  /** names whose value is unknown */
  lacks: string[]
  /** taken against this criterion, with a reason */
  overridden?: true
}

/** A transition with the value of its criteria taken together. */
export interface Verdict {
  transition: Transition
  value: Truth
  criteria: CriterionRecord[]
}

/** Taking one named transition against one named criterion, once. */
export interface Override {
  criterion: string
  /** the transition's id; needed only where the event has several with that criterion */
  transition?: string
}

/** What was chosen in each region, and where a choice hangs on something unknown. */
export interface Decision {
  chosen: Verdict[]
  unknown: Verdict[]
  /** every candidate that was looked at, in order */
  considered: Verdict[]
}

/** What criteria are asked about. */
export interface Circumstances {
  pathway: CompiledPathway
  state: JourneyState
  facts: Facts
  /** epoch milliseconds */
  now: number
  override?: Override
}

/**
 * Chooses, three-valued. Per region, innermost state first: the first candidate that is not false decides. If it is
 * true it is chosen; if it is unknown the region's choice is unknown, and nothing further out is asked. A state's own
 * candidates are asked only when nothing inside it decided.
 */
export function decide(circumstances: Circumstances, candidatesOf: (state: string) => readonly Transition[]): Decision {
  const { pathway, state } = circumstances
  const decision: Decision = { chosen: [], unknown: [], considered: [] }
  decideIn(circumstances, candidatesOf, pathway.machine.active(state), '', decision)
  return decision
}

/** Decides inside a state first, then by its own candidates; whether it has come to a choice (or to an unknown). */
function decideIn(
  circumstances: Circumstances,
  candidatesOf: (state: string) => readonly Transition[],
  active: readonly string[],
  path: string,
  decision: Decision,
): boolean {
  let isDecided = false
  for (const child of circumstances.pathway.states.get(path)?.children ?? []) {
    if (active.includes(child) && decideIn(circumstances, candidatesOf, active, child, decision)) isDecided = true
  }
  if (isDecided) return true
  for (const transition of candidatesOf(path)) {
    const verdict = judge(circumstances, transition)
    decision.considered.push(verdict)
    if (verdict.value === false) continue
    if (verdict.value === true) decision.chosen.push(verdict)
    else decision.unknown.push(verdict)
    return true
  }
  return false
}

/** The value of a transition: all its criteria together, after Kleene; an overridden one counts as true. */
export function judge(circumstances: Circumstances, transition: Transition): Verdict {
  if (transition.criteria.length === 0) return { transition, value: true, criteria: [] }
  const { pathway, state, facts, now, override } = circumstances
  let value: Truth = true
  const criteria: CriterionRecord[] = []
  for (const { name, expression } of transition.criteria) {
    const seen: Record<string, string | null> = {}
    const result = expression.evaluate({
      get: (wanted) => {
        const found = knownValue(pathway, state, facts, now, transition.source, wanted)
        if (found) seen[wanted] = found.fact
        return found?.value
      },
      now,
      zone: pathway.calendar.zone,
    })
    if (result.value !== true) seeAll(circumstances, transition, expression.names, seen)
    const record: CriterionRecord = {
      transition: transition.id,
      criterion: name,
      value: result.value,
      seen,
      lacks: result.lacks,
    }
    criteria.push(record)
    if (isOverridden(transition, name, override) && result.value !== true) {
      record.overridden = true
      continue
    }
    if (result.value === false) value = false
    else if (result.value === 'unknown' && value === true) value = 'unknown'
  }
  return { transition, value, criteria }
}

/** What did not hold is told whole: the values too that were not needed to decide it. */
function seeAll(
  { pathway, state, facts, now }: Circumstances,
  { source }: Transition,
  names: readonly string[],
  seen: Record<string, string | null>,
): void {
  for (const name of names) {
    const found = knownValue(pathway, state, facts, now, source, name)
    if (found) seen[name] = found.fact
  }
}

function isOverridden(transition: Transition, criterion: string, override: Override | undefined): boolean {
  if (!override || override.criterion !== criterion) return false
  return override.transition === undefined || override.transition === transition.id
}

/** The names that an unknown choice lacks, sorted, each once. */
export function lacking(decision: Decision): string[] {
  return [...new Set(decision.unknown.flatMap((verdict) => verdict.criteria.flatMap((one) => one.lacks)))].sort()
}
