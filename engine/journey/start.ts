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
import { type ImportedPast, takeOverPast } from './takeOverPast.ts'

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
  /** for a journey that was under way elsewhere */
  imported?: ImportedPast
}

/** Begins a journey: at the pathway's start, or in the middle of it with a reason. */
export function start(input: StartInput): Step | Refusal {
  const { pathway, journey, facts, now, occurredAt, version, responsible, parent, inputs, imported } = input
  const refusal =
    input.at === undefined
      ? undefined
      : refuseEntry(pathway, input.at, input.imported ? undefined : input.by, input.reason)
  if (refusal) return refusal
  const step = beginStep({ pathway, journey, state: blankState(), facts, now, occurredAt })
  change(step, {
    change: 'started',
    pathway: pathway.document.id,
    version,
    at: imported?.startedAt ?? occurredAt,
    responsible,
    parent,
    inputs,
  })
  const micro = input.at === undefined ? pathway.machine.initial() : inTheMiddle(pathway, input.at)
  const done = enterInitially(step, micro)
  const untaken = imported && takeOverPast(step, imported)
  if (untaken) return untaken
  settle(step, done)
  const payload = { pathway: pathway.document.id, version, ...(imported && { imported: true }) }
  step.messages.push({ topic: 'journey.started', payload })
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

/**
 * The refusal of a jump into a state: it must be `enterable`, by this person, and with a reason.
 * @param by undefined when nobody enters it now: they stood there before they came here
 */
export function refuseEntry(
  pathway: CompiledPathway,
  state: string,
  by: Actor | undefined,
  reason: string | undefined,
): Refusal | undefined {
  const enterable = pathway.states.get(state)?.definition.enterable
  if (!enterable) {
    const others = [...pathway.states.values()].flatMap((one) => (one.definition.enterable ? [one.path] : []))
    return { refused: 'not-enterable', state, enterable: others }
  }
  if (by && typeof enterable === 'object' && !mayAct(by, enterable.by)) {
    return { refused: 'not-allowed', what: `entering ${state}`, allowed: enterable.by }
  }
  return reason?.trim() ? undefined : { refused: 'reason-required', what: `entering ${state}` }
}
