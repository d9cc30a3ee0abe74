import { jumpId } from '../pathway/compileMachine.ts'
import type { CompiledPathway } from '../pathway/compilePathway.ts'
import type { Effect } from '../pathway/declarations.ts'
import type { Text } from '../pathway/values.ts'
import { type Circumstances, type CriterionRecord, decide, lacking, type Verdict } from './decide.ts'
import { isExpired, knownValue } from './facts.ts'
import { type Actor, mayAct } from './send.ts'

/** What one event would do now, and if nothing, why. */
export interface Possibility {
  event: string
  /** what the journey would answer, if the person may send it */
  status: 'possible' | 'blocked' | 'unknown' | 'suspended'
  /** whether the person's case roles allow it, in every region that it would move */
  allowed: boolean
  transitions: ExplainedTransition[]
  /** facts to record before it can be decided */
  lacks: { name: string; label: Text | undefined; expired: boolean }[]
}

export interface ExplainedTransition {
  id: string
  label: Text | undefined
  from: string
  to: string[]
  value: Verdict['value']
  effect: Effect
  by: string[]
  reasonRequired: boolean
  criteria: ExplainedCriterion[]
}

/** A criterion with its value, every known value that it speaks of, and what it lacks. */
export interface ExplainedCriterion {
  name: string
  label: Text
  when: string
  source: string | undefined
  value: CriterionRecord['value']
  overridable: boolean
  seen: { name: string; label: Text | undefined; value: string | number | boolean; unit: string | undefined }[]
  lacks: string[]
}

/** Everything that can be done next with a journey. */
export interface Next {
  events: Possibility[]
  /** states that a reasoned jump may go to; none while the journey is suspended */
  jumps: string[]
  /** coded exits */
  exits: { code: string; label: Text; allowed: boolean }[]
}

/** What is possible now and why something is not: the same decision that `send` makes, for every event. */
export function explainNext(circumstances: Circumstances, by: Actor): Next {
  const { pathway, state } = circumstances
  if (state.status === 'ended') return { events: [], jumps: [], exits: [] }
  const active = pathway.machine.active(state)
  const events = [...new Set(active.flatMap((path) => pathway.eventsOf(path)))]
  return {
    events: events.map((event) => explainEvent(circumstances, event, by)),
    jumps: [...pathway.states.values()]
      .filter(({ definition: { enterable }, path }) => {
        if (state.suspensions.length > 0) return false
        if (!enterable || active.includes(path) || !pathway.machine.targets.has(jumpId(path, ''))) return false
        return enterable === true || mayAct(by, enterable.by)
      })
      .map(({ path }) => path),
    exits: Object.entries(pathway.document.exits ?? {}).map(([code, { label, by: allowed }]) => ({
      code,
      label,
      allowed: mayAct(by, allowed),
    })),
  }
}

/** What one event would do now. */
export function explainEvent(circumstances: Circumstances, event: string, by: Actor): Possibility {
  const { pathway, state } = circumstances
  const decision = decide(circumstances, (path) => pathway.candidates(path, 'on', event))
  const { chosen, unknown, considered } = decision
  const decided = unknown.length > 0 ? 'unknown' : chosen.length > 0 ? 'possible' : 'blocked'
  const status = state.suspensions.length > 0 ? 'suspended' : decided
  const telling = decided === 'possible' ? chosen : considered
  const isAllowed = ({ transition }: Verdict) => mayAct(by, transition.definition.by)
  return {
    event,
    status,
    allowed: status === 'possible' ? telling.every(isAllowed) : telling.some(isAllowed),
    transitions: telling.map((one) => explainTransition(circumstances, one)),
    lacks: lacking(decision).map((name) => ({
      name,
      label: labelOf(pathway, name),
      expired: isStale(circumstances, name),
    })),
  }
}

function explainTransition(
  circumstances: Circumstances,
  { transition, value, criteria }: Verdict,
): ExplainedTransition {
  const { definition, id, source, targets } = transition
  return {
    id,
    label: definition.label,
    from: source,
    to: [...targets],
    value,
    effect: definition.effect ?? 'none',
    by: definition.by ?? [],
    reasonRequired: definition.reasonRequired ?? false,
    criteria: criteria.flatMap((record) => explainCriterion(circumstances, record)),
  }
}

/** A criterion's record in words and live values: the journal keeps only fact ids. */
export function explainCriterion(circumstances: Circumstances, record: CriterionRecord): ExplainedCriterion[] {
  const { pathway, state, facts, now } = circumstances
  const source = pathway.transitions.get(record.transition)?.source ?? ''
  const criterion = pathway.criteria.get(record.criterion)
  if (!criterion) return []
  const { definition, expression } = criterion
  return [
    {
      name: record.criterion,
      label: definition.label,
      when: definition.when,
      source: definition.source,
      value: record.value,
      overridable: Boolean(definition.overridable),
      seen: expression.names.flatMap((name) => {
        const found = knownValue(pathway, state, facts, now, source, name)
        return found ? [{ name, label: labelOf(pathway, name), value: found.value, unit: unitOf(pathway, name) }] : []
      }),
      lacks: record.lacks,
    },
  ]
}

function labelOf(pathway: CompiledPathway, name: string): Text | undefined {
  return pathway.document.facts?.[name]?.label ?? pathway.document.parameters?.[name]?.label
}

function unitOf(pathway: CompiledPathway, name: string): string | undefined {
  const fact = pathway.document.facts?.[name]
  return fact?.type === 'number' ? fact.unit : pathway.document.parameters?.[name]?.unit
}

function isStale({ pathway, facts, now }: Circumstances, name: string): boolean {
  const definition = pathway.document.facts?.[name]
  const fact = facts.get(name)
  return definition !== undefined && fact !== undefined && isExpired(pathway, definition, fact, now)
}
