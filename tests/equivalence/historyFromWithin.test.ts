import fc from 'fast-check'
import { expect, it } from 'vitest'
import { documentSchema } from '../../engine/pathway/document.ts'
import { isWithin, targetStates } from '../../engine/pathway/verify/analysis/stateGraph.ts'
import { verifyDocument } from '../../engine/pathway/verify/index.ts'
import { type PlacedTransition, type VerifyContext, verifyContext } from '../../engine/pathway/verify/verifyContext.ts'
import { patience, runs } from '../support/runs.ts'
import { machineDocument } from './machineDocument.ts'
import { type MachinePlan, machinePlan, type StatePlan, type TransitionPlan } from './machinePlan.ts'
import { tornSteps } from './tornSteps.ts'

/** The statechart of a plan alone: every transition may be taken at any time. */
const withoutCriteria = (plan: MachinePlan): MachinePlan => ({
  ...plan,
  any: plan.any && free(plan.any),
  after: plan.after && free(plan.after),
  states: plan.states.map(freeState),
})
const free = <T extends TransitionPlan>(one: T): T => ({ ...one, criteria: [] })
const freeState = (state: StatePlan): StatePlan => ({
  ...state,
  children: state.children.map(freeState),
  on: state.on.map(free),
  after: state.after.map(free),
  always: state.always.map(free),
  done: state.done.map(free),
})

/**
 * The rule assumes, as reachability does, that what may be remembered is. Where it refuses what XState never tears, no
 * journey comes to the transition with that past: so few of those are borne.
 */
const mostFalseAlarms = 0.03

const mostRuns = 500

/** Larger machines have too many configurations to see them all. */
const mostStates = 14

/** Whether a transition leads to a history state from inside its parent, or from the parent itself. */
const isFromWithin = (one: PlacedTransition, { states }: VerifyContext): boolean =>
  targetStates(one).some((path) => {
    const target = states.get(path)
    return target?.type === 'history' && isWithin(one.source, target.parent ?? '')
  })

it('refuses what XState tears apart, all of it, and nothing else', { timeout: patience }, () => {
  let [machines, refused, torn, falseAlarms] = [0, 0, 0, 0]
  fc.assert(
    fc.property(machinePlan.map(withoutCriteria).map(machineDocument), (input) => {
      machines += 1
      const { findings } = verifyDocument(input)
      const context = verifyContext(documentSchema.parse(input), {})
      if (context.states.size > mostStates) return
      const found = tornSteps(context, context.transitions.some((one) => isFromWithin(one, context)) ? 150 : 20)
      const places = findings.flatMap(({ code, path }) => (code === 'history-from-within' ? [path.join('.')] : []))
      const named = context.transitions.filter(({ targets }) => places.includes(targets[0]?.path.join('.') ?? ''))
      const ids = named.map(({ id }) => id)
      expect([...found.transitions].filter((id) => !ids.includes(id))).toEqual([])
      torn += found.transitions.size
      if (!found.isComplete) return
      refused += ids.length
      falseAlarms += ids.filter((id) => !found.transitions.has(id)).length
    }),
    runs(mostRuns),
  )
  console.log(
    `history-from-within: ${torn} transitions torn, ${refused} refused where all was seen, ${falseAlarms} in vain`,
  )
  if (machines < mostRuns) return
  expect(torn).toBeGreaterThan(50)
  expect(refused).toBeGreaterThan(40)
  expect(falseAlarms).toBeLessThanOrEqual(refused * mostFalseAlarms)
})
