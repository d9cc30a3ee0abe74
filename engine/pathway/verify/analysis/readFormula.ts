import { operandsOf } from '../../feel/syntax/operandsOf.ts'
import type { SyntaxNode } from '../../feel/syntax/SyntaxNode.ts'
import type { Formula, Scalar } from './formula.ts'

/** What names in an expression stand for: a constant, or a value that may vary; undefined for what is not reasoned about. */
export type Meaning = { constant: number } | { varies: 'number' | 'text' | 'boolean' } | undefined

/** Reads the syntax tree of a criterion as a formula. Whatever it does not recognise for certain is opaque. */
export function readFormula(node: SyntaxNode, meaning: (name: string) => Meaning): Formula {
  const read = (part: SyntaxNode | undefined): Formula => (part ? readFormula(part, meaning) : opaque)
  switch (node.name) {
    case 'BooleanLiteral':
      return { kind: 'constant', value: node.text === 'true' }
    case 'ParenthesizedExpression':
      return read(operandsOf(node)[0])
    case 'Conjunction':
    case 'Disjunction': {
      const [left, right] = operandsOf(node)
      return { kind: node.name === 'Conjunction' ? 'and' : 'or', parts: [read(left), read(right)] }
    }
    case 'FunctionInvocation':
      return readNot(node, read)
    case 'VariableName':
      return isVarying(meaning(node.text), 'boolean') ? test(node.text, [true], (value) => value === true) : opaque
    case 'Comparison':
      return readComparison(node, meaning)
    default:
      return opaque
  }
}

const opaque: Formula = { kind: 'opaque' }

function isVarying(meaning: Meaning, type: 'number' | 'text' | 'boolean'): boolean {
  return meaning !== undefined && 'varies' in meaning && meaning.varies === type
}

function test(name: string, constants: Scalar[], holds: (value: Scalar) => boolean): Formula {
  return { kind: 'test', name, constants, holds }
}

function readNot(node: SyntaxNode, read: (part: SyntaxNode | undefined) => Formula): Formula {
  const [called, parameters] = operandsOf(node)
  if (called?.text !== 'not' || parameters?.children.length !== 1) return opaque
  return { kind: 'not', part: read(parameters.children[0]) }
}

function readComparison(node: SyntaxNode, meaning: (name: string) => Meaning): Formula {
  const words = node.children.map(({ name }) => name)
  const [left, operator, right] = operandsOf(node)
  if (words.includes('between')) {
    const [value, low, high] = operandsOf(node)
    return both(compare(value, '>=', low, meaning), compare(value, '<=', high, meaning))
  }
  if (words.includes('in')) return readMembership(left, operandsOf(node).slice(1), meaning)
  return compare(left, operator?.text ?? '', right, meaning)
}

const both = (left: Formula, right: Formula): Formula => ({ kind: 'and', parts: [left, right] })

/** `value in …`: one test, several in brackets, an interval, or a list. */
function readMembership(
  value: SyntaxNode | undefined,
  tests: SyntaxNode[],
  meaning: (name: string) => Meaning,
): Formula {
  const parts = tests.map((one): Formula => {
    switch (one.name) {
      case 'PositiveUnaryTests':
      case 'PositiveUnaryTest':
      case 'ParenthesizedExpression':
      case 'List':
        return readMembership(value, operandsOf(one), meaning)
      case 'SimplePositiveUnaryTest': {
        const [operator, constant] = one.children
        return operator?.name === 'CompareOp'
          ? compare(value, operator.text, constant, meaning)
          : readMembership(value, operandsOf(one), meaning)
      }
      case 'Interval':
        return readInterval(value, one, meaning)
      default:
        return compare(value, '=', one, meaning)
    }
  })
  return parts.length === 1 ? (parts[0] ?? opaque) : { kind: 'or', parts }
}

function readInterval(value: SyntaxNode | undefined, node: SyntaxNode, meaning: (name: string) => Meaning): Formula {
  const [low, high] = operandsOf(node)
  const opens = node.children.at(0)?.text === '[' ? '>=' : '>'
  const closes = node.children.at(-1)?.text === ']' ? '<=' : '<'
  return both(compare(value, opens, low, meaning), compare(value, closes, high, meaning))
}

const turned: Record<string, string> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=', '=': '=', '!=': '!=' }

function compare(
  left: SyntaxNode | undefined,
  operator: string,
  right: SyntaxNode | undefined,
  meaning: (name: string) => Meaning,
): Formula {
  if (!left || !right || !(operator in turned)) return opaque
  const [a, b] = [constantOf(left, meaning), constantOf(right, meaning)]
  if (a !== undefined && b !== undefined) {
    return typeof a === typeof b ? { kind: 'constant', value: relate(a, operator, b) } : opaque
  }
  if (b !== undefined) return testOf(left, operator, b, meaning)
  return a === undefined ? opaque : testOf(right, turned[operator] ?? operator, a, meaning)
}

function testOf(node: SyntaxNode, operator: string, constant: Scalar, meaning: (name: string) => Meaning): Formula {
  if (node.name === 'ParenthesizedExpression') {
    const only = operandsOf(node)[0]
    return only ? testOf(only, operator, constant, meaning) : opaque
  }
  const type = typeof constant === 'string' ? 'text' : typeof constant === 'number' ? 'number' : 'boolean'
  if (node.name !== 'VariableName' || !isVarying(meaning(node.text), type)) return opaque
  if (type !== 'number' && operator !== '=' && operator !== '!=') return opaque
  return test(node.text, [constant], (value) => relate(value, operator, constant))
}

function relate(a: Scalar, operator: string, b: Scalar): boolean {
  switch (operator) {
    case '<':
      return a < b
    case '<=':
      return a <= b
    case '>':
      return a > b
    case '>=':
      return a >= b
    case '!=':
      return a !== b
    default:
      return a === b
  }
}

function constantOf(node: SyntaxNode, meaning: (name: string) => Meaning): Scalar | undefined {
  switch (node.name) {
    case 'NumericLiteral': {
      const value = Number(node.text.replaceAll(/\s/g, ''))
      return Number.isFinite(value) ? value : undefined
    }
    case 'BooleanLiteral':
      return node.text === 'true'
    case 'StringLiteral':
      return node.text.includes('\\') ? undefined : node.text.slice(1, -1)
    case 'ParenthesizedExpression': {
      const only = operandsOf(node)[0]
      return only ? constantOf(only, meaning) : undefined
    }
    case 'VariableName': {
      const meant = meaning(node.text)
      return meant !== undefined && 'constant' in meant ? meant.constant : undefined
    }
    default:
      return undefined
  }
}
