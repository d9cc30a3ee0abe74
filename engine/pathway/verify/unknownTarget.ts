import { nearestNames } from '../feel/syntax/nearestNames.ts'
import type { StateNode } from '../stateTree.ts'
import { error, listed, quoted } from './analysis/report.ts'
import { stateName } from './analysis/stateName.ts'
import type { Rule, VerifyContext } from './verifyContext.ts'

/** Every target leads to a state: of transitions, and of history states with nothing to remember. */
export const unknownTarget: Rule = (context) => {
  const ofTransitions = context.transitions.flatMap(({ targets, source }) =>
    targets.map((target) => ({ ...target, source: context.states.get(source) })),
  )
  const ofHistories = [...context.states.values()].flatMap((state) =>
    state.type === 'history' ? context.historyTargets(state).map((target) => ({ ...target, source: state })) : [],
  )
  return [...ofTransitions, ...ofHistories].flatMap(({ written, path, leads, source }) => {
    if (!('problem' in leads) || !source) return []
    const near = nearestNames(written, namesFrom(source, context))
    const hint =
      near.length > 0 ? `Did you mean ${listed(near)}?` : 'A target is a sibling state, ".child", or "#id.state"'
    const message = `${stateName(source.path)} leads to ${quoted(written)}, but ${leads.problem}`
    return [error('unknown-target', path, message, hint)]
  })
}

/** What may be written from a state: its siblings, its children, and ids. */
function namesFrom(source: StateNode, { states, ids }: VerifyContext): string[] {
  const siblings = source.parent === undefined ? [] : (states.get(source.parent)?.children ?? [])
  const keyOf = (path: string) => states.get(path)?.key ?? path
  return [
    ...siblings.map(keyOf),
    ...source.children.map((child) => `.${keyOf(child)}`),
    ...[...ids.keys()].map((id) => `#${id}`),
    ...[...states.keys()].map((path) => `#${states.get('')?.key}.${path}`),
  ]
}
