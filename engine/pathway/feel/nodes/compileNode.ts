import type { CompileContext, Compiled } from '../CompileContext.ts'
import { childAt, type SyntaxNode } from '../syntax/SyntaxNode.ts'
import { compileArithmetic } from './compileArithmetic.ts'
import { compileCall, compileConstructor } from './compileCall.ts'
import { compileComparison } from './compileComparison.ts'
import { compileList, compileLiteral } from './compileLiteral.ts'
import { compileIf, compileJunction } from './compileLogic.ts'
import { compileName } from './compileName.ts'
import { compileProperty } from './compileProperty.ts'
import { compileQuantifier } from './compileQuantifier.ts'
import { unsupportedNode } from './unsupportedNode.ts'

/**
 * Compiles a node of the grammar to a closure; this list is the subset of FEEL that there is.
 *
 * @throws FeelError `unsupported` for a node outside the subset, and whatever the node's own compiler refuses
 */
export function compileNode(node: SyntaxNode, context: CompileContext): Compiled {
  switch (node.name) {
    case 'NumericLiteral':
    case 'StringLiteral':
    case 'BooleanLiteral':
    case 'null':
      return compileLiteral(node)
    case 'List':
      return compileList(node, context)
    case 'VariableName':
      return compileName(node, context)
    case 'ParenthesizedExpression':
      return context.compile(childAt(node, 1))
    case 'Conjunction':
    case 'Disjunction':
      return compileJunction(node, context)
    case 'IfExpression':
      return compileIf(node, context)
    case 'Comparison':
      return compileComparison(node, context)
    case 'ArithmeticExpression':
      return compileArithmetic(node, context)
    case 'QuantifiedExpression':
      return compileQuantifier(node, context)
    case 'PathExpression':
      return compileProperty(node, context)
    case 'FunctionInvocation':
      return compileCall(node, context)
    case 'DateTimeLiteral':
      return compileConstructor(node, context)
    default:
      throw unsupportedNode(node)
  }
}
