import type { Compiled } from '../CompileContext.ts'
import { canBe, conversionHint, describeType, isOpen, typeError } from '../staticTypes.ts'
import type { SyntaxNode } from '../syntax/SyntaxNode.ts'

/** A compiled part with the node that it comes from. */
export interface Part {
  readonly node: SyntaxNode
  readonly compiled: Compiled
}

/** @throws FeelError `type` when the two can never be compared */
export function requireComparable(left: Part, right: Part): void {
  const [a, b] = [left.compiled.type, right.compiled.type]
  if (canBe(a, b) || isOpen(b)) return
  const message = `${left.node.text} is ${describeType(a)}, but ${right.node.text} is ${describeType(b)}`
  throw typeError(message, { from: left.node.from, to: right.node.to }, conversionHint(b, a))
}

/** @throws FeelError `type` for what has no order: lists, truth values, and null */
export function requireOrdered({ compiled, node }: Part): void {
  if (compiled.type === 'null') {
    throw typeError('Nothing is less or more than null', node, 'Ask for a missing value with x = null or is defined(x)')
  }
  if (compiled.type === 'boolean' || compiled.type === 'list') {
    throw typeError(`${node.text} is ${describeType(compiled.type)}, which has no order`, node, 'Use = or !=')
  }
}

/** The test that an order sign makes of the answer of `compareOrder`. */
export function orderTest(sign: string): (order: number) => boolean {
  switch (sign) {
    case '<':
      return (order) => order < 0
    case '<=':
      return (order) => order <= 0
    case '>':
      return (order) => order > 0
    default:
      return (order) => order >= 0
  }
}
