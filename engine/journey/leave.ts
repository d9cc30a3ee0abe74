import { jumpId } from '../pathway/compileMachine.ts'
import { own } from '../pathway/own.ts'
import type { Refusal } from './refusal.ts'
import { type Actor, mayAct } from './send.ts'
import { settle } from './settle.ts'
import { refuseEntry } from './start.ts'
import { tellModules } from './startModule.ts'
import { beginStep, change, type Step, type StepInput } from './step.ts'
import { end, take } from './take.ts'

interface Reasoned extends StepInput {
  by: Actor
  reason?: string
}

/** Moves a journey into an `enterable` state, for a reason that no transition of the pathway foresaw. */
export function jump(input: Reasoned & { to: string }): Step | Refusal {
  const { pathway, state, to, by, reason } = input
  if (state.status === 'ended') return { refused: 'ended', code: state.end?.code ?? '' }
  if (state.suspensions.length > 0) return { refused: 'suspended', suspensions: state.suspensions }
  const refusal = refuseEntry(pathway, to, by, reason) ?? refuseBeforeLast(input)
  if (refusal) return refusal
  if (pathway.machine.active(state).includes(to))
    return { refused: 'wrong-kind', why: `the journey is in "${to}" already` }
  const step = beginStep(input)
  settle(step, take(step, [jumpId(to, innermostAround(input, to))]))
  return step
}

/** Ends a journey by one of the pathway's coded exits, from wherever it stands. */
export function exit(input: Reasoned & { code: string }): Step | Refusal {
  const { pathway, state, code, by, reason } = input
  if (state.status === 'ended') return { refused: 'ended', code: state.end?.code ?? '' }
  const definition = own(pathway.document.exits, code)
  if (!definition) return { refused: 'no-such-exit', code, exits: Object.keys(pathway.document.exits ?? {}) }
  if (!mayAct(by, definition.by)) return { refused: 'not-allowed', what: `exit ${code}`, allowed: definition.by ?? [] }
  if (definition.reasonRequired !== false && !reason?.trim())
    return { refused: 'reason-required', what: `exit ${code}` }
  const tooEarly = refuseBeforeLast(input)
  if (tooEarly) return tooEarly
  const step = beginStep(input)
  end(step, { code, kind: 'exit', outcome: definition.outcome, at: input.occurredAt })
  return step
}

/** Ends a module because the state of its parent that it belongs to was left. */
export function endByParent(input: StepInput): Step | undefined {
  if (input.state.status === 'ended') return undefined
  const step = beginStep(input)
  end(step, { code: 'parentEnded', kind: 'exit', outcome: 'interrupted', at: input.now })
  return step
}

/** Hands the journey over to another responsible person; open reviews and proposals go along. */
export function handOver(input: StepInput & { to: { user: string; team: string | null } }): Step | Refusal {
  if (input.state.status === 'ended') return { refused: 'ended', code: input.state.end?.code ?? '' }
  const step = beginStep(input)
  const from = step.state.responsible.user
  change(step, { change: 'responsible', responsible: input.to })
  for (const task of step.state.tasks) {
    const isTheirs = (task.kind === 'review' || task.kind === 'proposal') && task.assignee === from
    if (isTheirs) change(step, { change: 'taskChanged', task: task.id, assignee: input.to.user })
  }
  step.messages.push({ topic: 'journey.handedOver', payload: { from, to: input.to.user } })
  tellModules(step, 'module.handOver', { from, to: input.to })
  return step
}

/** The innermost active ancestor of a state: a jump leaves what is inside it, and nothing beside it. */
function innermostAround({ pathway, state }: StepInput, target: string): string {
  const active = new Set(pathway.machine.active(state))
  let around = pathway.states.get(target)?.parent
  while (around !== undefined && !active.has(around)) around = pathway.states.get(around)?.parent
  return around ?? ''
}

function refuseBeforeLast({ state, occurredAt }: StepInput): Refusal | undefined {
  const earliest = Math.max(0, ...state.visits.map((visit) => visit.enteredAt))
  if (occurredAt >= earliest) return undefined
  return { refused: 'too-early', occurredAt, earliest, because: 'the present state was entered then' }
}
