import type { CompileContext, Compiled } from '../CompileContext.ts'
import { FeelError } from '../FeelError.ts'
import { type Run, settle } from '../Run.ts'
import { childAt, childNamed, type SyntaxNode } from '../syntax/SyntaxNode.ts'
import { compareOrder, equalValues, isAmong, matchesValue } from '../values/compareValues.ts'
import { type FeelValue, isList } from '../values/FeelValue.ts'
import { orderTest, type Part, requireComparable, requireOrdered } from './comparable.ts'
import { listElements } from './compileLiteral.ts'

/** One test after `in`: true, false, or null for unknown. */
type Test = (value: FeelValue, run: Run) => boolean | null

/**
 * Compiles `x in …`: a list, a range, a value, a comparison such as `>= 5`, or several of them in parentheses. It is
 * the `or` of its tests by Kleene's logic, so a match decides although another test is unknown.
 */
export function compileMembership(node: SyntaxNode, subject: Part, context: CompileContext): Compiled {
  const tests = testNodes(node).map((test) => compileTest(test, subject, context))
  const { evaluate } = subject.compiled
  return { evaluate: settle((run) => anyOf(tests, evaluate(run), run)), type: 'boolean' }
}

function testNodes(node: SyntaxNode): SyntaxNode[] {
  const tests = node.children.find((child) => child.name === 'PositiveUnaryTests')
  return (tests ?? node).children
    .filter((child) => child.name === 'PositiveUnaryTest')
    .map((child) => childAt(child, 0))
}

function compileTest(node: SyntaxNode, subject: Part, context: CompileContext): Test {
  switch (node.name) {
    case 'ParenthesizedExpression':
      return compileTest(childAt(node, 1), subject, context)
    case 'SimplePositiveUnaryTest': {
      const first = childAt(node, 0)
      return first.name === 'Interval' ? compileInterval(first, subject, context) : compileSign(node, subject, context)
    }
    case 'List': {
      const tests = listElements(node).map((element) => compileTest(element, subject, context))
      return (value, run) => anyOf(tests, value, run)
    }
    case 'null':
      throw new FeelError('unsupported', 'Not supported: in with null', node, 'Ask for a missing value with x = null')
    default:
      return compileValueTest(node, subject, context)
  }
}

function compileInterval(node: SyntaxNode, subject: Part, context: CompileContext): Test {
  const low = compileSide(childAt(node, 0).text === '[' ? '>=' : '>', childAt(node, 1), subject, context)
  const high = compileSide(childAt(node, 4).text === ']' ? '<=' : '<', childAt(node, 3), subject, context)
  return (value, run) => {
    const [isAbove, isBelow] = [low(value, run), high(value, run)]
    if (isAbove === false || isBelow === false) return false
    return isAbove === null || isBelow === null ? null : true
  }
}

function compileSign(node: SyntaxNode, subject: Part, context: CompileContext): Test {
  const sign = childNamed(node, 'CompareOp').text
  const endpoint = childAt(node, 1)
  if (sign !== '=' && sign !== '!=') return compileSide(sign, endpoint, subject, context)
  const part = { node: endpoint, compiled: context.compile(endpoint) }
  requireComparable(subject, part)
  return (value, run) => {
    const isEqual = equalValues(value, part.compiled.evaluate(run), run)
    return isEqual === null ? null : isEqual === (sign === '=')
  }
}

function compileSide(sign: string, node: SyntaxNode, subject: Part, context: CompileContext): Test {
  const part = { node, compiled: context.compile(node) }
  requireOrdered(part)
  requireOrdered(subject)
  requireComparable(subject, part)
  const test = orderTest(sign)
  const { evaluate } = part.compiled
  return (value, run) => {
    const order = compareOrder(value, evaluate(run), run)
    return order === null ? null : test(order)
  }
}

function compileValueTest(node: SyntaxNode, subject: Part, context: CompileContext): Test {
  const compiled = context.compile(node)
  if (compiled.type !== 'list') requireComparable(subject, { node, compiled })
  return (value, run) => {
    const found = compiled.evaluate(run)
    if (found === null || !isList(found)) return matchesValue(value, found, run)
    return isAmong(value, found, run)
  }
}

function anyOf(tests: readonly Test[], value: FeelValue, run: Run): boolean | null {
  let isOpen = false
  for (const test of tests) {
    const isMatch = test(value, run)
    if (isMatch === true) return true
    if (isMatch === null) isOpen = true
  }
  return isOpen ? null : false
}
