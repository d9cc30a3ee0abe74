import type { CompileContext, Compiled } from '../CompileContext.ts'
import { describeType, isOpen, type StaticType, typeError } from '../staticTypes.ts'
import { childAt, type SyntaxNode } from '../syntax/SyntaxNode.ts'
import { type ArithmeticSign, calculate, calculateNumber, negate } from '../values/calculate.ts'

/**
 * Compiles `+ - * / **` and the unary minus. Unknown in, unknown out.
 *
 * @throws FeelError `type` when the declared types have no such arithmetic
 */
export function compileArithmetic(node: SyntaxNode, context: CompileContext): Compiled {
  if (node.children.length === 2) return compileUnary(node, context)
  const [leftNode, rightNode] = [childAt(node, 0), childAt(node, 2)]
  const left = context.compile(leftNode)
  const right = context.compile(rightNode)
  const sign = signOf(childAt(node, 1).text)
  const type = resultType(sign, left.type, right.type)
  if (type === undefined) {
    const message = `${describeType(left.type)} ${sign} ${describeType(right.type)} is not defined: ${node.text}`
    throw typeError(message, node, arithmeticHint(sign, left.type, right.type))
  }
  const [a, b] = [left.evaluate, right.evaluate]
  if (left.type !== 'number' || right.type !== 'number')
    return { evaluate: (run) => calculate(sign, a(run), b(run), run), type }
  return {
    evaluate: (run) => {
      const x = a(run)
      const y = b(run)
      return typeof x === 'number' && typeof y === 'number' ? calculateNumber(sign, x, y) : null
    },
    type,
  }
}

function compileUnary(node: SyntaxNode, context: CompileContext): Compiled {
  const operand = childAt(node, 1)
  const part = context.compile(operand)
  const isSigned = isOpen(part.type) || part.type === 'number' || isDuration(part.type)
  if (!isSigned) {
    throw typeError(
      `${operand.text} is ${describeType(part.type)} and has no sign`,
      node,
      'A sign stands before a number',
    )
  }
  const { evaluate, type } = part
  return { evaluate: childAt(node, 0).text === '-' ? (run) => negate(evaluate(run)) : evaluate, type }
}

function signOf(text: string): ArithmeticSign {
  return text === '+' || text === '-' || text === '*' || text === '/' ? text : '**'
}

/** The type of the result; undefined when it is certain that there is none. */
function resultType(sign: ArithmeticSign, a: StaticType, b: StaticType): StaticType | undefined {
  if (NEVER.has(a) || NEVER.has(b)) return undefined
  if (isOpen(a) || isOpen(b)) return sign === '**' ? 'number' : 'any'
  if (a === 'number' && b === 'number') return 'number'
  if (sign === '+') return sumType(a, b) ?? sumType(b, a)
  if (sign === '-')
    return a === b && (a === 'date' || a === 'dateTime') ? 'daysDuration' : a === 'text' ? undefined : sumType(a, b)
  if (sign === '*') return isDuration(a) && b === 'number' ? a : isDuration(b) && a === 'number' ? b : undefined
  if (sign === '/') return isDuration(a) && b === 'number' ? a : isDuration(a) && a === b ? 'number' : undefined
  return undefined
}

const NEVER = new Set<StaticType>(['boolean', 'list'])

function sumType(a: StaticType, b: StaticType): StaticType | undefined {
  if (a === 'text' && b === 'text') return 'text'
  if (isDuration(b) && (a === 'date' || a === 'dateTime' || a === b)) return a
  return undefined
}

function isDuration(type: StaticType): boolean {
  return type === 'daysDuration' || type === 'monthsDuration'
}

function arithmeticHint(sign: ArithmeticSign, a: StaticType, b: StaticType): string {
  const types = [a, b]
  if (types.includes('date') && types.includes('number')) return 'Add a length of time: start + duration("P30D")'
  if (types.includes('date') && types.includes('dateTime')) return 'Take the day of the other with date(…)'
  if (types.includes('text') && sign === '+') return 'Make text of the other with string(…)'
  return 'Numbers with numbers; a date plus or minus a duration; a date minus a date'
}
