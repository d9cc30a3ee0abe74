import type { CompileContext, Compiled } from '../CompileContext.ts'
import { LIMITS } from '../limits.ts'
import { type Evaluate, type Run, settle, spend } from '../Run.ts'
import { requireType } from '../staticTypes.ts'
import { childAt, childNamed, type SyntaxNode } from '../syntax/SyntaxNode.ts'
import { type FeelValue, isList } from '../values/FeelValue.ts'
import { nameOf } from './compileName.ts'

/**
 * Compiles `some x in list satisfies …` and `every …`, with one or more variables. `some` is the `or` of its
 * conditions and `every` their `and`, by Kleene's logic (DMN 1.5, table 49); an unknown list is unknown.
 */
export function compileQuantifier(node: SyntaxNode, context: CompileContext): Compiled {
  const outer = context.locals.length
  const variables = childNamed(node, 'InExpressions').children.map((child) => compileVariable(child, context))
  const conditionNode = childAt(node, node.children.length - 1)
  const condition = context.compile(conditionNode)
  requireType(condition, 'boolean', conditionNode)
  context.locals.length = outer
  const loop: Loop = {
    variables,
    condition: condition.evaluate,
    decisive: childAt(node, 0).name === 'some',
    work: 1 + (conditionNode.text.length >> 4),
  }
  return { evaluate: settle((run) => iterate(loop, 0, run)), type: 'boolean' }
}

interface Variable {
  readonly slot: number
  readonly elements: Evaluate
}

interface Loop {
  readonly variables: readonly Variable[]
  readonly condition: Evaluate
  /** The answer of a single condition that decides: true for `some`, false for `every`. */
  readonly decisive: boolean
  /** Units of work of one condition. */
  readonly work: number
}

function compileVariable(node: SyntaxNode, context: CompileContext): Variable {
  const source = childNamed(node, 'IterationContext')
  const elements = compileElements(source, context)
  const slot = context.locals.length
  context.locals.push({ name: nameOf(childNamed(node, 'Name')), slot, type: 'any' })
  return { slot, elements }
}

function compileElements(node: SyntaxNode, context: CompileContext): Evaluate {
  const first = childAt(node, 0)
  if (node.children.length === 3) return compileRange(first, childAt(node, 2), '[', ']', context)
  const interval = first.name === 'SimplePositiveUnaryTest' ? childAt(first, 0) : first
  if (interval.name === 'Interval') {
    const [open, close] = [childAt(interval, 0).text, childAt(interval, 4).text]
    return compileRange(childAt(interval, 1), childAt(interval, 3), open, close, context)
  }
  const part = context.compile(first)
  requireType(part, 'list', first)
  return part.evaluate
}

function compileRange(a: SyntaxNode, b: SyntaxNode, open: string, close: string, context: CompileContext): Evaluate {
  const [start, end] = [context.compile(a), context.compile(b)]
  requireType(start, 'number', a)
  requireType(end, 'number', b)
  return (run) => integers(start.evaluate(run), end.evaluate(run), open === '[', close === ']')
}

/** The whole numbers of a range, upwards or downwards; null when there are too many or the ends are not whole. */
function integers(start: FeelValue, end: FeelValue, hasStart: boolean, hasEnd: boolean): FeelValue {
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return null
  const [from, to] = [Number(start), Number(end)]
  const count = Math.abs(to - from) + 1
  if (count > LIMITS.listLength) return null
  const step = to < from ? -1 : 1
  const all = Array.from({ length: count }, (_, index) => from + index * step)
  return all.slice(hasStart ? 0 : 1, hasEnd ? count : count - 1)
}

function iterate(loop: Loop, depth: number, run: Run): boolean | null {
  const variable = loop.variables[depth]
  if (variable === undefined) {
    if (!spend(run, loop.work)) return null
    const truth = loop.condition(run)
    return typeof truth === 'boolean' ? truth : null
  }
  const elements = variable.elements(run)
  if (elements === null || !isList(elements)) return null
  let isOpen = false
  for (const element of elements) {
    if (!spend(run, 1)) return null
    run.locals[variable.slot] = element
    const truth = iterate(loop, depth + 1, run)
    if (truth === loop.decisive) return truth
    if (truth === null) isOpen = true
  }
  return isOpen ? null : !loop.decisive
}
