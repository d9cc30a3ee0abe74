import type { Microstep } from '../../compileMachine.ts'
import type { PlacedTransition, VerifyContext } from '../verifyContext.ts'

/** A way from the start of a journey into a state, and where the journey then stands. */
export interface Reached {
  trace: readonly string[]
  at: Microstep
}

/** What happens at a step of a trace: the event sent; `after:P3M`, `always` or `done` where nobody sends one. */
function stepName({ kind, event }: PlacedTransition): string {
  return kind === 'after' ? `after:${event}` : event
}

/**
 * The events that lead a journey from its start into a state, if the compiled statechart itself goes that way when asked;
 * otherwise nothing is claimed.
 */
export function traceTo(state: string, context: VerifyContext): string[] | undefined {
  const found = reach(state, context)
  return found?.at.active.includes(state) ? [...found.trace] : undefined
}

/** The same up to a transition and through it, on which its source is left or stays; to its source where that is all there is. */
export function traceThrough(transition: PlacedTransition, context: VerifyContext): string[] | undefined {
  const before = traceTo(transition.source, context)
  return before && through(transition, reach(transition.source, context), context)
    ? [...before, stepName(transition)]
    : before
}

/** The first way found, state by state; each is asked of the statechart once. */
function reach(state: string, context: VerifyContext): Reached | undefined {
  const { graph, machine, reached } = context
  if (!machine || graph.byJump.has(state) || !graph.reachable.has(state)) return undefined
  const way: PlacedTransition[] = []
  const known = (at: string) => reached.has(at) || graph.reason(at) === undefined
  let from = state
  for (let step = graph.reason(from); step && !known(from); step = graph.reason(from)) {
    way.unshift(step)
    from = step.source
  }
  let last = reached.has(from) ? reached.get(from) : atStart(context)
  reached.set(from, last)
  for (const [index, one] of way.entries()) {
    last = last && through(one, last, context)
    reached.set(way[index + 1]?.source ?? state, last)
  }
  return last
}

function atStart({ machine }: VerifyContext): Reached | undefined {
  try {
    return machine && { trace: [], at: machine.initial() }
  } catch {
    return undefined
  }
}

function through(one: PlacedTransition, from: Reached | undefined, { machine }: VerifyContext): Reached | undefined {
  try {
    const at = from && machine?.take(from.at.configuration, [one.id])
    return at?.taken.includes(one.id) ? { trace: [...(from?.trace ?? []), stepName(one)], at } : undefined
  } catch {
    return undefined
  }
}
