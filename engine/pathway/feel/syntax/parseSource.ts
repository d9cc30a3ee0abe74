import { parseExpression } from 'feelin'
import { FeelError, type SourceSpan } from '../FeelError.ts'
import { LIMITS } from '../limits.ts'
import type { SyntaxNode } from './SyntaxNode.ts'

type LezerNode = ReturnType<typeof parseExpression>['topNode']

/**
 * Parses one expression to a plain tree, within the limits of size and nesting.
 *
 * @param names the names in use: those with spaces or hyphens are recognised only when they are given
 * @throws FeelError `syntax` or `too-large`
 */
export function parseSource(source: string, names: readonly string[]): SyntaxNode {
  if (source.length > LIMITS.sourceLength) {
    throw tooLarge({ from: LIMITS.sourceLength, to: source.length }, `${source.length} characters`, 'sourceLength')
  }
  refuseDeepBrackets(source)
  const top = parseTop(source, names)
  const budget = { nodes: 0 }
  const expression = toSyntaxNode(top, source, 0, budget).children
  const only = expression[0]
  if (only === undefined || expression.length > 1) throw syntaxError(source, { from: 0, to: source.length })
  return only
}

function parseTop(source: string, names: readonly string[]): LezerNode {
  try {
    const told = names.filter((name) => !isPlain(name) || source.includes(name))
    return parseExpression(source, Object.fromEntries(told.map((name) => [name, null])), undefined).topNode
  } catch {
    throw syntaxError(source, { from: 0, to: source.length })
  }
}

/** A name that is one word stands in a source as it is; the parser takes its time over each that it is told. */
const isPlain = (name: string): boolean => /^\w+$/.test(name)

/** The grammar's parser recurses once for each open bracket, so the depth is bounded before it starts. */
function refuseDeepBrackets(source: string): void {
  let depth = 0
  let isText = false
  for (let at = 0; at < source.length; at++) {
    const char = source[at] ?? ''
    if (isText && char === '\\') at++
    else if (char === '"') isText = !isText
    else if (!isText && '([{'.includes(char)) depth++
    else if (!isText && ')]}'.includes(char)) depth--
    if (depth > LIMITS.depth) throw tooLarge({ from: at, to: at + 1 }, 'nested brackets', 'depth')
  }
}

function toSyntaxNode(node: LezerNode, source: string, depth: number, budget: { nodes: number }): SyntaxNode {
  if (node.type.isError) throw syntaxError(source, node)
  if (isCounted(node.name) && ++budget.nodes > LIMITS.nodes) {
    throw tooLarge(node, `more than ${LIMITS.nodes} parts`, 'nodes')
  }
  if (depth > LIMITS.depth) throw tooLarge(node, 'nested expressions', 'depth')
  const children: SyntaxNode[] = []
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    // An error that the parser recovered from is marked as skipped too.
    if (child.type.isSkipped && !child.type.isError) continue
    children.push(toSyntaxNode(child, source, isChain(node, child) ? depth : depth + 1, budget))
  }
  return { name: node.name, from: node.from, to: node.to, text: source.slice(node.from, node.to), children }
}

/** `a and b and c` nests to the left, but reads as one level; the limit of nodes bounds it. */
function isChain(node: LezerNode, child: LezerNode): boolean {
  return child.name === node.name && child.from === node.from && CHAINED.has(node.name)
}

const CHAINED = new Set(['Conjunction', 'Disjunction', 'ArithmeticExpression'])

function isCounted(name: string): boolean {
  return /^[A-Z]/.test(name) && name !== 'Identifier' && name !== 'ArithOp' && name !== 'CompareOp'
}

function syntaxError(source: string, at: SourceSpan): FeelError {
  const found = source.slice(at.from, Math.max(at.to, at.from + 1)).slice(0, 40)
  const isAtEnd = source.slice(at.from).trim() === ''
  const message =
    source.trim() === ''
      ? 'The expression is empty'
      : `Not a FEEL expression: ${isAtEnd ? 'it ends too early' : `unexpected ${JSON.stringify(found)}`}`
  return new FeelError('syntax', message, { from: at.from, to: at.to }, syntaxHint(source, found))
}

function syntaxHint(source: string, found: string): string {
  if (source.includes('&&') || source.includes('||')) return 'Write and, or, not(…) in words'
  if (source.includes("'")) return 'Text stands in double quotes: "active"'
  if (found.startsWith('!')) return 'Write not(…), and != for "is not"'
  return 'For example: hoursPerDay >= 6 and status = "active"'
}

function tooLarge(at: SourceSpan, found: string, limit: 'sourceLength' | 'nodes' | 'depth'): FeelError {
  const unit = { sourceLength: 'characters', nodes: 'parts', depth: 'levels' }[limit]
  const hint = `At most ${LIMITS[limit]} ${unit}. Split it into criteria of their own, each with a label`
  return new FeelError('too-large', `The expression is too large: ${found}`, { from: at.from, to: at.to }, hint)
}
