import type { CompileContext, Compiled } from '../CompileContext.ts'
import { type Evaluate, type Run, settle } from '../Run.ts'
import { joinTypes, requireType } from '../staticTypes.ts'
import { childAt, type SyntaxNode } from '../syntax/SyntaxNode.ts'
import { equalValues } from '../values/compareValues.ts'
import type { FeelValue } from '../values/FeelValue.ts'

/**
 * Compiles `a and b` and `a or b` by Kleene's logic: false decides an `and`, true an `or`, whatever the other side is.
 * The right side is not looked at when the left decides.
 */
export function compileJunction(node: SyntaxNode, context: CompileContext): Compiled {
  const left = compileTruth(childAt(node, 0), context)
  const right = compileTruth(childAt(node, 2), context)
  return { evaluate: junction(left, right, node.name === 'Disjunction'), type: 'boolean' }
}

/** Compiles `not(a)`: unknown stays unknown. */
export function compileNot(argument: SyntaxNode, context: CompileContext): Compiled {
  const evaluate = compileTruth(argument, context)
  return {
    evaluate: (run) => {
      const value = evaluate(run)
      return typeof value === 'boolean' ? !value : null
    },
    type: 'boolean',
  }
}

/** Compiles `if a then b else c`; with an unknown condition it is known only when both branches have the same value. */
export function compileIf(node: SyntaxNode, context: CompileContext): Compiled {
  const condition = compileTruth(childAt(node, 1), context)
  const yes = context.compile(childAt(node, 3))
  const no = context.compile(childAt(node, 5))
  const evaluate = (run: Run): FeelValue => {
    const truth = condition(run)
    if (truth === true) return yes.evaluate(run)
    if (truth === false) return no.evaluate(run)
    const value = yes.evaluate(run)
    const other = no.evaluate(run)
    return equalValues(value, other, run) === true ? value : null
  }
  return { evaluate: settle(evaluate), type: joinTypes(yes.type, no.type) }
}

function compileTruth(node: SyntaxNode, context: CompileContext): Evaluate {
  const part = context.compile(node)
  requireType(part, 'boolean', node)
  return part.evaluate
}

function junction(left: Evaluate, right: Evaluate, decisive: boolean): Evaluate {
  return (run) => {
    const mark = run.lacks.length
    const first = left(run)
    if (first === decisive) return decisive
    const second = right(run)
    if (second === decisive) {
      run.lacks.length = mark
      return decisive
    }
    return first === !decisive && second === !decisive ? !decisive : null
  }
}
