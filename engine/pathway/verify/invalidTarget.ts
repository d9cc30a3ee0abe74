import type { Finding } from '../finding.ts'
import { error, listed } from './analysis/report.ts'
import { ancestorsOf, isWithin, targetStates } from './analysis/stateGraph.ts'
import { stateName } from './analysis/stateName.ts'
import type { Rule, VerifyContext } from './verifyContext.ts'

/**
 * A transition enters states of the pathway, not the pathway itself, which is never left; and its targets stand in
 * different regions of a parallel state, or they cannot all be entered. A history state leads into its own parent.
 */
export const invalidTarget: Rule = (context) => [...ofTransitions(context), ...ofHistories(context)]

const ofTransitions: Rule = (context) =>
  context.transitions.flatMap((transition): Finding[] => {
    const place = [...transition.path, 'target']
    const targets = targetStates(transition)
    if (targets.includes('')) {
      const message = `${stateName(transition.source)} leads to the pathway itself, which a journey never leaves`
      return [error('invalid-target', place, message, 'Name the state to begin again from')]
    }
    const clash = targets
      .flatMap((a, index) => targets.slice(index + 1).map((b) => [a, b] as const))
      .find(([a, b]) => !areApart(a, b, context))
    if (!clash) return []
    const message = `${stateName(transition.source)} leads to ${listed(clash)} at once, which no journey can be in together`
    const hint = 'Several targets are for several regions of one parallel state; otherwise give one'
    return [error('invalid-target', place, message, hint)]
  })

/** When nothing is remembered, XState enters what is around a history state's target, up to the history state's parent. */
const ofHistories: Rule = (context) =>
  [...context.states.values()].flatMap((history) => {
    if (history.type !== 'history') return []
    const { path, parent = '' } = history
    return context.historyTargets(history).flatMap(({ path: place, leads }): Finding[] => {
      if (!('state' in leads)) return []
      const isHistory = context.states.get(leads.state)?.type === 'history'
      if (!isHistory && isWithin(leads.state, parent)) return []
      const what = isHistory ? 'another history state' : `outside ${parent === '' ? 'the pathway' : `"${parent}"`}`
      const message = `The history state "${path}" leads to "${leads.state}", ${what}`
      return [error('invalid-target', place, message, 'Name a state beside it, where its parent begins the first time')]
    })
  })

/** Whether two states are in different regions of a parallel state. A history state may lead to all of its parent. */
function areApart(one: string, other: string, { states }: VerifyContext): boolean {
  const [a, b] = [one, other].map((path) => (states.get(path)?.type === 'history' ? states.get(path)?.parent : path))
  if (a === undefined || b === undefined || a === b) return false
  const aboveA = [a, ...ancestorsOf(a, states)]
  const shared = [b, ...ancestorsOf(b, states)].find((path) => aboveA.includes(path))
  return shared !== undefined && shared !== a && shared !== b && states.get(shared)?.type === 'parallel'
}
