import type { Transition } from '../pathway/compilePathway.ts'
import { type Decision, decide, lacking, type Override, type Verdict } from './decide.ts'
import type { Refusal } from './refusal.ts'
import { circumstances, lastEntry, leftBy, settle } from './settle.ts'
import { startModulesOf } from './startModule.ts'
import { beginStep, keepCriteria, type Step, type StepInput } from './step.ts'
import { take } from './take.ts'

/** Who acts: a person with case roles, as far as the journey is concerned. */
export interface Actor {
  user: string
  roles: readonly string[]
  /** from outside the owner organisation: may do what is declared for a case role, and nothing that is open to all */
  isGuest?: boolean
}

export interface SendInput extends StepInput {
  event: string
  by: Actor
  /** why; needed for an override and where the transition asks for it */
  reason?: string
  override?: Override
}

/** Sends an event: decides, takes what was chosen, and brings the journey to rest. */
export function send(input: SendInput): Step | Refusal {
  const { event, override } = input
  if (input.state.status === 'ended') return { refused: 'ended', code: input.state.end?.code ?? '' }
  if (input.state.suspensions.length > 0) return { refused: 'suspended', suspensions: input.state.suspensions }
  const step = beginStep(input)
  // the override counts for this decision alone: what happens by itself afterwards is asked without it
  const decision = decide({ ...circumstances(step), override }, (state) => input.pathway.candidates(state, 'on', event))
  const refusal =
    refuseGuest(input, decision) ??
    refuseUndecided(input, decision) ??
    refusePerson(input, decision.chosen) ??
    refuseOverride(input, decision)
  if (refusal) return refusal
  const tooEarly = refuseBackDated(
    step,
    decision.chosen.map((one) => one.transition),
  )
  if (tooEarly) return tooEarly
  keepCriteria(step, decision.considered)
  const active = input.pathway.machine.active(input.state)
  const taken = decision.chosen.map((one) => one.transition.id)
  const done = take(step, taken)
  for (const state of active) startModulesOf(step, state, event)
  settle(step, done)
  return step
}

/** From outside one is told first that one may not, and nothing of criteria: they tell what is known of the client. */
function refuseGuest({ by }: SendInput, { chosen, considered }: Decision): Refusal | undefined {
  if (!by.isGuest) return undefined
  const asked = [...chosen, ...considered].map(({ transition }) => transition)
  const [first] = asked
  if (!first || asked.some(({ definition }) => mayAct(by, definition.by))) return undefined
  return { refused: 'not-allowed', what: first.id, allowed: first.definition.by ?? [] }
}

/** The refusal of an event on which nothing was chosen, or whose choice is unknown in some region. */
function refuseUndecided(input: SendInput, decision: Decision): Refusal | undefined {
  const { event, pathway, state } = input
  if (decision.unknown.length === 0 && decision.chosen.length > 0) return undefined
  const criteria = decision.considered.flatMap((one) => one.criteria)
  if (decision.unknown.length > 0) return { refused: 'unknown', event, lacks: lacking(decision), criteria }
  if (decision.considered.length > 0) return { refused: 'blocked', event, criteria }
  const possible = pathway.machine.active(state).flatMap((path) => pathway.eventsOf(path))
  return { refused: 'unhandled', event, possible: [...new Set(possible)].sort() }
}

/** The refusal of a person whose case roles a chosen transition does not name, or who owes a reason. */
function refusePerson(input: SendInput, chosen: readonly Verdict[]): Refusal | undefined {
  for (const { transition } of chosen) {
    const { by, reasonRequired } = transition.definition
    if (!mayAct(input.by, by)) return { refused: 'not-allowed', what: transition.id, allowed: by ?? [] }
    if ((reasonRequired || input.override) && !input.reason?.trim())
      return { refused: 'reason-required', what: transition.id }
  }
  return undefined
}

/** The refusal of an override that is not allowed, or that this step would not use. */
function refuseOverride(input: SendInput, { chosen }: Decision): Refusal | undefined {
  const { override, by, pathway } = input
  if (!override) return undefined
  const asked = overriddenIn(chosen)
  const ids = asked.length === 0 ? [] : taken(input, chosen)
  const used = asked.filter((one) => ids.includes(one.transition))
  const criterion = chosen.flatMap((one) => one.transition.criteria).find((one) => one.name === override.criterion)
  if (!criterion) {
    const overridable = Object.entries(pathway.document.criteria ?? {}).flatMap(([name, one]) =>
      one.overridable ? [name] : [],
    )
    return { refused: 'not-overridable', criterion: override.criterion, overridable }
  }
  const { overridable } = criterion.definition
  if (!overridable) return { refused: 'not-overridable', criterion: override.criterion, overridable: [] }
  if (typeof overridable === 'object' && !mayAct(by, overridable.by)) {
    return {
      refused: 'not-overridable',
      criterion: override.criterion,
      overridable: [override.criterion],
      allowed: overridable.by,
    }
  }
  if (used.length === 0) {
    return {
      refused: 'override-unused',
      criterion: override.criterion,
      why:
        asked.length === 0
          ? 'the criterion holds; send the event without an override'
          : 'its transition gives way to another that the event takes',
    }
  }
  if (used.length > 1) {
    return {
      refused: 'override-unused',
      criterion: override.criterion,
      why: 'more than one transition would be taken against it; name one',
    }
  }
  return undefined
}

const overriddenIn = (verdicts: readonly Verdict[]) =>
  verdicts.flatMap((one) => one.criteria.filter((record) => record.overridden))

/** The chosen transitions that are really taken: of two that leave the same state one gives way. */
function taken({ pathway, state }: SendInput, chosen: readonly Verdict[]): readonly string[] {
  return pathway.machine.take(
    state,
    chosen.map((one) => one.transition.id),
  ).taken
}

/** Whether one of a person's case roles is among those allowed; without a list, anyone may. */
export function mayAct(by: Actor, allowed: readonly string[] | undefined): boolean {
  return allowed === undefined ? by.isGuest !== true : allowed.some((role) => by.roles.includes(role))
}

/** A step cannot have happened before the states that it leaves were entered. */
export function refuseBackDated(step: Step, chosen: readonly Transition[]): Refusal | undefined {
  for (const path of leftBy(step, chosen)) {
    const entered = lastEntry(step, path)
    if (step.occurredAt >= entered) continue
    return {
      refused: 'too-early',
      occurredAt: step.occurredAt,
      earliest: entered,
      because: `"${path}" was entered then`,
    }
  }
  return undefined
}
