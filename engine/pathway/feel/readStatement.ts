import { readTerm } from './readTerm.ts'
import type { ComparisonSign, RangeEnd, Statement, Term } from './statement.ts'
import { operandsOf } from './syntax/operandsOf.ts'
import { parseSource } from './syntax/parseSource.ts'
import type { SyntaxNode } from './syntax/SyntaxNode.ts'

/**
 * Reads an expression as a statement. What it does not recognise for certain becomes `verbatim`, so reading only fails
 * where parsing does.
 *
 * @param names the names in use, as for `compileExpression`; they need not be declared here
 * @throws FeelError `syntax` or `too-large`
 * @example readStatement('hours >= 6') // { kind: 'comparison', term: …, sign: '>=', with: … }
 */
export function readStatement(source: string, names: readonly string[] = []): Statement {
  return statementOf(parseSource(source, names), true)
}

/** @param holds false under an odd number of `not`s */
function statementOf(node: SyntaxNode, holds: boolean): Statement {
  switch (node.name) {
    case 'BooleanLiteral':
      return { kind: 'constant', value: (node.text === 'true') === holds }
    case 'ParenthesizedExpression':
      return statementOf(operandsOf(node)[0] ?? node, holds)
    case 'Conjunction':
    case 'Disjunction':
      return joined(node.name === 'Conjunction', node, holds)
    case 'Comparison':
      return comparison(node, holds)
    case 'IfExpression':
      return branches(node, holds)
    case 'FunctionInvocation':
      return call(node, holds)
    case 'VariableName':
      return { kind: 'truth', term: readTerm(node), value: holds }
    default:
      return verbatim(node, holds)
  }
}

function verbatim(node: SyntaxNode, holds: boolean): Statement {
  return { kind: 'verbatim', source: holds ? node.text : `not(${node.text})` }
}

function joined(isAnd: boolean, node: SyntaxNode, holds: boolean): Statement {
  const join = isAnd === holds ? 'and' : 'or'
  const parts = operandsOf(node)
    .map((part) => statementOf(part, holds))
    .flatMap((part) => (part.kind === 'join' && part.join === join ? part.parts : [part]))
  return { kind: 'join', join, parts }
}

function branches(node: SyntaxNode, holds: boolean): Statement {
  const [condition, yes, no] = operandsOf(node)
  if (!condition || !yes || !no) return verbatim(node, holds)
  return {
    kind: 'if',
    condition: statementOf(condition, true),
    yes: statementOf(yes, holds),
    no: statementOf(no, holds),
  }
}

const opposite: Record<ComparisonSign, ComparisonSign> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
}
const turned: Record<ComparisonSign, ComparisonSign> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
}
const isSign = (text: string): text is ComparisonSign => Object.hasOwn(opposite, text)

function comparison(node: SyntaxNode, holds: boolean): Statement {
  const words = node.children.map(({ name }) => name)
  const [left, second, third] = operandsOf(node)
  if (!left || !second) return verbatim(node, holds)
  if (words.includes('between')) {
    if (!third) return verbatim(node, holds)
    return range(
      readTerm(left),
      { term: readTerm(second), isIncluded: true },
      { term: readTerm(third), isIncluded: true },
      holds,
    )
  }
  if (words.includes('in')) return membership(node, readTerm(left), operandsOf(node).slice(1), holds)
  if (!third || !isSign(second.text)) return verbatim(node, holds)
  return compared(readTerm(left), second.text, readTerm(third), holds, [left, third])
}

function compared(
  left: Term,
  sign: ComparisonSign,
  right: Term,
  holds: boolean,
  nodes: readonly SyntaxNode[] = [],
): Statement {
  const [leftNode, rightNode] = nodes
  const isEquality = sign === '=' || sign === '!='
  if (isEquality && rightNode?.name === 'null') return knowledge(left, (sign === '!=') === holds)
  if (isEquality && leftNode?.name === 'null') return knowledge(right, (sign === '!=') === holds)
  if (isFixed(left) && !isFixed(right)) return compared(right, turned[sign], left, holds)
  if (isEquality && right.kind === 'boolean') {
    return { kind: 'truth', term: left, value: (sign === '=') === (right.value === holds) }
  }
  return { kind: 'comparison', term: left, sign: holds ? sign : opposite[sign], with: right }
}

const isFixed = ({ kind }: Term): boolean =>
  kind === 'number' || kind === 'text' || kind === 'boolean' || kind === 'date' || kind === 'duration'

const knowledge = (term: Term, isKnown: boolean): Statement => ({ kind: 'knowledge', term, isKnown })
const range = (term: Term, from: RangeEnd, to: RangeEnd, isInside: boolean): Statement => ({
  kind: 'range',
  term,
  isInside,
  from,
  to,
})

/** `x in …`: values, intervals and comparisons, any of which is enough. */
function membership(node: SyntaxNode, term: Term, tests: readonly SyntaxNode[], holds: boolean): Statement {
  const alternatives = tests.flatMap(testNodes)
  const values = alternatives.map((one) => (isValue(one) ? readTerm(one) : undefined))
  const of = values.filter((one) => one !== undefined)
  if (of.length > 0 && of.length === values.length) return { kind: 'choice', term, isAmong: holds, of }
  const parts = alternatives.map((one) => testOf(one, term, holds))
  const [only, ...others] = parts
  if (!only) return verbatim(node, holds)
  return others.length === 0 ? only : { kind: 'join', join: holds ? 'or' : 'and', parts }
}

/** The tests themselves, out of what only holds them together. */
function testNodes(node: SyntaxNode): SyntaxNode[] {
  const holders = ['PositiveUnaryTests', 'PositiveUnaryTest', 'ParenthesizedExpression', 'List']
  return holders.includes(node.name) ? operandsOf(node).flatMap(testNodes) : [node]
}

const isValue = ({ name }: SyntaxNode): boolean => name !== 'SimplePositiveUnaryTest' && name !== 'Interval'

function testOf(node: SyntaxNode, term: Term, holds: boolean): Statement {
  if (isValue(node)) return compared(term, '=', readTerm(node), holds)
  const [first, second] = node.children
  if (first?.name === 'CompareOp' && second && isSign(first.text)) {
    return compared(term, first.text, readTerm(second), holds)
  }
  const interval = node.name === 'Interval' ? node : first
  const [low, high] = interval ? operandsOf(interval).filter(({ name }) => name !== '..') : []
  if (interval?.name !== 'Interval' || !low || !high) return verbatim(node, holds)
  return range(
    term,
    { term: readTerm(low), isIncluded: interval.text.startsWith('[') },
    { term: readTerm(high), isIncluded: interval.text.endsWith(']') },
    holds,
  )
}

function call(node: SyntaxNode, holds: boolean): Statement {
  const name = node.children[0]?.text.replaceAll(/\s+/g, ' ')
  const [first, second, ...more] = node.children.find((child) => child.name === 'PositionalParameters')?.children ?? []
  if (!first || more.length > 0) return verbatim(node, holds)
  if (!second) {
    if (name === 'not') return statementOf(first, !holds)
    return name === 'is defined' ? knowledge(readTerm(first), holds) : verbatim(node, holds)
  }
  if (name === 'contains' || name === 'starts with' || name === 'ends with') {
    return { kind: 'text', test: name, term: readTerm(first), holds, with: readTerm(second) }
  }
  return verbatim(node, holds)
}
