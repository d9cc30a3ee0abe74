import { FeelError } from '../FeelError.ts'
import type { SyntaxNode } from '../syntax/SyntaxNode.ts'

const INSTEAD: Record<string, readonly [what: string, hint: string]> = {
  ForExpression: ['for … return', 'Ask about the elements: some x in list satisfies …, every x in list satisfies …'],
  FunctionDefinition: ['function definitions', 'Write the condition out, or make it a criterion of its own'],
  Context: ['contexts { … }', 'Use the facts by their names'],
  FilterExpression: ['filters and indexes […]', 'Ask about the elements: some x in list satisfies …'],
  InstanceOfExpression: ['instance of', 'Types are declared with the facts; ask is defined(x) for a missing one'],
  SimplePositiveUnaryTest: ['a test without a value', 'Say what is tested: hoursPerDay >= 6, x in [1..5]'],
  Interval: ['a range on its own', 'Use it after in: x in [1..5]'],
  '?': ['?', 'Name the fact that is tested'],
  NamedParameters: ['named arguments', 'Give the arguments by position: substring("abc", 2)'],
}

/** The refusal of a construct that the grammar knows and the subset leaves out. */
export function unsupportedNode(node: SyntaxNode): FeelError {
  if (node.name === 'SimplePositiveUnaryTest' && node.text.startsWith('=')) {
    return new FeelError('syntax', 'Not a FEEL expression: ==', node, 'FEEL compares with one =: status = "active"')
  }
  const isRange = node.children[0]?.name === 'Interval'
  const known = INSTEAD[isRange ? 'Interval' : node.name]
  const [what, hint] = known ?? [node.text.slice(0, 40), 'Use comparisons, and/or/not, lists and functions']
  return new FeelError('unsupported', `Not supported: ${what}`, node, hint)
}
