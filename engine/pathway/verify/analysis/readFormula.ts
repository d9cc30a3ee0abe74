import { dayOf } from '../../calendar/civilDay.ts'
import { operandsOf } from '../../feel/syntax/operandsOf.ts'
import type { SyntaxNode } from '../../feel/syntax/SyntaxNode.ts'
import type { Formula, Scalar } from './formula.ts'
import { readLinear } from './readLinear.ts'

/** What names in an expression stand for: a constant, or a value that may vary; undefined for what is not reasoned about. */
export type Meaning = { constant: number } | { varies: Type } | undefined

type Type = 'number' | 'text' | 'boolean' | 'date'

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

function isVarying(meaning: Meaning, type: Type): boolean {
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
  if (a && b) return a.type === b.type ? { kind: 'constant', value: relate(a.value, operator, b.value) } : opaque
  if (b) return testOf(left, operator, b, meaning)
  return a ? testOf(right, turned[operator] ?? operator, a, meaning) : comparisonOf(left, operator, right, meaning)
}

function testOf(
  node: SyntaxNode,
  operator: string,
  { type, value: constant }: Constant,
  meaning: (name: string) => Meaning,
): Formula {
  if (type === 'number') return numberTestOf(node, operator, Number(constant), meaning)
  const name = variableOf(node)
  if (name === undefined || !isVarying(meaning(name), type)) return opaque
  if (type !== 'date' && operator !== '=' && operator !== '!=') return opaque
  return test(name, [constant], (value) => relate(value, operator, constant))
}

/** A number that is counted from one value, where it is plain at which value its answer changes. */
function numberTestOf(
  node: SyntaxNode,
  operator: string,
  constant: number,
  meaning: (name: string) => Meaning,
): Formula {
  const linear = readLinear(node, (name) => {
    const meant = meaning(name)
    if (meant && 'constant' in meant) return meant.constant
    return isVarying(meant, 'number') ? 'varies' : undefined
  })
  if (linear?.name === undefined) return opaque
  const { name, factor, shift, at } = linear
  const turns = (constant - shift) / factor
  if (!Number.isFinite(turns) || at(turns) !== constant) return opaque
  return test(name, [turns], (value) => relate(at(Number(value)), operator, constant))
}

/** Two values that vary, of a type that has an order. */
function comparisonOf(
  left: SyntaxNode,
  operator: string,
  right: SyntaxNode,
  meaning: (name: string) => Meaning,
): Formula {
  const [a, b] = [variableOf(left), variableOf(right)]
  if (a === undefined || b === undefined) return opaque
  const isOrdered = (['number', 'date'] as const).some((type) => [a, b].every((name) => isVarying(meaning(name), type)))
  if (!isOrdered) return opaque
  if (a === b) return test(a, [], (value) => relate(value, operator, value))
  return { kind: 'comparison', names: [a, b], holds: (one, other) => relate(one, operator, other) }
}

/** The name that an expression is, in brackets or not. */
function variableOf(node: SyntaxNode): string | undefined {
  if (node.name === 'VariableName') return node.text
  const only = node.name === 'ParenthesizedExpression' ? operandsOf(node)[0] : undefined
  return only && variableOf(only)
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

interface Constant {
  type: Type
  value: Scalar
}

function constantOf(node: SyntaxNode, meaning: (name: string) => Meaning): Constant | undefined {
  switch (node.name) {
    case 'NumericLiteral': {
      const value = Number(node.text.replaceAll(/\s/g, ''))
      return Number.isFinite(value) ? { type: 'number', value } : undefined
    }
    case 'BooleanLiteral':
      return { type: 'boolean', value: node.text === 'true' }
    case 'StringLiteral':
      return node.text.includes('\\') ? undefined : { type: 'text', value: node.text.slice(1, -1) }
    case 'DateTimeLiteral': {
      const [, date] = /^(?:date\(\s*|@)"(\d{4}-\d\d-\d\d)"\s*\)?$/.exec(node.text) ?? []
      return date !== undefined && isDate(date) ? { type: 'date', value: date } : undefined
    }
    case 'ParenthesizedExpression': {
      const only = operandsOf(node)[0]
      return only ? constantOf(only, meaning) : undefined
    }
    case 'VariableName': {
      const meant = meaning(node.text)
      return meant !== undefined && 'constant' in meant ? { type: 'number', value: meant.constant } : undefined
    }
    default:
      return undefined
  }
}

function isDate(text: string): boolean {
  try {
    dayOf(text)
    return true
  } catch {
    return false
  }
}
