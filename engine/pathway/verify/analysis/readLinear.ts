import { operandsOf } from '../../feel/syntax/operandsOf.ts'
import type { SyntaxNode } from '../../feel/syntax/SyntaxNode.ts'

/** What sums and multiples of one value come to: `factor` times the value, and `shift`. */
interface Linear {
  /** undefined for what does not vary */
  name: string | undefined
  factor: number
  shift: number
  /** the same as FEEL counts it, step by step, so that both round alike */
  at(value: number): number
}

/** Reads arithmetic on one value that varies; undefined for whatever else it is. */
export function readLinear(
  node: SyntaxNode,
  meaning: (name: string) => number | 'varies' | undefined,
): Linear | undefined {
  switch (node.name) {
    case 'NumericLiteral':
      return constant(Number(node.text.replaceAll(/\s/g, '')))
    case 'VariableName': {
      const meant = meaning(node.text)
      if (meant !== 'varies') return meant === undefined ? undefined : constant(meant)
      return { name: node.text, factor: 1, shift: 0, at: (value) => value }
    }
    case 'ParenthesizedExpression': {
      const only = operandsOf(node)[0]
      return only && readLinear(only, meaning)
    }
    case 'ArithmeticExpression': {
      const parts = operandsOf(node).map((part) => (part.name === 'ArithOp' ? part.text : readLinear(part, meaning)))
      const [left, sign, right] = parts.length === 2 ? [constant(0), ...parts] : parts
      return typeof left === 'object' && typeof sign === 'string' && typeof right === 'object'
        ? combined(left, sign, right)
        : undefined
    }
    default:
      return undefined
  }
}

/** Constants so large or small that counting with them may come to no number, as FEEL has it, are not reasoned about. */
function constant(value: number): Linear | undefined {
  const size = Math.abs(value)
  if (value !== 0 && !(size > 1e-9 && size < 1e12)) return undefined
  return { name: undefined, factor: 0, shift: value, at: () => value }
}

function combined(left: Linear, sign: string, right: Linear): Linear | undefined {
  const name = left.name ?? right.name
  const isOfTwo = left.name !== undefined && right.name !== undefined
  if (sign === '+' && !isOfTwo) {
    const at = (value: number) => left.at(value) + right.at(value)
    return { name, factor: left.factor + right.factor, shift: left.shift + right.shift, at }
  }
  if (sign === '-' && !isOfTwo) {
    const at = (value: number) => left.at(value) - right.at(value)
    return { name, factor: left.factor - right.factor, shift: left.shift - right.shift, at }
  }
  if (sign === '*' && !isOfTwo) {
    const [times, of] = left.name === undefined ? [left, right] : [right, left]
    const at = (value: number) => left.at(value) * right.at(value)
    return { name, factor: of.factor * times.shift, shift: of.shift * times.shift, at }
  }
  if (sign !== '/' || right.name !== undefined) return undefined
  const at = (value: number) => left.at(value) / right.shift
  return { name, factor: left.factor / right.shift, shift: left.shift / right.shift, at }
}
