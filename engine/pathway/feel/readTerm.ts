import { readText } from './nodes/compileLiteral.ts'
import type { Term } from './statement.ts'
import type { SyntaxNode } from './syntax/SyntaxNode.ts'

/** Reads a value of an expression; what it does not recognise for certain is `verbatim`. */
export function readTerm(node: SyntaxNode): Term {
  const verbatim: Term = { kind: 'verbatim', source: node.text }
  switch (node.name) {
    case 'NumericLiteral':
      return { kind: 'number', value: Number(node.text.replaceAll(/\s/g, '')) }
    case 'StringLiteral':
      return { kind: 'text', value: readText(node.text) }
    case 'BooleanLiteral':
      return { kind: 'boolean', value: node.text === 'true' }
    case 'VariableName':
      return { kind: 'name', name: node.text.replaceAll(/\s+/g, ' ') }
    case 'ParenthesizedExpression': {
      const [, only] = node.children
      return only ? readTerm(only) : verbatim
    }
    case 'DateTimeLiteral':
      return readConstructor(node) ?? verbatim
    case 'ArithmeticExpression':
      return readArithmetic(node) ?? verbatim
    case 'PathExpression': {
      const [of, , part] = node.children
      return of && part ? { kind: 'part', part: part.text, of: readTerm(of) } : verbatim
    }
    case 'FunctionInvocation':
      return readCall(node) ?? verbatim
    default:
      return verbatim
  }
}

const parametersOf = (node: SyntaxNode): readonly SyntaxNode[] =>
  node.children.find(({ name }) => name === 'PositionalParameters')?.children ?? []

/** `date("…")`, `duration("…")`, `@"…"` and `date(2026, 1, 31)`. */
function readConstructor(node: SyntaxNode): Term | undefined {
  const [first] = node.children
  const parameters = parametersOf(node)
  const literal = first?.name === 'AtLiteral' ? first.children[0] : parameters[0]
  if (first?.text === 'date' && parameters.length === 3) {
    const [year = 0, month = 0, day = 0] = parameters.map(({ text }) => Number(text))
    return dateTerm(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`)
  }
  if (literal?.name !== 'StringLiteral') return undefined
  const value = readText(literal.text)
  if (first?.text === 'date' || (first?.name === 'AtLiteral' && !/[PT]/.test(value))) return dateTerm(value)
  const isDuration = first?.text === 'duration' || (first?.name === 'AtLiteral' && value.startsWith('P'))
  return isDuration ? { kind: 'duration', value } : undefined
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0')
const dateTerm = (value: string): Term | undefined =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) ? { kind: 'date', value } : undefined

function readArithmetic({ children }: SyntaxNode): Term | undefined {
  const [left, sign, right] = children
  if (left && sign && right) {
    const { text } = sign
    if (text !== '+' && text !== '-' && text !== '*' && text !== '/') return undefined
    return { kind: 'arithmetic', sign: text, left: readTerm(left), right: readTerm(right) }
  }
  const operand = sign && readTerm(sign)
  if (left?.text !== '-' || operand?.kind !== 'number') return undefined
  return { kind: 'number', value: -operand.value }
}

function readCall(node: SyntaxNode): Term | undefined {
  const name = node.children[0]?.text
  const parameters = parametersOf(node)
  if ((name === 'today' || name === 'now') && parameters.length === 0) return { kind: 'clock', reads: name }
  if (name !== 'min' && name !== 'max' && name !== 'sum' && name !== 'mean') return undefined
  const [only] = parameters
  const of = parameters.length === 1 && only?.name === 'List' ? only.children : parameters
  const terms = of.filter((one) => one.name !== '[' && one.name !== ']').map(readTerm)
  return terms.length > 1 ? { kind: 'aggregate', function: name, of: terms } : undefined
}
