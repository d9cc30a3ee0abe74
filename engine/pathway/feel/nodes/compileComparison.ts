import type { CompileContext, Compiled } from '../CompileContext.ts'
import { type Evaluate, type Run, settle } from '../Run.ts'
import { isOpen } from '../staticTypes.ts'
import { childAt, type SyntaxNode } from '../syntax/SyntaxNode.ts'
import { compareOrder, equalValues } from '../values/compareValues.ts'
import { orderTest, type Part, requireComparable, requireOrdered } from './comparable.ts'
import { compileMembership } from './compileMembership.ts'

/** Compiles `=`, `!=`, `<`, `<=`, `>`, `>=`, `between … and …` and `in`. */
export function compileComparison(node: SyntaxNode, context: CompileContext): Compiled {
  const operator = childAt(node, 1)
  const left = partAt(node, 0, context)
  if (operator.name === 'in') return compileMembership(node, left, context)
  const right = partAt(node, 2, context)
  if (operator.name === 'between') return compileBetween(left, right, partAt(node, 4, context))
  if (operator.text === '=' || operator.text === '!=') return compileEquality(left, right, operator.text === '=')
  return { evaluate: compileOrder(operator.text, left, right), type: 'boolean' }
}

/** Whether a part is unknown (or known, when not `wantsNull`): always decided, and its missing names count as seen. */
export function nullTest(part: Evaluate, wantsNull: boolean): Evaluate {
  return (run) => {
    const mark = run.lacks.length
    const isNull = part(run) === null
    for (let index = mark; index < run.lacks.length; index++) run.seen[run.lacks[index] ?? 0] = 1
    run.lacks.length = mark
    return isNull === wantsNull
  }
}

function partAt(node: SyntaxNode, index: number, context: CompileContext): Part {
  const child = childAt(node, index)
  return { node: child, compiled: context.compile(child) }
}

function compileOrder(sign: string, left: Part, right: Part): Evaluate {
  requireOrdered(left)
  requireOrdered(right)
  requireComparable(left, right)
  const test = orderTest(sign)
  const [a, b] = [left.compiled.evaluate, right.compiled.evaluate]
  const limit = right.compiled.constant
  if (typeof limit === 'number') {
    return (run) => {
      const value = a(run)
      return typeof value === 'number' ? test(value - limit) : null
    }
  }
  return (run) => {
    const order = compareOrder(a(run), b(run), run)
    return order === null ? null : test(order)
  }
}

function compileEquality(left: Part, right: Part, wanted: boolean): Compiled {
  const [a, b] = [left.compiled, right.compiled]
  if (a.type === 'null') return { evaluate: nullTest(b.evaluate, wanted), type: 'boolean' }
  if (b.type === 'null') return { evaluate: nullTest(a.evaluate, wanted), type: 'boolean' }
  requireComparable(left, right)
  const evaluate = (run: Run) => {
    const isEqual = equalValues(a.evaluate(run), b.evaluate(run), run)
    return isEqual === null ? null : isEqual === wanted
  }
  const mayBeLists = isOpen(a.type) || a.type === 'list'
  return { evaluate: mayBeLists ? settle(evaluate) : evaluate, type: 'boolean' }
}

/** `x between a and b` is `x >= a and x <= b`, by Kleene's logic (DMN 1.5, table 55). */
function compileBetween(value: Part, low: Part, high: Part): Compiled {
  for (const part of [value, low, high]) requireOrdered(part)
  requireComparable(value, low)
  requireComparable(value, high)
  const evaluate = (run: Run) => {
    const found = value.compiled.evaluate(run)
    const toLow = compareOrder(found, low.compiled.evaluate(run), run)
    const toHigh = compareOrder(found, high.compiled.evaluate(run), run)
    if ((toLow !== null && toLow < 0) || (toHigh !== null && toHigh > 0)) return false
    return toLow === null || toHigh === null ? null : true
  }
  return { evaluate: settle(evaluate), type: 'boolean' }
}
