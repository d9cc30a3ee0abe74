import { type CompileContext, type Compiled, constantOf } from '../CompileContext.ts'
import { FeelError } from '../FeelError.ts'
import { FUNCTIONS } from '../functions/functionTable.ts'
import { invoke } from '../functions/invoke.ts'
import type { Signature } from '../functions/Signature.ts'
import { startRun } from '../Run.ts'
import { canBe, describeType, joinTypes, typeError } from '../staticTypes.ts'
import { nearestNames } from '../syntax/nearestNames.ts'
import { childAt, childNamed, type SyntaxNode } from '../syntax/SyntaxNode.ts'
import { typeOfValue } from '../values/FeelValue.ts'
import { nullTest } from './compileComparison.ts'
import { readText } from './compileLiteral.ts'
import { compileNot } from './compileLogic.ts'
import { nameOf } from './compileName.ts'
import { unsupportedNode } from './unsupportedNode.ts'

/**
 * Compiles `name(arguments)`. `not` and `is defined` are part of the logic; the rest is the function table.
 *
 * @throws FeelError `unsupported` for a function that there is not, `type` for wrong arguments
 */
export function compileCall(node: SyntaxNode, context: CompileContext): Compiled {
  const target = childAt(node, 0)
  if (target.name !== 'VariableName' && target.name !== 'SpecialFunctionName') throw unsupportedNode(node)
  const name = nameOf(target)
  const parameters = argumentNodes(node)
  const [first] = parameters
  if ((name === 'not' || name === 'is defined') && parameters.length === 1 && first !== undefined) {
    if (name === 'not') return compileNot(first, context)
    return { evaluate: nullTest(context.compile(first).evaluate, false), type: 'boolean' }
  }
  return compileFunction(name, target, parameters, node, context)
}

/** Compiles `date(…)`, `date and time(…)`, `duration(…)` and `@"…"`. A literal that says no date or duration is refused. */
export function compileConstructor(node: SyntaxNode, context: CompileContext): Compiled {
  const first = childAt(node, 0)
  if (first.name !== 'AtLiteral') return compileFunction(nameOf(first), first, argumentNodes(node), node, context)
  const literal = childNamed(first, 'StringLiteral')
  const text = readText(literal.text)
  const name = /^-?P/.test(text) ? 'duration' : text.includes('T') ? 'date and time' : 'date'
  return compileFunction(name, first, [literal], node, context)
}

function compileFunction(
  name: string,
  target: SyntaxNode,
  parameters: readonly SyntaxNode[],
  node: SyntaxNode,
  context: CompileContext,
): Compiled {
  const signatures = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined
  if (signatures === undefined) throw unsupportedFunction(name, target)
  const parts = parameters.map((parameter) => context.compile(parameter))
  const possible = signatures.filter((candidate) => accepts(candidate, parts))
  if (possible.length === 0) throw wrongArguments(name, signatures, parts, node)
  if (name === 'now' || name === 'today') context.usesClock = true
  const evaluate = invoke(
    possible,
    parts.map((part) => part.evaluate),
  )
  const isConstant = CONSTRUCTORS.has(name) && parts.every((part) => part.constant !== undefined)
  if (!isConstant) return { evaluate, type: possible.map(({ result }) => result).reduce(joinTypes) }
  const constant = evaluate(startRun({ get: () => undefined, now: 0, zone: 'UTC' }))
  if (constant !== null) return constantOf(constant, typeOfValue(constant) ?? 'any')
  const hint = 'Examples: date("2026-01-31"), date and time("2026-01-31T12:00:00"), duration("P2M"), duration("P30D")'
  throw typeError(`${node.text} is not a valid ${name}`, node, hint)
}

const CONSTRUCTORS = new Set(['date', 'date and time', 'duration'])

function argumentNodes(node: SyntaxNode): readonly SyntaxNode[] {
  const named = node.children.find((child) => child.name === 'NamedParameters')
  if (named !== undefined) throw unsupportedNode(named)
  return node.children.find((child) => child.name === 'PositionalParameters')?.children ?? []
}

function accepts(signature: Signature, parts: readonly Compiled[]): boolean {
  if (signature.rest === undefined && parts.length !== signature.parameters.length) return false
  if (parts.length < signature.parameters.length) return false
  return parts.every((part, index) => canBe(part.type, signature.parameters[index] ?? signature.rest ?? 'any'))
}

function wrongArguments(name: string, signatures: readonly Signature[], parts: readonly Compiled[], node: SyntaxNode) {
  const found = parts.map((part) => describeType(part.type)).join(', ')
  const forms = signatures.map((signature) => {
    const parameters = signature.parameters.map(describeType)
    return `${name}(${[...parameters, ...(signature.rest === undefined ? [] : ['…'])].join(', ')})`
  })
  return typeError(`${name} does not take (${found})`, node, `It takes ${forms.join(' or ')}`)
}

function unsupportedFunction(name: string, target: SyntaxNode): FeelError {
  const names = [...Object.keys(FUNCTIONS), 'not', 'is defined']
  const near = nearestNames(name, names)
  const hint =
    INSTEAD.get(name) ?? (near.length > 0 ? `Did you mean ${near.join(', ')}?` : `Functions: ${names.join(', ')}`)
  return new FeelError('unsupported', `Not supported: the function ${name}`, { from: target.from, to: target.to }, hint)
}

const INSTEAD: ReadonlyMap<string, string> = new Map([
  ['matches', 'Regular expressions are left out; use contains, starts with or ends with'],
  ['replace', 'Regular expressions are left out; compare with contains, starts with or ends with'],
  ['split', 'Regular expressions are left out; record the parts as a list'],
  ['time', 'Times of day are left out; use date and time("2026-01-31T12:00:00")'],
  ['sort', 'Use min(list) or max(list)'],
])
