import type { PlacedTransition, VerifyContext } from '../verifyContext.ts'

/** What happens at a step of a trace: the event sent; `after:P3M`, `always` or `done` where nobody sends one. */
function stepName({ kind, event }: PlacedTransition): string {
  return kind === 'after' ? `after:${event}` : event
}

/**
 * The events that lead a journey from its start into a state, if the compiled statechart itself goes that way when asked;
 * otherwise nothing is claimed.
 */
export function traceTo(state: string, context: VerifyContext): string[] | undefined {
  const { graph, machine } = context
  if (!machine || graph.byJump.has(state)) return undefined
  const way: PlacedTransition[] = []
  for (let step = graph.reason(state); step; step = graph.reason(step.source)) way.unshift(step)
  try {
    let at = machine.initial()
    for (const { id } of way) {
      at = machine.take(at.configuration, [id])
      if (!at.taken.includes(id)) return undefined
    }
    return at.active.includes(state) ? way.map(stepName) : undefined
  } catch {
    return undefined
  }
}
