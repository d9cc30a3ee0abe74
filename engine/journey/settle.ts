import type { Transition } from '../pathway/compilePathway.ts'
import { type Circumstances, decide } from './decide.ts'
import { change, keepCriteria, type Step } from './step.ts'
import { take } from './take.ts'
import { askPerson, closeTask } from './tasks.ts'
import { cover } from './timers.ts'

/** A pathway whose automatic transitions never come to rest. `verify` finds these; this bound keeps the process alive. */
export class EndlessLoop extends Error {
  override readonly name = 'EndlessLoop'
}

/** How often something may follow by itself from what happened by itself, at one instant. */
export const mostRounds = 100

/** What criteria are asked about at this point of a step. */
export function circumstances(step: Step): Circumstances {
  const { pathway, state, facts, now } = step
  return { pathway, state, facts, now }
}

/**
 * Brings a step to rest: `always`, then completed states one by one, until nothing more happens by itself, in the order
 * that SCXML gives eventless transitions before internal events. What the document does not call `automatic` is proposed
 * to a person instead. A suspended journey stands still. At the end it is covered.
 * @param done states that the step has completed so far
 * @throws EndlessLoop
 */
export function settle(step: Step, done: readonly string[] = []): void {
  const waiting = [...done]
  for (let round = 0; ; round++) {
    if (step.state.status !== 'active') return
    if (step.state.suspensions.length > 0) break
    if (round > mostRounds)
      throw new EndlessLoop(`more than ${mostRounds} automatic steps: ${step.taken.slice(-4).join(', ')}`)
    const { automatic, proposed } = dueByFacts(step)
    if (automatic.length > 0) {
      waiting.push(...takeByItself(step, automatic))
      continue
    }
    const completed = waiting.shift()
    if (completed === undefined) {
      propose(step, proposed)
      break
    }
    waiting.push(...completeState(step, completed))
  }
  cover(step)
}

/** `onDone` of a completed state: taken when automatic, else proposed. */
function completeState(step: Step, path: string): string[] {
  const decision = decide(circumstances(step), (state) =>
    state === path ? step.pathway.candidates(path, 'done', 'done') : [],
  )
  keepCriteria(step, decision.considered)
  return takeOrPropose(
    step,
    [...decision.chosen, ...decision.unknown].map((one) => one.transition),
    decision.unknown.length > 0,
  )
}

/**
 * Takes transitions that nobody sent, or asks a person. One that hangs on something unknown is always asked about.
 */
export function takeOrPropose(step: Step, transitions: readonly Transition[], unknown: boolean): string[] {
  if (transitions.length === 0) return []
  const mayTake = !unknown && step.state.suspensions.length === 0
  if (mayTake && transitions.every((one) => one.definition.automatic)) return takeByItself(step, transitions)
  for (const transition of transitions) openProposal(step, transition)
  return []
}

/**
 * Takes what happens by itself. It follows from the command, but cannot have happened before the states that it leaves were
 * entered: after a back-dated command the rest of the step is as late as that.
 */
function takeByItself(step: Step, transitions: readonly Transition[]): string[] {
  step.occurredAt = Math.max(step.occurredAt, ...leftBy(step, transitions).map((path) => lastEntry(step, path)))
  return take(
    step,
    transitions.map((one) => one.id),
  )
}

/** States that transitions come from or leave: out of one region of a parallel state, the others too. */
export function leftBy({ pathway, state }: Step, transitions: readonly Transition[]): string[] {
  const { exited } = pathway.machine.take(
    state,
    transitions.map((one) => one.id),
  )
  return [...transitions.map((one) => one.source), ...exited]
}

/** When the last of the visits inside a state began. */
export function lastEntry(step: Step, source: string): number {
  let last = 0
  for (const { state, enteredAt } of step.state.visits) {
    if (source === '' || state === source || state.startsWith(`${source}.`)) last = Math.max(last, enteredAt)
  }
  return last
}

/** An event that nobody sends (the clock, a module's end): taken when automatic, else proposed; nobody is refused. */
export function sendUnasked(step: Step, event: string): string[] {
  const decision = decide(circumstances(step), (state) => step.pathway.candidates(state, 'on', event))
  keepCriteria(step, decision.considered)
  const transitions = [...decision.chosen, ...decision.unknown].map((one) => one.transition)
  return takeOrPropose(step, transitions, decision.unknown.length > 0)
}

function openProposal(step: Step, transition: Transition): void {
  if (step.state.tasks.some((task) => task.kind === 'proposal' && task.name === transition.id)) return
  const visit = step.state.visits.find((one) => one.state === transition.source)
  askPerson(step, 'proposal', transition.id, visit?.id)
}

/** What `always` asks for now. An unknown one waits, and nothing further out is asked in its region. */
function dueByFacts(step: Step): { automatic: Transition[]; proposed: Transition[] } {
  if (!step.pathway.hasAlways) return { automatic: [], proposed: [] }
  const decision = decide(circumstances(step), (state) => step.pathway.candidates(state, 'always', 'always'))
  const chosen = decision.chosen.map((one) => one.transition)
  if (decision.considered.length > 0) keepCriteria(step, decision.considered)
  return {
    automatic: chosen.filter((one) => one.definition.automatic),
    proposed: chosen.filter((one) => !one.definition.automatic),
  }
}

/** Opens the proposals that facts ask for, withdraws those they no longer ask for, and forgets dismissals likewise. */
function propose(step: Step, proposed: readonly Transition[]): void {
  const wanted = new Set(proposed.map((one) => one.id))
  for (const task of step.state.tasks) {
    const isByFacts = task.kind === 'proposal' && step.pathway.transitions.get(task.name)?.kind === 'always'
    if (isByFacts && !wanted.has(task.name)) closeTask(step, task.id, 'cancelled')
  }
  for (const transition of step.state.dismissed) {
    const isByFacts = step.pathway.transitions.get(transition)?.kind === 'always'
    if (isByFacts && !wanted.has(transition)) change(step, { change: 'dismissed', transition, dismissed: false })
  }
  for (const transition of proposed) {
    if (!step.state.dismissed.includes(transition.id)) openProposal(step, transition)
  }
}
