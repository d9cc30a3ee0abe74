import { jumpId, type Microstep } from '../pathway/compileMachine.ts'
import type { CompiledPathway } from '../pathway/compilePathway.ts'
import { listActions } from '../pathway/stateTree.ts'
import { blankState } from './changes.ts'
import type { Facts } from './facts.ts'
import type { Refusal } from './refusal.ts'
import { type Actor, mayAct } from './send.ts'
import { settle } from './settle.ts'
import type { JourneyState, Parent, Responsible } from './state.ts'
import { beginStep, change, type Step } from './step.ts'
import { enterInitially } from './take.ts'

export interface StartInput {
  pathway: CompiledPathway
  version: number
  /** the journey's id */
  journey: string
  facts: Facts
  now: number
  occurredAt: number
  responsible: Responsible
  /** for a module: the journey that it belongs to, and what that gives */
  parent?: Parent
  inputs?: JourneyState['inputs']
  by: Actor
  /** an `enterable` state, for a client who is already under way */
  at?: string
  reason?: string
}

/** Begins a journey: at the pathway's start, or in the middle of it with a reason. */
export function start(input: StartInput): Step | Refusal {
  const { pathway, journey, facts, now, occurredAt, version, responsible, parent, inputs } = input
  const refusal = input.at === undefined ? undefined : refuseEntry(pathway, input.at, input.by, input.reason)
  if (refusal) return refusal
  const step = beginStep({ pathway, journey, state: blankState(), facts, now, occurredAt })
  change(step, {
    change: 'started',
    pathway: pathway.document.id,
    version,
    at: occurredAt,
    responsible,
    parent,
    inputs,
  })
  settle(
    step,
    enterInitially(step, input.at === undefined ? pathway.machine.initial() : inTheMiddle(pathway, input.at)),
  )
  step.messages.push({ topic: 'journey.started', payload: { pathway: pathway.document.id, version } })
  return step
}

/** A start in the middle: the way there through the pathway's start was never gone, so nothing of it is remembered or told. */
function inTheMiddle(pathway: CompiledPathway, at: string): Microstep {
  const micro = pathway.machine.take(pathway.machine.initial().configuration, [jumpId(at, '')])
  return {
    ...micro,
    configuration: { ...micro.configuration, history: {} },
    actions: micro.active.flatMap((path) => listActions(pathway.states.get(path)?.definition.entry)),
  }
}

/** The refusal of a jump into a state: it must be `enterable`, by this person, and with a reason. */
export function refuseEntry(
  pathway: CompiledPathway,
  state: string,
  by: Actor,
  reason: string | undefined,
): Refusal | undefined {
  const enterable = pathway.states.get(state)?.definition.enterable
  if (!enterable) {
    const others = [...pathway.states.values()].flatMap((one) => (one.definition.enterable ? [one.path] : []))
    return { refused: 'not-enterable', state, enterable: others }
  }
  if (typeof enterable === 'object' && !mayAct(by, enterable.by)) {
    return { refused: 'not-allowed', what: `entering ${state}`, allowed: enterable.by }
  }
  return reason?.trim() ? undefined : { refused: 'reason-required', what: `entering ${state}` }
}
