import type { Finding } from '../finding.ts'
import type { StateDefinition } from '../states.ts'
import type { StateNode } from '../stateTree.ts'
import { error } from './analysis/report.ts'
import { regionsOf } from './analysis/stateGraph.ts'
import { stateName } from './analysis/stateName.ts'
import type { Rule, VerifyContext } from './verifyContext.ts'

/** What a state holds fits its type. */
export const stateShape: Rule = (context) => [...context.states.values()].flatMap((state) => check(state, context))

/** What only a state that one can be in may have. */
const ofLiveStates = [
  'on',
  'always',
  'after',
  'onDone',
  'entry',
  'exit',
  'phase',
  'tasks',
  'followUps',
  'modules',
  'enterable',
] as const satisfies (keyof StateDefinition)[]

function check(state: StateNode, context: VerifyContext): Finding[] {
  const { type, definition, path, children } = state
  const place = context.placeOf(path)
  const found: Finding[] = []
  const add = (key: keyof StateDefinition, message: string, hint: string) =>
    found.push(error('state-shape', [...place, key], `${stateName(path)} ${message}`, hint))

  const mayHaveChildren = type === 'compound' || type === 'parallel'
  if (!mayHaveChildren && children.length > 0)
    add('states', `is ${type}, but has states of its own`, 'Leave out "type" or "states"')
  if (mayHaveChildren && regionsOf(state, context.states).length === 0) {
    add('states', `is ${type}, but has no states to be in`, 'Give it states, or leave out "type"')
  }
  if (!mayHaveChildren && definition.onDone !== undefined) {
    add('onDone', 'has nothing inside that could be done', 'Leave "onDone" out, or give it states, one of them final')
  }
  if (type === 'history') {
    for (const key of ofLiveStates) {
      if (definition[key] !== undefined && key !== 'onDone') {
        add(
          key,
          `is a history state, which no journey is ever in, but has "${key}"`,
          'Move it to the state it belongs to',
        )
      }
    }
  } else {
    for (const key of ['history', 'target'] as const) {
      if (definition[key] !== undefined)
        add(key, `is not a history state, but has "${key}"`, 'Add type: "history", or leave it out')
    }
  }
  return found
}
