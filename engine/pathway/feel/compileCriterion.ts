import { type CompiledExpression, compileExpression, type FeelOptions } from './compileExpression.ts'
import { conversionHint, describeType, typeError } from './staticTypes.ts'

/**
 * Compiles an expression that must be true, false or unknown.
 *
 * @throws FeelError as `compileExpression`, and `type` when the declared types make another value certain
 *
 * @example compileCriterion('hoursPerDay + 1', { names: { hoursPerDay: 'number' } }) // throws: a number
 */
export function compileCriterion(source: string, options: FeelOptions): CompiledExpression {
  const expression = compileExpression(source, options)
  if (expression.type === 'boolean' || expression.type === 'any') return expression
  const message = `A criterion is true or false, but this is ${describeType(expression.type)}`
  throw typeError(message, { from: 0, to: source.length }, conversionHint(expression.type, 'boolean'))
}
