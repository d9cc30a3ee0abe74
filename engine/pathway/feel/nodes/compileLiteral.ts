import { type CompileContext, type Compiled, constantOf } from '../CompileContext.ts'
import { FeelError } from '../FeelError.ts'
import { LIMITS } from '../limits.ts'
import { type Run, spend } from '../Run.ts'
import type { SyntaxNode } from '../syntax/SyntaxNode.ts'
import type { FeelValue } from '../values/FeelValue.ts'

/** Compiles a number, text, `true`, `false` or `null`. */
export function compileLiteral(node: SyntaxNode): Compiled {
  switch (node.name) {
    case 'NumericLiteral':
      return constantOf(readNumber(node), 'number')
    case 'StringLiteral':
      return constantOf(readText(node.text), 'text')
    case 'BooleanLiteral':
      return constantOf(node.text === 'true', 'boolean')
    default:
      return constantOf(null, 'null')
  }
}

/** Compiles `[a, b]`; an element may be unknown without the list being so. */
export function compileList(node: SyntaxNode, context: CompileContext): Compiled {
  const elements = listElements(node).map((element) => context.compile(element))
  const constants = elements.map((element) => element.constant)
  if (constants.every((constant) => constant !== undefined)) return constantOf(constants, 'list')
  const evaluates = elements.map((element) => element.evaluate)
  return {
    evaluate: (run: Run): FeelValue => (spend(run, 1) ? evaluates.map((part) => part(run)) : null),
    type: 'list',
  }
}

/** The elements of a list node. */
export function listElements(node: SyntaxNode): readonly SyntaxNode[] {
  return node.children.filter((child) => child.name !== '[' && child.name !== ']')
}

/** The text that a string literal stands for. */
export function readText(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(/\\(?:(["\\nrt])|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6}))/g, (whole, plain, unit, point) => {
      if (typeof plain === 'string') return ESCAPES[plain] ?? plain
      if (typeof unit === 'string') return String.fromCharCode(Number.parseInt(unit, 16))
      const code = Number.parseInt(String(point), 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : String(whole)
    })
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t' }

function readNumber(node: SyntaxNode): number {
  const value = Number(node.text.replace(/\s/g, ''))
  if (Number.isFinite(value)) return value
  const hint = `Numbers are doubles, up to about 1.8e308; texts and lists go up to ${LIMITS.textLength} and ${LIMITS.listLength}`
  throw new FeelError('too-large', `Not a usable number: ${node.text}`, { from: node.from, to: node.to }, hint)
}
