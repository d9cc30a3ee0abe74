import { compileMachine, type Microstep } from '../../engine/pathway/compileMachine.ts'
import type { StateNode } from '../../engine/pathway/stateTree.ts'
import type { VerifyContext } from '../../engine/pathway/verify/verifyContext.ts'
import { activeIn } from './activeIn.ts'

/** What XState tears in a statechart, and whether every configuration of it was looked at. */
export interface Torn {
  /** transitions by which, somewhere, XState enters what it has not left or comes to stand where no statechart can */
  transitions: Set<string>
  isComplete: boolean
}

/** Takes every transition that may ever be taken, in every configuration XState comes to by such transitions. */
export function tornSteps(context: VerifyContext, most: number): Torn {
  const machine = compileMachine(context.document.id, withXStateDefaults(context), context.transitions)
  const keyOf = ({ configuration }: Microstep) => JSON.stringify(configuration)
  const first = machine.initial()
  const seen = new Set([keyOf(first)])
  const queue = [first]
  const torn: Torn = { transitions: new Set(), isComplete: true }
  for (const at of queue) {
    const active = activeIn(at.configuration.value)
    const taken = active.flatMap((path) => context.transitionsOf.get(path) ?? [])
    for (const one of taken.filter((transition) => context.graph.possible.has(transition))) {
      const step = machine.take(at.configuration, [one.id])
      if (step.done) continue
      if (isTorn(active, step)) torn.transitions.add(one.id)
      else if (seen.size >= most) torn.isComplete = false
      else if (!seen.has(keyOf(step))) {
        seen.add(keyOf(step))
        queue.push(step)
      }
    }
  }
  return torn
}

/** Whether what was left and entered does not add up to where XState stands. */
function isTorn(before: readonly string[], { exited, entered, configuration }: Microstep): boolean {
  const active = new Set(before)
  for (const path of exited) if (!active.delete(path)) return true
  for (const path of entered) {
    if (active.has(path)) return true
    active.add(path)
  }
  return [...active].sort().join() !== activeIn(configuration.value).join()
}

/** The states, with the history of each parallel state leading where XState leads it, which Polku mends on compiling. */
function withXStateDefaults({ document, states }: VerifyContext): ReadonlyMap<string, StateNode> {
  return new Map(
    [...states.values()].map((state) => {
      const around = states.get(state.parent ?? '')
      if (state.type !== 'history' || state.definition.target !== undefined || around?.type !== 'parallel')
        return [state.path, state]
      const id = around.definition.id ?? [document.id, around.path].filter((part) => part !== '').join('.')
      return [state.path, { ...state, definition: { ...state.definition, target: `#${id}` } }]
    }),
  )
}
